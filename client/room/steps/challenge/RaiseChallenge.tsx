import { useContext, useEffect, useRef } from 'react';
import { type ChallengeAbout, challengeAbouts } from '../../../../shared/discussion/state.js';
import { Button } from '../../../ui/actions/Button.js';
import { Combobox } from '../../../ui/fields/Combobox.js';
import { TextArea, TextField } from '../../../ui/fields/TextField.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { CaptureFor } from '../../fields/CaptureFor.js';
import { Refused } from '../../fields/Refused.js';
import { useKept } from '../../fields/use-kept.js';
import { useAct } from '../../in-discussion.js';
import { WritingContext } from '../../writing.js';

interface Form {
  about: ChallengeAbout | '';
  quote: string;
  text: string;
  forPersonId: string;
}
const empty: Form = { about: '', quote: '', text: '', forPersonId: '' };

/** The words of a new challenge; Ctrl+Enter raises it. */
export function RaiseChallenge() {
  const { close } = useContext(WritingContext);
  const { handIn, refused } = useAct();
  const [form, change, clear] = useKept('challenge.raise', empty);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const missing = !form.about
    ? 'Say what it is about'
    : form.text.trim()
      ? undefined
      : 'Write the challenge first';
  const send = () => {
    if (missing || !form.about) return;
    const { about, quote, text, forPersonId } = form;
    const payload = {
      challengeId: crypto.randomUUID(),
      about,
      quote: quote.trim(),
      text: text.trim(),
      ...(forPersonId && { forPersonId }),
    };
    void handIn('challenge.raise', payload, () => change(form));
    // Shown at once from the log; the form keeps its words only if the answer is no.
    clear();
    close();
  };
  return (
    <Card heading="A new challenge" headingRef={heading}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return;
          event.preventDefault();
          send();
        }}
      >
        <CaptureFor value={form.forPersonId} onChange={(forPersonId) => change({ forPersonId })} />
        <Combobox
          label="What is it about?"
          value={form.about}
          options={Object.entries(challengeAbouts).map(([value, label]) => ({ value, label }))}
          nothingFound="That is not in the list"
          onChange={(about) => change({ about: about as ChallengeAbout | '' })}
        />
        <TextField
          label="About which words? (if any)"
          maxLength={400}
          value={form.quote}
          onChange={(quote) => change({ quote })}
        />
        <TextArea
          label="Your challenge"
          rows={3}
          maxLength={4000}
          value={form.text}
          onChange={(text) => change({ text })}
        />
        <div className="row wraps">
          <Button kind="primary" type="submit" unavailable={missing}>
            Raise this challenge
          </Button>
          <Button kind="quiet" onClick={close}>
            Not now
          </Button>
          <span className="small muted">Ctrl+Enter raises it</span>
        </div>
        <Refused says={refused} />
      </form>
    </Card>
  );
}
