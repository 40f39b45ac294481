import { Button } from '../../ui/actions/Button.js';
import { Disclosure } from '../../ui/actions/Disclosure.js';
import { TextArea } from '../../ui/fields/TextField.js';
import { dateAndTime } from '../../ui/format.js';
import { Refused } from '../fields/Refused.js';
import { useKept } from '../fields/use-kept.js';
import { useAct, useDiscussion, useMay } from '../in-discussion.js';

/** What came to light after signing: stands beside the minutes, never in them. */
export function Addendum() {
  const { state, people } = useDiscussion();
  const { handIn, refused } = useAct();
  const [form, change, clear] = useKept('addendum.add', { text: '' });
  const may = useMay('addendum.add', { addendumId: 'new', text: 'words' }) === null;
  const send = () => {
    clear();
    const payload = { addendumId: crypto.randomUUID(), text: form.text.trim() };
    void handIn('addendum.add', payload, () => change(form));
  };
  return (
    <>
      {state.addenda.map((addendum) => (
        <p key={addendum.addendumId} className="small">
          <b>{people.firstName(addendum.by)}</b>, {dateAndTime(addendum.at)}: {addendum.text}
        </p>
      ))}
      {may && (
        <Disclosure summary="Add an addendum">
          <div className="stack tight">
            <TextArea
              label="What belongs beside these minutes?"
              rows={3}
              maxLength={4000}
              value={form.text}
              onChange={(text) => change({ text })}
            />
            <div>
              <Button
                size="small"
                unavailable={form.text.trim() ? undefined : 'Write it first'}
                reason="hidden"
                onClick={send}
              >
                Add this addendum
              </Button>
            </div>
            <Refused says={refused} />
          </div>
        </Disclosure>
      )}
    </>
  );
}
