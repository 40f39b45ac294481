import { useState } from 'react';
import { LineChart } from '../../../client/ui/charts/LineChart.js';
import { Ruler } from '../../../client/ui/charts/Ruler.js';
import { ScaleInput } from '../../../client/ui/charts/ScaleInput.js';
import { Card } from '../../../client/ui/surfaces/Card.js';
import { Table } from '../../../client/ui/surfaces/Table.js';
import { Tag } from '../../../client/ui/surfaces/Tag.js';
import { rulerPoints, scoresSentence } from './marks.js';

const series = [
  { date: '2025-10-14', value: 3, lowest: 2, highest: 5 },
  { date: '2025-11-11', value: 3, lowest: 2, highest: 5 },
  { date: '2025-12-09', value: 2, lowest: 1, highest: 4 },
  { date: '2026-01-06', value: 3, lowest: 2, highest: 5 },
  { date: '2026-02-03', value: 4, lowest: 3, highest: 5 },
  { date: '2026-03-10', value: 4, lowest: 3, highest: 6 },
];

const steps = [
  {
    what: 'Ask Jade what two jobs she would like to stop doing',
    who: 'Megan',
    by: '17 March',
    carried: false,
  },
  {
    what: 'Make the back bedroom safe: stair gate, plug covers',
    who: 'Lee, with Yusuf',
    by: '20 March',
    carried: false,
  },
  { what: 'Take Alfie to the dentist', who: 'Yusuf, was Megan', by: '24 March', carried: true },
];

export function Charts() {
  const [score, setScore] = useState<number | undefined>(7);
  return (
    <>
      <Card label="Safety over time">
        <LineChart
          heading="Safety over time"
          sentence="Group score 3, 3, 2, 3, 4, 4. The gap before 10 March was 35 days because 3 March was not reached."
          valueHeading="Group score"
          points={series}
          gaps={[{ from: '2026-02-03', to: '2026-03-10', words: '35 days' }]}
          legend="Line: group score. Bar: lowest to highest in the room."
        />
      </Card>
      <Card heading="Next steps" headingSize="l" aside={<span className="small muted">3 open</span>}>
        <Table
          caption="Open next steps"
          size="small"
          rows={steps}
          rowKey={(step) => step.what}
          columns={[
            {
              key: 'what',
              heading: 'What',
              names: true,
              cell: (step) => (
                <>
                  {step.what}{' '}
                  {step.carried && (
                    <Tag tone="warn" icon="again">
                      Carried twice
                    </Tag>
                  )}
                </>
              ),
            },
            { key: 'who', heading: 'Who', nowrap: true, cell: (step) => step.who },
            { key: 'by', heading: 'By', nowrap: true, cell: (step) => step.by },
          ]}
        />
      </Card>
      <Card heading="How safe are Jaden, Maya and Theo this month?" aside={<Tag tone="warn">Spread 3</Tag>}>
        <Ruler
          sentence={`${scoresSentence} Last month: Lorna 3, Adaeze 4, Priya 4, Dean 5, Marcus 5.`}
          points={rulerPoints('large')}
          before={[3, 4, 4, 5, 5]}
          beforeLabel="last month"
          low="harm is happening or certain"
          high="safe enough to close"
        />
      </Card>
      <Card label="Your score">
        <ScaleInput
          legend="How safe are Filip and Lena this month?"
          value={score}
          onChange={setScore}
          low="harm is happening"
          high="safe enough to close"
        />
      </Card>
    </>
  );
}
