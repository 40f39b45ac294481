import type { SampleRecord } from '../../../shared/audit/sample/http.js';
import { grades, questionCodes, questions } from '../../../shared/audit/sample/questions.js';
import { Disclosure } from '../../ui/actions/Disclosure.js';
import { longDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { gradeTones } from './sample-words.js';

type Given = SampleRecord['grades'][number];

/** What readers found, record by record, as far as whoever looks may see it yet. */
export function Graded({ records }: { records: readonly SampleRecord[] }) {
  const graded = records.filter((record) => record.grades.length > 0);
  if (graded.length === 0) return null;
  return (
    <Card heading="What readers found">
      <ul className="rows">
        {graded.map((record) => (
          <li key={record.discussionId} className="graded">
            <h3 className="heading-l">
              {record.familyName}
              {record.heldOn && <span className="small muted">, held {longDate(record.heldOn)}</span>}
            </h3>
            {record.grades.map((given) => (
              <Disclosure
                key={given.nth}
                summary={`${given.graderName}, ${longDate(given.at)}`}
                aside={<Tag tone={gradeTones[given.overall]}>{grades[given.overall]}</Tag>}
              >
                <Answers given={given} />
              </Disclosure>
            ))}
            {record.given < record.wanted && (
              <p className="small muted">Another reader is to grade it, and does not see this yet.</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Answers({ given }: { given: Given }) {
  return (
    <>
      <dl className="answers">
        {questionCodes.map((code) => (
          <div key={code}>
            <dt>{questions[code]}</dt>
            <dd>
              <Tag tone={gradeTones[given.answers[code]]}>{grades[given.answers[code]]}</Tag>
            </dd>
          </div>
        ))}
      </dl>
      {given.words && <p className="measure words">{given.words}</p>}
    </>
  );
}
