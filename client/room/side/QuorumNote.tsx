import { useContext, useState } from 'react';
import { quorum } from '../../../shared/discussion/attendance.js';
import { Button } from '../../ui/actions/Button.js';
import { TextField } from '../../ui/fields/TextField.js';
import { clockTime } from '../../ui/format.js';
import { Note } from '../../ui/surfaces/Note.js';
import { Refused } from '../fields/Refused.js';
import { useKept } from '../fields/use-kept.js';
import { useAct, useDiscussion, useMay } from '../in-discussion.js';
import { WaysContext } from '../ways.js';
import { CallIn } from './CallIn.js';

/** What is missing for a quorum and what that means, with three ways on. Nothing when the room is quorate. */
export function QuorumNote({ size = 'normal' }: { size?: 'normal' | 'small' }) {
  const { state, people } = useDiscussion();
  const { handIn, refused } = useAct();
  const [giving, setGiving] = useState(false);
  const [form, change, clear] = useKept('quorum.override', { reason: '' });
  const mayOverride = useMay('quorum.override', { reason: 'a reason' }) === null;
  const ways = useContext(WaysContext);
  const { quorate, says } = quorum(state);
  const override = state.quorumOverride;
  if (override) {
    return (
      <Note size={size} icon="people">
        {people.firstName(override.by)} went on without a quorum at {clockTime(override.at)}:{' '}
        {override.reason}. The audit will name it.
      </Note>
    );
  }
  if (quorate || state.status === 'preparing' || state.status === 'signed') return null;
  const send = () => {
    clear();
    void handIn('quorum.override', { reason: form.reason }, () => change(form)).then(
      (taken) => taken && setGiving(false),
    );
  };
  return (
    <Note tone="warn" icon="people" size={size}>
      <p>
        <b>Not quorate yet.</b> {says} You can talk, and it is kept, but the clock keeps running.
      </p>
      {mayOverride && !giving && (
        <div className="row wraps quorum-ways">
          <CallIn />
          {ways.endFamily && (
            <Button size="small" onClick={ways.endFamily}>
              Put this family off
            </Button>
          )}
          <Button size="small" kind="quiet" onClick={() => setGiving(true)}>
            Go on, with a reason
          </Button>
        </div>
      )}
      {giving && (
        <form
          className="stack tight"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <TextField
            label="Why go on without them?"
            hint="The minutes and the audit show this reason."
            value={form.reason}
            onChange={(reason) => change({ reason })}
          />
          <div className="row wraps">
            <Button
              size="small"
              type="submit"
              unavailable={form.reason.trim() ? undefined : 'Give the reason first'}
            >
              Go on with this reason
            </Button>
            <Button size="small" kind="quiet" onClick={() => setGiving(false)}>
              Cancel
            </Button>
          </div>
          <Refused says={refused} />
        </form>
      )}
    </Note>
  );
}
