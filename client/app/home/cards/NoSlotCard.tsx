import { Link } from 'react-router';
import type { NoSlot } from '../../../../shared/home/home.js';
import { ButtonLink } from '../../../ui/actions/Button.js';
import { countOf, shortDate } from '../../../ui/format.js';
import { Card } from '../../../ui/surfaces/Card.js';

const shown = 6;

/** For a manager: families over their limit, or within a week of it, that no session has. */
export function NoSlotCard({
  families,
  today,
  plans,
}: {
  families: readonly NoSlot[];
  today: string;
  plans: boolean;
}) {
  if (families.length === 0) return null;
  const over = families.filter(({ dueBy }) => dueBy < today).length;
  const soon = families.length - over;
  const says = [
    over > 0 && `${countOf(over, 'family', 'families')} past the limit`,
    soon > 0 && `${countOf(soon, 'family', 'families')} due within a week`,
  ].filter((part) => part !== false);
  const teams = new Set(families.map(({ teamName }) => teamName)).size > 1;
  return (
    <Card
      heading="In no session yet"
      about={`${says.join(', ')}.`}
      aside={
        plans && (
          <ButtonLink to="/planner" kind="quiet" size="small">
            Plan them
          </ButtonLink>
        )
      }
    >
      <ul className="home-list">
        {families.slice(0, shown).map(({ familyId, familyName, teamName, dueBy }) => (
          <li key={familyId}>
            <div className="grow">
              <Link to={`/families/${familyId}`}>{familyName}</Link>
              {teams && <span className="small muted"> {teamName}</span>}
            </div>
            <span className={dueBy < today ? 'small bad-words' : 'small muted'}>
              {dueBy < today ? 'was due' : 'due'} by {shortDate(dueBy, today)}
            </span>
          </li>
        ))}
      </ul>
      {families.length > shown && <p className="small muted home-foot">and {families.length - shown} more</p>}
    </Card>
  );
}
