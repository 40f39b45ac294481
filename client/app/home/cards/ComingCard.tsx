import type { HomeSession } from '../../../../shared/home/home.js';
import { ButtonLink } from '../../../ui/actions/Button.js';
import { countOf, timeOfDay, weekdayShortDate } from '../../../ui/format.js';
import { Card } from '../../../ui/surfaces/Card.js';

const shown = 5;

/** The sessions after the one above: those one has a part in, and those of families one watches over. */
export function ComingCard({ sessions, today }: { sessions: readonly HomeSession[]; today: string }) {
  if (sessions.length === 0) return null;
  return (
    <Card heading="Coming">
      <ul className="home-list">
        {sessions.slice(0, shown).map((session) => (
          <li key={session.sessionId}>
            <div className="grow">
              <b>
                {session.teamName}, {session.date === today ? 'today' : weekdayShortDate(session.date, today)}
                , {timeOfDay(session.startsAt)}
              </b>
              <p className="small muted">{familiesSay(session)}</p>
            </div>
            <ButtonLink to={`/sessions/${session.sessionId}`} size="small">
              {session.status === 'open' ? 'Join' : 'See the session'}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {sessions.length > shown && (
        <p className="small muted home-foot">and {countOf(sessions.length - shown, 'session')} after these</p>
      )}
    </Card>
  );
}

function familiesSay({ yours, slots }: HomeSession): string {
  if (yours.length === 0) return countOf(slots, 'family', 'families');
  if (yours.length > 3) return `${countOf(yours.length, 'family', 'families')} of yours`;
  return yours.map((slot) => slot.familyName).join(', ');
}
