import { useState } from 'react';
import type { FigurePart, OversightPage } from '../../../shared/audit/http.js';
import { spelled } from '../../../shared/audit/spelled.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import { countOf, shortDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Table } from '../../ui/surfaces/Table.js';
import { countSays, ofSays } from '../count-words.js';
import { OversightLists } from './OversightLists.js';

/** The other measures, each with its counts; each opens to what belongs beside it and how it falls by group. */
export function WorthALook({ page, today }: { page: OversightPage; today: string }) {
  const [shown, setShown] = useState<FigurePart | null>(null);
  return (
    <>
      <Card heading="Also worth a look" headingSize="l" about={`Since ${shortDate(page.from, today)}`}>
        <Table
          caption="Other measures"
          size="small"
          rows={page.figures}
          rowKey={(figure) => figure.measure}
          columns={[
            { key: 'title', heading: 'Measure', names: true, cell: (figure) => figure.title },
            {
              key: 'count',
              heading: 'Count',
              figure: true,
              cell: (figure) => (
                <button type="button" className="audit-open nowrap" onClick={() => setShown(figure)}>
                  {ofSays(figure)}
                  <span className="visually-hidden">: {figure.title}</span>
                </button>
              ),
            },
          ]}
        />
      </Card>
      <OversightLists page={page} today={today} />
      {shown && (
        <Dialog open title={shown.title} onClose={() => setShown(null)} width="wide">
          <FigureDetail figure={shown} />
        </Dialog>
      )}
    </>
  );
}

function FigureDetail({ figure }: { figure: FigurePart }) {
  const beside = Object.entries(figure.beside);
  const reasons = Object.entries(figure.reasons);
  return (
    <div className="stack">
      <p className="large">{countSays(figure)}</p>
      {figure.provisional > 0 && <p>{countOf(figure.provisional, 'record')} of these are not signed yet.</p>}
      {figure.apart > 0 && <p>{figure.apart} looked at and not counted.</p>}
      {beside.length > 0 && (
        <Table
          caption="To be read with it"
          captionShown
          size="small"
          rows={beside}
          rowKey={([name]) => name}
          columns={[
            { key: 'name', heading: 'Figure', names: true, cell: ([name]) => spelled(name) },
            {
              key: 'value',
              heading: 'Value',
              figure: true,
              cell: ([, value]) => value ?? 'nothing to reckon',
            },
          ]}
        />
      )}
      {reasons.length > 0 && (
        <Table
          caption="Where they landed"
          captionShown
          size="small"
          rows={reasons}
          rowKey={([name]) => name}
          columns={[
            { key: 'name', heading: 'Reason', names: true, cell: ([name]) => spelled(name) },
            { key: 'value', heading: 'Count', figure: true, cell: ([, value]) => value },
          ]}
        />
      )}
      {figure.groups.length > 0 && (
        <Table
          caption="By group"
          captionShown
          size="small"
          rows={figure.groups}
          rowKey={(group) => group.group}
          columns={[
            { key: 'name', heading: 'Group', names: true, cell: (group) => group.name },
            { key: 'count', heading: 'Count', figure: true, cell: (group) => countSays(group) },
          ]}
        />
      )}
    </div>
  );
}
