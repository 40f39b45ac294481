import type { FamilyPage } from '../../../shared/families/family.js';
import { Button } from '../../ui/actions/Button.js';
import { longDate, shortDate } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { daysOver, nearness, plannedSays } from '../due-words.js';
import './why.css';

interface Props {
  family: FamilyPage;
  today: string;
  why: { id: string; open: boolean; onToggle: () => void };
}

/** When the family is due, at the right of its name, with the button that says why. */
export function DueLine({ family, today, why }: Props) {
  if (family.status === 'closed') {
    return (
      <p className="small muted">
        Closed {family.closedOn && longDate(family.closedOn)}
        {family.closedReason && `: ${family.closedReason}`}
      </p>
    );
  }
  return (
    <div className="due-line">
      <Due family={family} today={today} />
      {family.clock && (
        <Button
          kind="quiet"
          size="small"
          iconAfter={<Icon name={why.open ? 'down' : 'right'} size="small" />}
          aria-expanded={why.open}
          aria-controls={why.id}
          onClick={why.onToggle}
        >
          {family.clock.exempt ? 'Why no date?' : 'Why this date?'}
        </Button>
      )}
    </div>
  );
}

function Due({ family, today }: { family: FamilyPage; today: string }) {
  const exempt = family.clock?.exempt;
  if (exempt)
    return <Tag>{exempt.untilOn ? `Exempt until ${shortDate(exempt.untilOn, today)}` : 'Exempt'}</Tag>;
  if (!family.dueBy) return <Tag tone="warn">No start date yet, so no due date</Tag>;
  const over = nearness(family, today) === 'over';
  return (
    <p className="small muted family-due">
      {over ? 'Was due by ' : 'Next due by '}
      <b>{longDate(family.dueBy)}</b>
      {over ? (
        <>
          {' '}
          <Tag tone="bad">{daysOver(family.dueBy, today)}</Tag>{' '}
        </>
      ) : (
        ', '
      )}
      {plannedSays(family, today)}
      {family.lastHeldOn && (
        <span className="family-last">Last held {shortDate(family.lastHeldOn, today)}</span>
      )}
    </p>
  );
}
