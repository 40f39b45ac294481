import { useState } from 'react';
import { Button } from '../../../ui/actions/Button.js';
import { Dialog } from '../../../ui/actions/Dialog.js';
import { TextArea } from '../../../ui/fields/TextField.js';
import { Refused } from '../../fields/Refused.js';
import { useKept } from '../../fields/use-kept.js';
import { useAct, useDiscussion, useMay } from '../../in-discussion.js';

/** One's own disagreement, kept in one's own name: it prints beside the decision and nobody else can change it. */
export function KeepDisagreement() {
  const { state, you } = useDiscussion();
  const { handIn, refused } = useAct();
  const own = state.dissents[you.personId]?.text ?? '';
  const [open, setOpen] = useState(false);
  const [form, change, clear] = useKept('dissent.keep', { text: own });
  const may = useMay('dissent.keep', { text: 'words' }) === null && state.status !== 'signed';
  // Whoever is in the middle of it when the minutes are signed keeps their words, to hand in or to copy.
  if (!may && !open) return null;
  const send = (text: string) => {
    setOpen(false);
    clear();
    void handIn('dissent.keep', { text }, () => change({ text }));
  };
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {own ? 'Change your disagreement' : 'Keep a disagreement'}
      </Button>
      <Refused says={refused} />
      <Dialog
        open={open}
        title="Keep a disagreement"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button
              kind="primary"
              unavailable={form.text.trim() ? undefined : 'Write it first'}
              reason="hidden"
              onClick={() => send(form.text)}
            >
              Keep it in my name
            </Button>
            {own && <Button onClick={() => send('')}>Withdraw it</Button>}
            <Button kind="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </>
        }
      >
        <div className="stack">
          <p className="muted">
            It prints beside the decision, in your words. Until the minutes are signed only you can change it;
            afterwards nobody can.
          </p>
          <TextArea
            label="What you see differently"
            rows={4}
            maxLength={4000}
            value={form.text}
            onChange={(text) => change({ text })}
          />
        </div>
      </Dialog>
    </>
  );
}
