import { useParams } from 'react-router';
import type { SamplePage as Page } from '../../../shared/audit/sample/http.js';
import { gradeCodes, grades } from '../../../shared/audit/sample/questions.js';
import { Asked } from '../../Asked.js';
import { ButtonLink } from '../../ui/actions/Button.js';
import { longDate } from '../../ui/format.js';
import { usePageTitle } from '../../ui/frames/page-title.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { useLooked } from '../asking.js';
import { Looking } from '../reason/Looking.js';
import { Graded } from './Graded.js';
import { RecordsTable } from './RecordsTable.js';
import { agreementSays, gradeTones, periodSays, qualitySays } from './sample-words.js';
import './samples.css';

/** One sample: its records, who may grade them, what readers found, and how far two readers agree. */
export function SamplePage() {
  const { sampleId = '' } = useParams();
  const page = useLooked<Page>(`audit/samples/${sampleId}`);
  usePageTitle(['Sample', 'Audit']);
  return (
    <Asked page query={page} fetching="Fetching the sample">
      {(sample) => (
        <div className="stack">
          <div className="row apart wraps">
            <div>
              <h1>Records of {sample.teams}</h1>
              <p className="muted">
                Discussions held {periodSays(sample.from, sample.to)}. Drawn on {longDate(sample.madeAt)} by{' '}
                {sample.byName} from the seed “{sample.seed}”.
              </p>
            </div>
            <div className="row wraps">
              <ButtonLink to="/audit/samples">See all samples</ButtonLink>
              {sample.mayPack && (
                <ButtonLink to={`/audit/packs?sample=${sample.sampleId}`}>
                  Ask for its inspection pack
                </ButtonLink>
              )}
            </div>
          </div>
          <Looking seesLooks />
          <div className="with-side">
            <Card heading={`${sample.graded} of ${sample.records} graded`}>
              <RecordsTable sample={sample} />
            </Card>
            <div className="stack">
              <QualityCard sample={sample} />
              <AgreementCard sample={sample} />
            </div>
          </div>
          <Graded records={sample.list} />
        </div>
      )}
    </Asked>
  );
}

function QualityCard({ sample: { quality, graded } }: { sample: Page }) {
  return (
    <Card heading={qualitySays(quality)} headingSize="l" padding="side">
      {graded > 0 && (
        <ul className="grade-counts">
          {gradeCodes.map((grade) => (
            <li key={grade}>
              <Tag tone={gradeTones[grade]}>{grades[grade]}</Tag>
              <span className="tabular">{quality[grade]}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="small muted">Of records that have every grade they are to have, by the first reader.</p>
    </Card>
  );
}

function AgreementCard({ sample: { agreement } }: { sample: Page }) {
  const { overall, answers } = agreement;
  return (
    <Card heading="Two readers of one record" headingSize="l" padding="side">
      {overall.pairs === 0 ? (
        <p>{agreementSays(overall)}.</p>
      ) : (
        <>
          <dl className="agreement">
            <dt>The record as a whole</dt>
            <dd>{agreementSays(overall)}</dd>
            <dt>The ten questions</dt>
            <dd>{agreementSays(answers)}</dd>
          </dl>
          <p className="small muted">
            Kappa leaves out what chance alone would give: 1 is full agreement, 0 is no more than chance.
          </p>
        </>
      )}
    </Card>
  );
}
