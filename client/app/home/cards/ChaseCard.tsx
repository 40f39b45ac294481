import { disciplineOf } from '../../../../shared/disciplines.js';
import { owedFor, type Preparing } from '../../../../shared/home/preparing.js';
import { PersonMark } from '../../../marks/PersonMark.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { Tag } from '../../../ui/surfaces/Tag.js';
import { Empty } from '../../../ui/surfaces/Waiting.js';
import { dueSays, readySays, sessionSays } from './preparing-words.js';

/** For business support: who still owes what for the sessions that come, by when. */
export function ChaseCard({ sessions, today }: { sessions: readonly Preparing[]; today: string }) {
  if (sessions.length === 0) return null;
  return (
    <Card heading="Reviews still to come">
      <div className="stack">
        {sessions.map((session) => (
          <Owing key={session.sessionId} session={session} today={today} />
        ))}
      </div>
    </Card>
  );
}

function Owing({ session, today }: { session: Preparing; today: string }) {
  const owed = owedFor(session);
  const due = dueSays(session.dueOn, today);
  return (
    <section>
      <div className="heading-row">
        <h3>{sessionSays(session, today)}</h3>
        {owed.length > 0 && <Tag tone={due.late ? 'warn' : 'plain'}>{due.words}</Tag>}
      </div>
      <p className="small muted">{readySays(session.families.flatMap((family) => family.reviews))}</p>
      {owed.length === 0 && <Empty fact="Nothing is owed for it." />}
      <ul className="home-list">
        {owed.map(({ personId, name, discipline, families }) => (
          <li key={`${personId} ${discipline}`}>
            <PersonMark discipline={discipline} />
            <div className="grow">
              <b>{name}</b> <span className="small muted">{disciplineOf(discipline).person}</span>
              <p className="small muted">
                {families
                  .map(({ familyName, stands }) =>
                    stands === 'draft' ? `${familyName} (a draft)` : familyName,
                  )
                  .join(', ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
