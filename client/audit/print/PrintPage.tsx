import { useState } from 'react';
import { useNavigate } from 'react-router';
import type {
  AttendancePage,
  GapsPage,
  MonthsPage,
  OversightPage,
  SnapshotPage,
} from '../../../shared/audit/http.js';
import { onlyTeamKept } from '../../../shared/people.js';
import { Asked } from '../../Asked.js';
import type { Around } from '../../live/around.js';
import { Button } from '../../ui/actions/Button.js';
import { ChipChoice } from '../../ui/fields/Chips.js';
import { countOf, dateAndTime, localDate, longDate } from '../../ui/format.js';
import { usePageTitle } from '../../ui/frames/page-title.js';
import { Icon } from '../../ui/icons.js';
import { Table } from '../../ui/surfaces/Table.js';
import { useAsked } from '../../use-asked.js';
import { asQuery, useAuditQuestion } from '../asking.js';
import { BackToAudit } from '../BackToAudit.js';
import { countSays, cutSays, leadSays, overdueSays, shareSays } from '../count-words.js';
import { ReasonDialog } from '../reason/ReasonDialog.js';
import { withReason } from '../reason/reason.js';
import { useReason } from '../reason/reason-provider.js';
import { medianSays, stillWaiting } from '../standing/gap-words.js';
import { StandsTable } from '../standing/StandsTable.js';
import { GapsPrinted, GroupsPrinted, MeasuresTable, PrintedMonths } from './PrintTables.js';
import { groupLines, leftOut, measureLines, type Printed, waitsSay } from './print-words.js';
import '../audit.css';
import './print-page.css';

/** The figures on paper, for people who will never sign in. Why they are taken is asked first, if nobody said. */
export function PrintPage({ around }: { around: Around }) {
  const { why } = useReason();
  const navigate = useNavigate();
  usePageTitle(['To print', 'Audit']);
  if (why) return <ToPrint around={around} why={why} />;
  return (
    <div className="stack">
      <BackToAudit />
      <h1>A page for a committee, to print</h1>
      <ReasonDialog
        act="Open the page"
        onSaid={() => undefined}
        onLeft={() => void navigate(`/audit${window.location.search}`)}
      >
        <p>The page leaves the product on paper.</p>
      </ReasonDialog>
    </div>
  );
}

/** Counts and words, and no family’s name unless it is asked for. */
function ToPrint({ around, why }: { around: Around; why: string }) {
  const [question] = useAuditQuestion(onlyTeamKept(around.you.roles) || null);
  const [names, setNames] = useState(false);
  // That they are asked for to be printed is written down with who looked.
  const path = (page: string, by = question.by) =>
    withReason(`audit/${page}?${asQuery({ ...question, by })}`, `${why}, to print`);
  const snapshot = useAsked<SnapshotPage>(path('snapshot'));
  const months = useAsked<MonthsPage>(path('months', null));
  const attendance = useAsked<AttendancePage>(path('attendance'));
  const oversight = useAsked<OversightPage>(path('oversight'));
  const gaps = useAsked<GapsPage>(path('gaps'));
  return (
    <div className="stack">
      <div className="row apart wraps not-printed">
        <BackToAudit />
        <div className="row wraps">
          <ChipChoice
            legend="Families on this page"
            size="small"
            value={names ? 'names' : 'counts'}
            options={[
              { value: 'counts', label: 'As counts' },
              { value: 'names', label: 'By name' },
            ]}
            onChange={(which) => setNames(which === 'names')}
          />
          <Button icon={<Icon name="print" />} onClick={() => window.print()}>
            Print this page
          </Button>
        </div>
      </div>
      <Asked page query={snapshot} fetching="Counting">
        {(stands) => (
          <Asked query={months} fetching="Fetching the months">
            {(monthly) => (
              <Asked query={attendance} fetching="Fetching who was there">
                {(there) => (
                  <Asked query={oversight} fetching="Fetching the other measures">
                    {(other) => (
                      <Asked query={gaps} fetching="Fetching how long families wait">
                        {(waits) => (
                          <Sheet
                            printed={{
                              ...{ snapshot: stands, months: monthly, attendance: there },
                              ...{ oversight: other, gaps: waits },
                            }}
                            names={names}
                            asReported={question.asReported}
                            you={around.you.name}
                          />
                        )}
                      </Asked>
                    )}
                  </Asked>
                )}
              </Asked>
            )}
          </Asked>
        )}
      </Asked>
    </div>
  );
}

