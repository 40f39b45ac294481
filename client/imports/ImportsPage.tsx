import type { ImportRun } from '../../shared/families/imports.js';
import { administers } from '../../shared/people.js';
import { refusals } from '../../shared/refusals.js';
import { Asked } from '../Asked.js';
import type { Around } from '../live/around.js';
import { Disclosure } from '../ui/actions/Disclosure.js';
import { dateAndTime } from '../ui/format.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Card } from '../ui/surfaces/Card.js';
import { Empty } from '../ui/surfaces/Waiting.js';
import { useAsked } from '../use-asked.js';
import { AnnexACard } from './AnnexACard.js';
import { HistoryCard } from './HistoryCard.js';
import { Report } from './Report.js';

/** Bringing a council’s own lists in: children and plans, and when each family was last supervised. */
export function ImportsPage({ around }: { around: Around }) {
  usePageTitle(['Imports']);
  if (!administers(around.you.roles)) {
    return (
      <>
        <h1>Not found</h1>
        <Empty fact={refusals['not-found']} />
      </>
    );
  }
  return (
    <div className="stack">
      <h1>Imports</h1>
      <div className="imports-columns">
        <AnnexACard />
        <HistoryCard />
      </div>
      <Past />
    </div>
  );
}

function Past() {
  const runs = useAsked<ImportRun[]>('imports');
  return (
    <Card heading="Imports before" about="The newest 20. A file that changed nothing leaves no line here.">
      <Asked query={runs} fetching="Fetching the imports">
        {(list) =>
          list.length === 0 ? (
            <Empty fact="Nothing has been imported yet." />
          ) : (
            <ul>
              {list.map((run) => (
                <li key={run.importId}>
                  <Disclosure
                    summary={
                      <>
                        {run.report.kind === 'annex-a' ? 'Annex A' : 'History'}, {dateAndTime(run.at)},{' '}
                        {run.byName}
                        <span className="small muted"> {run.report.fileName}</span>
                      </>
                    }
                  >
                    <Report report={run.report} />
                  </Disclosure>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Card>
  );
}
