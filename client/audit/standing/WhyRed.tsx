import { Link } from 'react-router';
import { spelled } from '../../../shared/audit/spelled.js';
import type { WayOut } from '../../../shared/schedule/planner.js';
import { Asked } from '../../Asked.js';
import { longDate, shortDate } from '../../ui/format.js';
import { useAsked } from '../../use-asked.js';
import { type AuditQuestion, useWhy } from '../asking.js';
import { BookWay } from './BookWay.js';

/** Line by line why a family stands as it does, the rule that says so, and, where it waits too long, the nearest way to mend it. */
export function WhyRed({
  familyId,
  question,
  today,
}: {
  familyId: string;
  question: AuditQuestion;
  today: string;
}) {
  const why = useWhy(familyId, question);
  return (
    <div className="why-red">
      <Asked query={why} fetching="Fetching what happened">
        {({ because, policy, limitSays, reason }) => (
          <>
            <h3 className="small">
              {isRed(reason) ? 'Why is this red?' : `Why: ${spelled(reason).toLowerCase()}`}
            </h3>
            <ol>
              {because
                .filter((line) => line.kind !== 'rule')
                .map((line) => (
                  <li key={`${line.on} ${line.kind} ${line.says}`}>
                    <span className="muted">
                      {line.kind === 'today' ? 'Today' : shortDate(line.on, today)}
                    </span>
                    <span>{line.says}</span>
                  </li>
                ))}
            </ol>
            {policy && (
              <p className="muted">
                Rule: {policy.name}, version {policy.version}, since {longDate(policy.fromOn)}. Read{' '}
                {limitSays}.
              </p>
            )}
            {isRed(reason) ? <Mend familyId={familyId} /> : <OpenFamily familyId={familyId} />}
          </>
        )}
      </Asked>
    </div>
  );
}

/** The act that would mend it: the next free place, for those who plan; for everybody the family's page. */
function Mend({ familyId }: { familyId: string }) {
  const ways = useAsked<WayOut[]>(`planner/families/${familyId}/ways`);
  const [best] = ways.data ?? [];
  return (
    <div className="row wraps why-mend">
      {best && <BookWay familyId={familyId} way={best} />}
      <OpenFamily familyId={familyId} />
    </div>
  );
}

function OpenFamily({ familyId }: { familyId: string }) {
  return (
    <Link className="small" to={`/families/${familyId}`}>
      Open the family
    </Link>
  );
}

/** Past its limit, or held in time by a record that nobody signed. */
function isRed(reason: string): boolean {
  return reason === 'overdue' || reason === 'overdue-first' || reason === 'unsigned';
}