interface SheetProps {
  printed: Printed;
  names: boolean;
  asReported: boolean;
  you: string;
}

function Sheet({ printed, names, asReported, you }: SheetProps) {
  const { snapshot, months, oversight, gaps } = printed;
  const { families, children, lists, longest } = snapshot;
  const [now] = useState(() => new Date());
  const today = localDate(now);
  const left = leftOut(printed);
  const groups = groupLines(printed);
  return (
    <article className="audit-sheet" aria-labelledby="audit-sheet-title">
      <p className="print-line small">
        Group supervision · {snapshot.teamName ?? 'All my teams'} · as at {longDate(snapshot.asAt)} · limit{' '}
        {snapshot.limitSays} · printed by {you}, {dateAndTime(now)}
      </p>
      <h1 id="audit-sheet-title">
        How often families are supervised{snapshot.teamName && `: ${snapshot.teamName}`}
      </h1>
      <p className="audit-lead">{leadSays(families)}</p>
      <p>
        {longest && `The longest wait today is ${countOf(longest.days, 'day')}. `}
        {overdueSays(lists.overdue.length)}.{' '}
        {families.denominator > 0 && `In time: ${shareSays(families, 'families')}`}
        {children.denominator > 0 && `, ${shareSays(children, 'children')}`}
        {families.denominator > 0 && '.'}
      </p>

      <h2>The measures</h2>
      <p className="small muted">
        What happened between {longDate(oversight.from)} and {longDate(oversight.asAt)}; how families stand is
        as at the last of these days.
      </p>
      <MeasuresTable rows={measureLines(printed)} />

      {snapshot.by && groups.length > 0 && (
        <>
          <h2>The measures {cutSays(snapshot.by.cut).toLowerCase()}</h2>
          <GroupsPrinted cut={snapshot.by.cut} rows={groups} />
        </>
      )}

      <h2>How long families wait</h2>
      {gaps.longest.length > 0 && <GapsPrinted page={gaps} names={names} today={today} />}
      <p>
        Waits that ended in these months, and were within the limit: {countSays(gaps.intervals)}.{' '}
        {medianSays(gaps.intervals)} {stillWaiting(gaps.intervals)}
      </p>

      <h2>Supervised in each month</h2>
      <PrintedMonths page={months} asReported={asReported} today={today} />

      <h2>How long families have waited past their limit</h2>
      {lists.overdue.length === 0 ? (
        <p>No family has waited too long.</p>
      ) : names ? (
        <StandsTable caption="Families past their limit" rows={lists.overdue} today={today} />
      ) : (
        <Table
          caption="Families past their limit"
          size="small"
          rows={waitsSay(lists)}
          rowKey={(row) => row.title}
          columns={[
            { key: 'title', heading: 'Past the limit by', names: true, cell: (row) => row.title },
            { key: 'families', heading: 'Families', figure: true, cell: (row) => row.families },
          ]}
        />
      )}

      <h2>What was left out, and why</h2>
      {left.length === 0 ? (
        <p>Nothing was left out.</p>
      ) : (
        <ul className="audit-names">
          {left.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}

      <h2>How to read this page</h2>
      <p className="small">
        A family is in time while its next discussion is not yet due; the day it is due counts as in time.
        What rests on a record that is not signed yet is counted, and shown apart. Where fewer than 10 are
        counted there is no rate: one family more or less would change it too much. Months are compared with
        what is to be expected here, not with other places.
      </p>
    </article>
  );
}
