import { useState } from 'react';
import type { FigurePart, OversightPage } from '../../../shared/audit/http.js';
import { Button } from '../../ui/actions/Button.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import { shortDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Table } from '../../ui/surfaces/Table.js';
import type { AuditQuestion } from '../asking.js';
import { cutSays, ofSays } from '../count-words.js';
import { FigureDetail } from './FigureDetail.js';
import { OversightLists } from './OversightLists.js';

interface Props {
  page: OversightPage;
  question: AuditQuestion;
  today: string;
  /** Which record got which grade is for managers. */
  seesGrades: boolean;
}

/** The other measures, each with its counts; each opens to its rows, to what belongs beside it and to how it falls by group. */
export function WorthALook({ page, question, today, seesGrades }: Props) {
  const [shown, setShown] = useState<FigurePart['measure'] | null>(null);
  const figure = page.figures.find((one) => one.measure === shown);
  const since = `Since ${shortDate(page.from, today)}`;
  return (
    <>
      <Card
        heading="Also worth a look"
        headingSize="l"
        about={
          question.by ? `${since}. Each opens to how it falls ${cutSays(question.by).toLowerCase()}.` : since
        }
      >
        <Table
          caption="Other measures"
          size="small"
          rows={page.figures}
          rowKey={(one) => one.measure}
          columns={[
            { key: 'title', heading: 'Measure', names: true, cell: (one) => one.title },
            {
              key: 'count',
              heading: 'Count',
              figure: true,
              cell: (one) => (
                <button type="button" className="audit-open nowrap" onClick={() => setShown(one.measure)}>
                  {ofSays(one)}
                  <span className="visually-hidden">: {one.title}</span>
                </button>
              ),
            },
          ]}
        />
      </Card>
      <OversightLists page={page} today={today} />
      {figure && (
        <Dialog
          open
          title={figure.title}
          onClose={() => setShown(null)}
          width="wide"
          actions={<Button onClick={() => setShown(null)}>Close</Button>}
        >
          <FigureDetail
            figure={figure}
            question={question}
            today={today}
            opens={figure.measure !== 'quality' || seesGrades}
          />
        </Dialog>
      )}
    </>
  );
}
