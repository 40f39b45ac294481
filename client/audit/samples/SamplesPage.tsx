import { useState } from 'react';
import { Link } from 'react-router';
import type { SampleLine } from '../../../shared/audit/sample/http.js';
import { Asked } from '../../Asked.js';
import type { Around } from '../../live/around.js';
import { Button, ButtonLink } from '../../ui/actions/Button.js';
import { longDate } from '../../ui/format.js';
import { usePageTitle } from '../../ui/frames/page-title.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Table } from '../../ui/surfaces/Table.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { useLooked } from '../asking.js';
import { Looking } from '../reason/Looking.js';
import { DrawDialog } from './DrawDialog.js';
import { periodSays } from './sample-words.js';

/** Samples of signed records that managers read and grade. */
export function SamplesPage({ around }: { around: Around }) {
  usePageTitle(['Records to read', 'Audit']);
  const samples = useLooked<SampleLine[]>('audit/samples');
  const [draws, setDraws] = useState(false);
  return (
    <Asked page query={samples} fetching="Fetching the samples">
      {(list) => (
        <div className="stack">
          <div className="row apart wraps">
            <h1>Records to read</h1>
            <div className="row wraps">
              <ButtonLink to="/audit">See the audit</ButtonLink>
              <Button kind="primary" icon={<Icon name="plus" />} onClick={() => setDraws(true)}>
                Draw a sample
              </Button>
            </div>
          </div>
          <Looking seesLooks />
          <p className="measure">
            Signed records, drawn by chance: one of each chair in each month, and one more of each team.
            Nobody grades what they chaired, and one in ten is read by two people who do not see each other’s
            grades.
          </p>
          <Card label="Samples">
            {list.length === 0 ? (
              <Empty fact="No sample has been drawn yet.">
                Draw one of last month’s records to begin with.
              </Empty>
            ) : (
              <SamplesTable samples={list} />
            )}
          </Card>
          {draws && <DrawDialog you={around.you} onClose={() => setDraws(false)} />}
        </div>
      )}
    </Asked>
  );
}

function SamplesTable({ samples }: { samples: readonly SampleLine[] }) {
  return (
    <Table
      caption="Samples, the newest first"
      rows={samples}
      rowKey={(sample) => sample.sampleId}
      columns={[
        {
          key: 'days',
          heading: 'Discussions held',
          names: true,
          cell: (sample) => (
            <Link to={`/audit/samples/${sample.sampleId}`}>
              {periodSays(sample.from, sample.to)}
              <span className="visually-hidden">, drawn with {sample.seed}</span>
            </Link>
          ),
        },
        { key: 'team', heading: 'Team', cell: (sample) => sample.teams },
        {
          key: 'graded',
          heading: 'Graded',
          nowrap: true,
          cell: (sample) => `${sample.graded} of ${sample.records}`,
        },
        { key: 'seed', heading: 'Seed', cell: (sample) => sample.seed },
        {
          key: 'by',
          heading: 'Drawn',
          cell: (sample) => `${longDate(sample.madeAt)}, ${sample.byName}`,
        },
      ]}
    />
  );
}
