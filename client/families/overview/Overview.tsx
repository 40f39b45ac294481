import { Link } from 'react-router';
import type { FamilyPage, FamilyRecord } from '../../../shared/families/family.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { ChaptersCard } from './ChaptersCard.js';
import { NextSupervision } from './NextSupervision.js';
import { OpenChallenges } from './OpenChallenges.js';
import { SafetyOverTime } from './SafetyOverTime.js';
import { isOpen, StepsTable } from './StepsTable.js';
import { Story } from './Story.js';
import './overview.css';

interface Props {
  family: FamilyPage;
  record: FamilyRecord;
  today: string;
}

/** Everything one glance should tell: what happened, how safe it is, what comes next, and what is still argued. */
export function Overview({ family, record, today }: Props) {
  const open = record.steps.filter(isOpen);
  const to = (tab: string) => `/families/${family.familyId}/${tab}`;
  return (
    <div className="family-grid">
      <Story family={family} record={record} today={today} />
      <div className="stack family-middle">
        <SafetyOverTime record={record} waits={family.waits} today={today} />
        <Card
          heading={<Link to={to('next-steps')}>Next steps</Link>}
          headingSize="l"
          aside={<span className="small muted">{open.length} open</span>}
        >
          {open.length === 0 ? (
            <Empty fact="No next step is open.">The next ones are agreed at supervision.</Empty>
          ) : (
            <StepsTable caption="Open next steps" steps={open} today={today} />
          )}
        </Card>
      </div>
      <div className="stack family-side">
        <OpenChallenges challenges={record.challenges} today={today} />
        <NextSupervision family={family} today={today} />
        <ChaptersCard chapters={record.chapters} today={today} to={to('chapters')} />
      </div>
    </div>
  );
}
