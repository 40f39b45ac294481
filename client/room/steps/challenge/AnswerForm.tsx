import { useState } from 'react';
import { Button } from '../../../ui/actions/Button.js';
import { TextArea } from '../../../ui/fields/TextField.js';
import { CaptureFor } from '../../fields/CaptureFor.js';
import { Refused } from '../../fields/Refused.js';
import { useKept } from '../../fields/use-kept.js';
import { useAct, useDiscussion } from '../../in-discussion.js';

/** An answer to a challenge: open while there is none, one press away after that. */
export function AnswerForm({ challengeId, first }: { challengeId: string; first: boolean }) {
  const { you } = useDiscussion();
  const { handIn, refused } = useAct();
  const empty = { text: '', forPersonId: '' };
  const [form, change, clear] = useKept('challenge.answer', empty, challengeId);
  const [open, setOpen] = useState(false);
  if (!first && !open && !form.text) {
    return (
      <li className="turn-more">
        <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
          Add another answer
        </Button>
      </li>
    );
  }
  const send = () => {
    if (!form.text.trim()) return;
    const { text, forPersonId } = form;
    clear();
    setOpen(false);
    const payload = { challengeId, text: text.trim(), ...(forPersonId && { forPersonId }) };
    void handIn('challenge.answer', payload, () => change(form));
  };
  return (
    <li className="turn-form stack close">
      <CaptureFor
        value={form.forPersonId}
        onChange={(forPersonId) => change({ forPersonId })}
        label="Whose answer is it?"
      />
      <TextArea
        label={form.forPersonId ? 'Their answer' : `Your answer, ${you.name.split(' ')[0]}`}
        rows={2}
        maxLength={4000}
        value={form.text}
        onChange={(text) => change({ text })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return;
          event.preventDefault();
          send();
        }}
      />
      <div className="row wraps">
        <Button
          unavailable={form.text.trim() ? undefined : 'Write the answer first'}
          reason="hidden"
          onClick={send}
        >
          Record this answer
        </Button>
      </div>
      <Refused says={refused} />
    </li>
  );
}
