import { useState } from 'react';
import type { MonthsPage } from '../../../shared/audit/http.js';
import { Button } from '../../ui/actions/Button.js';
import { RangeChart } from '../../ui/charts/RangeChart.js';
import { Icon } from '../../ui/icons.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import type { AuditQuestion } from '../asking.js';
import { MonthsTable } from './MonthsTable.js';
import { chartOf, chartSays, monthName, pointsOf, reportedSays } from './month-words.js';

/** How many families were supervised in each month, against what is to be expected here; a table stands in for the drawing. */
export function Months({
  page,
  question,
  today,
}: {
  page: MonthsPage;
  question: AuditQuestion;
  today: string;
}) {
  const { asReported } = question;
  const [asTable, setAsTable] = useState(false);
  const { months } = page;
  const chart = chartOf(page, asReported);
  const last = chart.points.at(-1);
  const points = pointsOf(page, asReported);
  const notOver = months.find((m) => !m.over);
  return (
    <>
      <div className="heading-row audit-months-heading">
        <h3>Supervised in each month</h3>
        <Button kind="quiet" size="small" onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as a chart' : 'Show as a table'}
        </Button>
      </div>
      {months.length === 0 ? (
        <Empty fact="No month is over yet." />
      ) : asTable ? (
        <MonthsTable page={page} question={question} today={today} />
      ) : (
        <RangeChart
          sentence={chartSays(page, asReported)}
          points={points}
          mean={last?.mean ?? null}
          lower={last ? Math.max(0, last.lower) : null}
          upper={last ? Math.min(100, last.upper) : null}
          meanLabel={last ? `average ${Math.round(last.mean)}%` : ''}
          rangeLabel={last ? ['expected', `down to ${Math.round(Math.max(0, last.lower))}%`] : []}
        />
      )}
      {months.length > 0 && (
        <p className="row top small audit-says">
          <Icon name="same" size="small" />
          <span>
            {chart.says} {notOver && `${monthName(notOver.month)} is not over. `}
            {reportedSays(months, today, asReported)}
            {last?.trial && ' Fewer than 13 months: the limits are trial limits.'}
          </span>
        </p>
      )}
    </>
  );
}
