import { ButtonLink } from '../../ui/actions/Button.js';
import { clockTime, listed } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { useDiscussion } from '../in-discussion.js';
import { Addendum } from './Addendum.js';

/** After signing: when, onto whose file, and where what is open went. */
export function Signed() {
  const { state, people } = useDiscussion();
  const { signed } = state;
  if (!signed) return null;
  const names = state.children.filter((child) => child.discussed).map((child) => `${child.firstName}’s`);
  return (
    <Card
      heading={`Signed ${clockTime(signed.at)}`}
      aside={
        <Tag tone="good" icon="check">
          {people.firstName(signed.by)}
        </Tag>
      }
    >
      <div className="stack close">
        <p>
          {names.length > 0 && `On ${listed(names)} file, each with their own part. `}
          {signed.counts
            ? 'It counts as this month’s supervision.'
            : 'It is kept as a case discussion and does not count as supervision.'}
        </p>
        <p>What is still open went into the family’s next discussion that is not signed yet.</p>
        <div className="row wraps">
          <ButtonLink size="small" to={`/minutes/${signed.minutesId}`}>
            See the minutes
          </ButtonLink>
          <ButtonLink size="small" to={`/families/${state.familyId}`}>
            Go to the family
          </ButtonLink>
        </div>
        <Addendum />
      </div>
    </Card>
  );
}
