import type { FamilyLine } from '../../../shared/families/family.js';
import { wordsFor } from '../../api.js';
import { Button, ButtonLink } from '../../ui/actions/Button.js';
import { shortDate } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { Empty, Failed, Fetching } from '../../ui/surfaces/Waiting.js';
import { useMyFamilies } from './asking.js';
import { timeSays } from './times.js';

/** The families whose open discussion has nothing ready yet from this person's discipline, soonest first. */
export function ReviewsCard({ today }: { today: string }) {
  const families = useMyFamilies();
  if (families.isPending) return <Fetching>Fetching your families</Fetching>;
  if (families.isError) {
    return (
      <Card heading="Waiting for your words">
        <Failed
          fact="We could not fetch your families."
          action={<Button onClick={() => void families.refetch()}>Try again</Button>}
        >
          {wordsFor(families.error)}
        </Failed>
      </Card>
    );
  }
  const mine = families.data.filter((f) => f.yourReview && f.openDiscussionId).sort(bySoonest);
  const waiting = mine.filter((f) => !f.yourReview?.ready);
  const ready = mine.filter((f) => f.yourReview?.ready);
  // Nobody who writes no reviews of their own is asked for any.
  if (mine.length === 0) return null;
  return (
    <Card
      heading="Waiting for your words"
      aside={<span className="small muted">Last month’s are there to change, not retype</span>}
    >
      {waiting.length === 0 && <Empty fact="Nothing waits for you." />}
      <ul className="home-list">
        {waiting.slice(0, 12).map((family) => (
          <li key={family.familyId}>
            <div className="grow">
              <b>{family.name}</b>
              <p className="small muted">{aboutReview(family, today)}</p>
            </div>
            {family.planned?.on === today && (
              <Tag tone="warn" icon="clock">
                By {timeSays(family.planned.at)} today
              </Tag>
            )}
            <ButtonLink
              to={`/discussions/${family.openDiscussionId}`}
              kind={family.planned?.on === today ? 'primary' : 'plain'}
            >
              {family.yourReview?.writtenAt ? 'Finish' : 'Start'}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {ready.length > 0 && (
        <p className="row small muted home-ready">
          <Icon name="check" />
          Ready:{' '}
          {ready
            .slice(0, 3)
            .map((f) => f.name)
            .join(', ')}
          {ready.length > 3 && ` and ${ready.length - 3} more`}
        </p>
      )}
    </Card>
  );
}

function aboutReview({ planned, children, yourReview, dueBy }: FamilyLine, today: string): string {
  const names = children.map((child) => child.firstName).join(', ');
  const when = planned
    ? `${shortDate(planned.on, today)}, ${timeSays(planned.at)}`
    : dueBy && `${dueBy < today ? 'was due' : 'due'} by ${shortDate(dueBy, today)}`;
  const draft = yourReview?.writtenAt && `your draft from ${shortDate(yourReview.writtenAt, today)}`;
  return [names, when, draft].filter(Boolean).join(' · ');
}

// Families in a session first, by its day; then by the day they are due.
function bySoonest(a: FamilyLine, b: FamilyLine): number {
  const key = (f: FamilyLine) => (f.planned ? `0${f.planned.on}${f.planned.at}` : `1${f.dueBy ?? '9'}`);
  return key(a).localeCompare(key(b));
}
