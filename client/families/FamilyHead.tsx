import { Fragment, useId, useState } from 'react';
import type { FamilyPage } from '../../shared/families/family.js';
import type { SessionPage } from '../../shared/schedule/http.js';
import { FamilyBand, type PatternNumber } from '../marks/Pattern.js';
import { type TabLink, Tabs } from '../ui/actions/Tabs.js';
import { useAsked } from '../use-asked.js';
import { DueLine } from './due/DueLine.js';
import { WhyThisDate } from './due/WhyThisDate.js';
import { childGroups } from './family-words.js';
import './family-head.css';

/** Who the family is, when it is due, and the pages about it. */
export function FamilyHead({ family, today }: { family: FamilyPage; today: string }) {
  const pattern = usePattern(family);
  const groups = childGroups(family.children, today);
  const [open, setOpen] = useState(false);
  const id = useId();
  const why = { id, open, onToggle: () => setOpen(!open) };
  return (
    <FamilyBand
      pattern={pattern}
      name={family.name}
      aside={<DueLine family={family} today={today} why={why} />}
    >
      <div className="family-members">
        {groups.map((group) => (
          <span key={group.key}>
            {group.children.map((child, at) => (
              <Fragment key={child.childId}>
                {at > 0 && ', '}
                <b>{child.firstName}</b> {child.age}
              </Fragment>
            ))}{' '}
            <span className="small muted">{group.plans}</span>
          </span>
        ))}
        {family.adults.map((adult) => (
          <span key={adult.adultId}>
            <b>{adult.name}</b> <span className="small muted">{adult.relation}</span>
          </span>
        ))}
      </div>
      {family.clock && open && <WhyThisDate id={id} family={family} clock={family.clock} today={today} />}
      <Tabs label="This family" tabs={tabsOf(family)} />
    </FamilyBand>
  );
}

function tabsOf({ familyId, record }: FamilyPage): TabLink[] {
  const to = `/families/${familyId}`;
  const read = [
    { to, label: 'Overview', end: true },
    { to: `${to}/chapters`, label: 'Chapters' },
    { to: `${to}/next-steps`, label: 'Next steps' },
    { to: `${to}/minutes`, label: 'Minutes' },
  ];
  // An administrator who has no relation to the family keeps its file and reads nothing of it.
  return [
    ...(record ? read : []),
    { to: `${to}/file`, label: 'Members and workers' },
    { to: `${to}/who-can-see`, label: 'Who can see this' },
  ];
}

/** The pattern it has in the session it is planned for, so that page and room never differ. */
function usePattern({ familyId, planned }: FamilyPage): PatternNumber | undefined {
  const { data } = useAsked<SessionPage>(planned && `sessions/${planned.sessionId}`);
  const slot = data?.slots.find((s) => s.family?.familyId === familyId);
  return slot?.pattern as PatternNumber | undefined;
}
