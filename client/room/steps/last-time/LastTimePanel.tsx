import { useState } from 'react';
import { disciplineOf } from '../../../../shared/disciplines.js';
import type { LastStep } from '../../../../shared/discussion/state.js';
import { PersonMark } from '../../../marks/PersonMark.js';
import { Button } from '../../../ui/actions/Button.js';
import { ChipChoice } from '../../../ui/fields/Chips.js';
import { TextField } from '../../../ui/fields/TextField.js';
import { longDate, shortDate } from '../../../ui/format.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { Note } from '../../../ui/surfaces/Note.js';
import { Tag } from '../../../ui/surfaces/Tag.js';
import { Empty } from '../../../ui/surfaces/Waiting.js';
import { Refused } from '../../fields/Refused.js';
import { useDraft } from '../../fields/use-draft.js';
import { useAct, useDiscussion, useMay } from '../../in-discussion.js';
import type { PanelProps } from '../panels.js';
import './last-time.css';

const answers: { value: LastStep['status']; label: string }[] = [
  { value: 'done', label: 'Done' },
  { value: 'not-yet', label: 'Not yet' },
  { value: 'no-longer-needed', label: 'No longer needed' },
];

/** What became of the steps agreed last time, one by one, and what is still open from then. */
export function LastTimePanel({ step, headingRef }: PanelProps) {
  const { state } = useDiscussion();
  const open = state.challenges.filter((challenge) => challenge.carriedFrom && !challenge.outcome);
  const since = state.lastHeldOn ? `Agreed ${longDate(state.lastHeldOn)}` : undefined;
  return (
    <Card
      heading={step.prompt}
      headingRef={headingRef}
      aside={since && <span className="small muted">{since}</span>}
    >
      <div className="stack">
        {open.map((challenge) => (
          <Note key={challenge.challengeId} tone="warn" icon="talk">
            <b>A challenge is still open from last time.</b> “{challenge.text}”
          </Note>
        ))}
        {state.lastSteps.length === 0 ? (
          <Empty fact="No next steps from last time.">
            {state.lastHeldOn
              ? 'Nothing was left to do.'
              : 'This is the first time this family is talked about.'}
          </Empty>
        ) : (
          <ol className="last-steps">
            {state.lastSteps.map((last) => (
              <LastStepRow key={last.stepId} last={last} />
            ))}
          </ol>
        )}
      </div>
    </Card>
  );
}

/** One step of last time, with what became of it. */
export function LastStepRow({ last }: { last: LastStep }) {
  const { state, people, today } = useDiscussion();
  const { act, refused } = useAct();
  const may =
    useMay('step.last', { stepId: last.stepId, status: 'done' }) === null && state.status !== 'signed';
  const note = useDraft(
    last.note,
    (text) => void act('step.last', { stepId: last.stepId, status: last.status, note: text }),
  );
  const [telling, setTelling] = useState(false);
  const owner = people.find(last.ownerId);
  const late = last.status === 'open' && last.dueOn !== null && last.dueOn < today;
  const hidden = last.protected && last.text === '';
  return (
    <li className="last-step">
      {owner && <PersonMark discipline={owner.discipline} />}
      <div className="grow stack tight">
        <p>
          {hidden ? <span className="muted">Protected next step</span> : last.text}{' '}
          {last.carried > 0 && (
            <Tag tone="warn" icon="again">
              Carried {last.carried === 1 ? 'once' : `${last.carried} times`}
            </Tag>
          )}
        </p>
        <p className="small muted">
          {owner ? `${owner.firstName}, ${disciplineOf(owner.discipline).label.toLowerCase()}` : 'No owner'}
          {last.withWhom && `, with ${last.withWhom}`}
          {last.dueOn && (
            <>
              {' · '}
              <span className={late ? 'warn-words' : undefined}>due {shortDate(last.dueOn, today)}</span>
            </>
          )}
          {last.evidence && ` · ${last.evidence}`}
        </p>
        {may ? (
          <>
            <ChipChoice
              legend={`What became of: ${hidden ? 'protected next step' : last.text}`}
              legendHidden
              size="small"
              options={answers}
              value={last.status === 'open' ? undefined : last.status}
              onChange={(status) => void act('step.last', { stepId: last.stepId, status, note: note.value })}
            />
            {last.status !== 'open' && (last.status !== 'done' || telling || note.value !== '') && (
              <TextField
                label={last.status === 'done' ? 'What came of it?' : 'Why, in a few words?'}
                maxLength={300}
                {...note}
              />
            )}
            {last.status === 'done' && !telling && note.value === '' && (
              <p>
                <Button kind="quiet" size="small" onClick={() => setTelling(true)}>
                  Say what came of it
                </Button>
              </p>
            )}
          </>
        ) : (
          last.status !== 'open' && (
            <p>
              <Tag tone={last.status === 'done' ? 'good' : 'plain'}>
                {answers.find((a) => a.value === last.status)?.label}
              </Tag>{' '}
              {last.note}
            </p>
          )
        )}
        <Refused says={refused} />
      </div>
    </li>
  );
}
