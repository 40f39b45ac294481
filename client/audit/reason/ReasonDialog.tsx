import type { ReactNode } from 'react';
import { FormDialog } from '../../FormDialog.js';
import { ChipChoice } from '../../ui/fields/Chips.js';
import { TextField } from '../../ui/fields/TextField.js';
import { ownWords, usualReasons } from './reason.js';
import { useReason } from './reason-provider.js';

interface Props {
  /** What follows once the reason is given, as a verb with its object: "Take the file". */
  act: string;
  /** They have said already that it is none of the usual reasons. */
  own?: boolean;
  onSaid: () => void;
  /** They left it at that, and gave none. */
  onLeft: () => void;
  children?: ReactNode;
}

const options = [...usualReasons, ownWords].map((value) => ({ value, label: value }));

/** Asks once why somebody is looking: before a family’s story is opened or figures are taken away, or when they like. */
export function ReasonDialog({ act, own = false, onSaid, onLeft, children }: Props) {
  const { say } = useReason();
  return (
    <FormDialog
      title="Why are you looking?"
      onClose={onLeft}
      act={act}
      busy="Keeping"
      asksAnew={false}
      initial={{ choice: own ? ownWords : '', words: '' }}
      check={({ choice, words }) => ({
        choice: choice ? undefined : 'Choose why you are looking',
        words: choice === ownWords && !words.trim() ? 'Say why in a few words' : undefined,
      })}
      send={async ({ choice, words }) => say(choice === ownWords ? words : choice)}
      done={onSaid}
    >
      {(form) => {
        const { value, ...choice } = form.field('choice');
        return (
          <>
            {children}
            <p className="small muted">
              Kept with your name and the time, and with what you open next, until you sign out or close this
              page.
            </p>
            {!own && (
              <ChipChoice
                legend="Why are you looking?"
                legendHidden
                shape="list"
                options={options}
                value={value || undefined}
                {...choice}
              />
            )}
            {value === ownWords && (
              <TextField
                label="In a few words"
                hint="Managers of the team can read it. Leave out the names of families."
                maxLength={120}
                autoComplete="off"
                {...form.field('words')}
              />
            )}
          </>
        );
      }}
    </FormDialog>
  );
}
