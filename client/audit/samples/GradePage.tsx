import type { FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { SamplePage as Page, SampleRecord } from '../../../shared/audit/sample/http.js';
import {
  type Grade,
  gradeCodes,
  grades,
  type QuestionCode,
  questionCodes,
  questions,
} from '../../../shared/audit/sample/questions.js';
import { refusals } from '../../../shared/refusals.js';
import { Asked } from '../../Asked.js';
import { ask } from '../../api.js';
import { Button, ButtonLink } from '../../ui/actions/Button.js';
import { ChipChoice } from '../../ui/fields/Chips.js';
import { ErrorSummary } from '../../ui/fields/ErrorSummary.js';
import { TextArea } from '../../ui/fields/TextField.js';
import { longDate } from '../../ui/format.js';
import { usePageTitle } from '../../ui/frames/page-title.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Note } from '../../ui/surfaces/Note.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { useForm } from '../../use-form.js';
import { useLooked } from '../asking.js';
import { withReason } from '../reason/reason.js';
import { useReasonKept } from '../reason/reason-provider.js';
import { whyNotSays } from './sample-words.js';
import './samples.css';

/** One record, read and graded: ten questions, the whole, and words. */
export function GradePage() {
  const { sampleId = '', discussionId = '' } = useParams();
  const page = useLooked<Page>(`audit/samples/${sampleId}`);
  usePageTitle(['Grade a record', 'Audit']);
  return (
    <Asked page query={page} fetching="Fetching the record">
      {(sample) => {
        const record = sample.list.find((r) => r.discussionId === discussionId);
        if (!record || record.whyNot !== null)
          return (
            <>
              <h1>{record ? record.familyName : 'Not found'}</h1>
              <Empty fact={record ? whyNotSays(record) : refusals['not-found']}>
                <ButtonLink to={`/audit/samples/${sampleId}`}>See the sample</ButtonLink>
              </Empty>
            </>
          );
        return <GradeForm sampleId={sampleId} record={record} />;
      }}
    </Asked>
  );
}

type Values = Record<QuestionCode | 'overall', Grade | ''> & { words: string };

const unanswered: Values = {
  ...(Object.fromEntries(questionCodes.map((code) => [code, ''])) as Record<QuestionCode, ''>),
  overall: '',
  words: '',
};
const options = gradeCodes.map((value) => ({ value, label: grades[value] }));

function GradeForm({ sampleId, record }: { sampleId: string; record: SampleRecord }) {
  const navigate = useNavigate();
  const reason = useReasonKept();
  const back = `/audit/samples/${sampleId}`;
  const form = useForm<Values>({
    initial: unanswered,
    check: (values) => ({
      ...Object.fromEntries(
        questionCodes.map((code) => [code, values[code] ? undefined : `Grade “${questions[code]}”`]),
      ),
      overall: values.overall ? undefined : 'Grade the record as a whole',
    }),
    send: ({ overall, words, ...answers }) =>
      ask(
        'POST',
        withReason(`audit/samples/${sampleId}/records/${record.discussionId}/grades`, reason.given()),
        {
          answers,
          overall,
          words,
        },
      ),
    done: () => void navigate(back),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <div className="stack">
      <div className="row apart wraps">
        <div>
          <h1>Grade the record of {record.familyName}</h1>
          <p className="muted">
            Held on {record.heldOn && longDate(record.heldOn)}, chaired by {record.chairName}.
            {record.wanted === 2 && ' Two people grade this one, and neither sees the other’s grades before.'}
          </p>
        </div>
        <a className="button plain" href={`/minutes/${record.minutesId}`} target="_blank" rel="noreferrer">
          Read the minutes<span className="visually-hidden"> in a new tab</span>
        </a>
      </div>
      <Card label="Grades">
        <form className="stack wide" onSubmit={submit} noValidate>
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          {questionCodes.map((code) => (
            <OneQuestion key={code} legend={questions[code]} {...form.field(code)} />
          ))}
          <OneQuestion legend="The record as a whole" {...form.field('overall')} />
          <TextArea
            label="In words (optional)"
            hint="What is strong, and what would make the next record better. The chair reads it."
            maxLength={4000}
            rows={4}
            {...form.field('words')}
          />
          {form.refused && (
            <Note tone="bad" role="alert">
              {form.refused}
            </Note>
          )}
          <div className="row wraps">
            <Button kind="primary" type="submit" busy={form.busy ? 'Recording' : undefined}>
              Record the grades
            </Button>
            <ButtonLink kind="quiet" to={back}>
              Cancel
            </ButtonLink>
          </div>
        </form>
      </Card>
    </div>
  );
}

interface QuestionProps {
  legend: string;
  id: string;
  value: Grade | '';
  onChange: (grade: Grade) => void;
  error: string | undefined;
}

function OneQuestion({ value, ...rest }: QuestionProps) {
  return <ChipChoice {...rest} options={options} value={value || undefined} />;
}
