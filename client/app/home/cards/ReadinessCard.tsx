import type { Preparing } from '../../../../shared/home/preparing.js';
import { Pattern, type PatternNumber } from '../../../marks/Pattern.js';
import { ButtonLink } from '../../../ui/actions/Button.js';
import { timeOfDay, weekdayShortDate } from '../../../ui/format.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { Tag } from '../../../ui/surfaces/Tag.js';
import { missingSays, readySays, sessionSays, standsSays } from './preparing-words.js';

/** For whoever leads: how ready each family of a coming session is, and whether a quorum is likely. */
export function ReadinessCard({ session, today }: { session: Preparing; today: string }) {
  return (
    <Card
      heading={
        session.date === today ? 'How ready it is' : `How ready ${weekdayShortDate(session.date, today)} is`
      }
      about={`${sessionSays(session, today)}. ${readySays(session.families.flatMap((f) => f.reviews))}.`}
      aside={
        <ButtonLink to="/planner" kind="quiet" size="small">
          Open the planner
        </ButtonLink>
      }
    >
      <ul className="home-reviews">
        {session.families.map((family) => {
          const trouble = missingSays(family);
          return (
            <li key={family.slotId}>
              <Pattern number={family.pattern as PatternNumber} shape="swatch" />
              <div className="home-review-words">
                <b>{family.familyName}</b> <span className="small muted">{timeOfDay(family.startsAt)}</span>
                <p className="small muted">
                  {readySays(family.reviews)}
                  {standsSays(family.reviews) && `. ${standsSays(family.reviews)}`}
                </p>
                {trouble && <p className="small warn-words">{trouble}</p>}
              </div>
              <Tag tone={trouble ? 'warn' : 'good'} icon={trouble ? 'warning' : 'check'}>
                {trouble ? 'Quorum at risk' : 'Quorum likely'}
              </Tag>
              <ButtonLink to={`/discussions/${family.discussionId}`} size="small">
                Brief<span className="visually-hidden"> of {family.familyName}</span>
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
