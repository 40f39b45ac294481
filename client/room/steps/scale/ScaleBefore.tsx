import { useState } from 'react';
import { Button } from '../../../ui/actions/Button.js';
import { Disclosure } from '../../../ui/actions/Disclosure.js';
import { ScaleInput } from '../../../ui/charts/ScaleInput.js';
import { Combobox } from '../../../ui/fields/Combobox.js';
import { TextField } from '../../../ui/fields/TextField.js';
import { Icon } from '../../../ui/icons.js';
import { usePendingSays } from '../../fields/PendingMark.js';
import { Refused } from '../../fields/Refused.js';
import { useDraft } from '../../fields/use-draft.js';
import { useKept } from '../../fields/use-kept.js';
import { useAct, useDiscussion, useMay } from '../../in-discussion.js';
import { roleOf } from '../../people/people.js';
import { peopleHere } from '../check-in/attendance-rows.js';

const ends = { low: 'harm is happening', high: 'safe enough to close' };

/** One's own hidden score, until the chair reveals; and, for whoever holds the pen, one handed over on paper. */
export function ScaleBefore({ question }: { question: string }) {
  const { state, you, people } = useDiscussion();
  const { act, refused } = useAct();
  const mine = state.scale.scores[you.personId];
  const [form, change, clear] = useKept('scale.score', { reason: mine?.reason ?? '' });
  const maySelf = useMay('scale.score', { score: 5, reason: '' }) === null;
  const mayType =
    useMay('scale.score', { score: 5, reason: '', forPersonId: others(state, you.personId)[0] }) === null;
  const waits = usePendingSays((kind, payload) => kind === 'scale.score' && !payload['forPersonId']);
  // From the first score on the reason goes with it; before that it has nothing to go with, and waits here.
  const give = (score: number, reason: string) => {
    clear();
    void act('scale.score', { score, reason });
  };
  const reason = useDraft(form.reason, (text) => (mine ? give(mine.score, text) : change({ reason: text })));
  const here = Math.max(peopleHere(state).length, state.scale.count);
  const chair = state.chairId ? people.firstName(state.chairId) : 'the chair';
  return (
    <div className="stack">
      {maySelf && (
        <>
          <ScaleInput
            legend={question}
            legendHidden
            {...ends}
            value={mine?.score}
            onChange={(score) => give(score, reason.value)}
          />
          <TextField label="One line of why" maxLength={400} state={waits} {...reason} />
          <Refused says={refused} />
        </>
      )}
      <p className="row small">
        <Icon name="eye" />
        <span>
          {maySelf ? 'Nobody sees this until ' : 'Nobody sees a score until '}
          {chair} reveals. {state.scale.count} of {here} have scored.
        </span>
      </p>
      {mayType && (
        <Disclosure summary="Type in a score handed over on paper">
          <PaperScore />
        </Disclosure>
      )}
    </div>
  );
}

function others(
  state: { expected: readonly { personId: string | null }[]; chairId: string | null },
  own: string,
): string[] {
  return [...state.expected.map((e) => e.personId), state.chairId].flatMap((id) =>
    id && id !== own ? [id] : [],
  );
}

function PaperScore() {
  const { state, you, people } = useDiscussion();
  const { handIn, refused } = useAct();
  const [form, change, clear] = useKept(
    'scale.score',
    { forPersonId: '', reason: '', score: undefined as number | undefined },
    'on paper',
  );
  const [done, setDone] = useState('');
  const ids = [
    ...new Set([...others(state, you.personId), ...peopleHere(state).map((p) => p.personId)]),
  ].filter((id) => id !== you.personId);
  const missing = !form.forPersonId
    ? 'Choose whose score it is'
    : form.score === undefined
      ? 'Choose the score'
      : undefined;
  const send = async () => {
    const { forPersonId, reason, score } = form;
    clear();
    if (await handIn('scale.score', { score, reason, forPersonId }, () => change(form)))
      setDone(`${people.firstName(forPersonId)}’s score is kept hidden until the reveal.`);
  };
  return (
    <div className="stack">
      <Combobox
        label="Whose score is it?"
        value={form.forPersonId}
        options={ids.flatMap((id) => {
          const person = people.find(id);
          return person ? [{ value: id, label: person.name, detail: roleOf(person) }] : [];
        })}
        onChange={(forPersonId) => change({ forPersonId })}
      />
      <ScaleInput legend="Their score" {...ends} value={form.score} onChange={(score) => change({ score })} />
      <TextField
        label="Their line of why"
        maxLength={400}
        value={form.reason}
        onChange={(reason) => change({ reason })}
      />
      <div className="row wraps">
        <Button unavailable={missing} onClick={() => void send()}>
          Keep this score hidden
        </Button>
        <span role="status" className="small muted">
          {done}
        </span>
      </div>
      <Refused says={refused} />
    </div>
  );
}
