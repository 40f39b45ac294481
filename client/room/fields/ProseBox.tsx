import { type ReactNode, useCallback, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { fieldOf, wordsArePlenty } from '../../../shared/agenda.js';
import { disciplineOf } from '../../../shared/disciplines.js';
import type { DiscussionLogId } from '../../live/logs.js';
import { useProse } from '../../live/use-prose.js';
import { PersonMark } from '../../marks/PersonMark.js';
import { Field } from '../../ui/fields/Field.js';
import { growToFit } from '../../ui/fields/TextField.js';
import { wordCount, wordsSay, writingSays } from '../../ui/format.js';
import { useDiscussion } from '../in-discussion.js';
import { WaitingToSend } from './PendingMark.js';
import './prose-box.css';

/** From so many words on a field says how many it holds. */
const countedFrom = 40;

interface Props {
  /** The key of a prose field: `decision`, `review/recovery`, `voice/<child>`. */
  field: string;
  label: ReactNode;
  labelHidden?: boolean;
  hint?: ReactNode;
  placeholder?: string | undefined;
  rows?: number;
  /** How many words are plenty here, when it is not the usual number; then they are always counted. */
  plenty?: number;
  /** Where the words come from, under them at the right: "told Priya, 5 March". */
  source?: string;
  id?: string | undefined;
}

/** A field that several people write in at once. Who may not write in it reads it as text. */
export function ProseBox({
  field,
  label,
  labelHidden,
  hint,
  placeholder,
  rows = 3,
  plenty,
  source,
  id,
}: Props) {
  const { logId, people } = useDiscussion();
  const prose = useProse(logId as DiscussionLogId, field);
  const presenceId = useId();
  const box = useRef<HTMLTextAreaElement | null>(null);
  const { ref } = prose;
  // Kept the same between drawings: a new function would untie and tie the field at every letter.
  const attach = useCallback(
    (element: HTMLTextAreaElement | null) => {
      box.current = element;
      ref(element);
      if (element) growToFit(element);
    },
    [ref],
  );
  const voice = fieldOf(field)?.field.voice ? ' voice' : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words
  useLayoutEffect(() => {
    if (box.current) growToFit(box.current);
  }, [prose.text]);

  useEffect(() => {
    // Turned or zoomed, the same words take more lines.
    const fit = () => {
      if (box.current) growToFit(box.current);
    };
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  }, []);

  if (prose.why) {
    return (
      <div className="field-group">
        <p className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</p>
        {hint && <p className="field-hint">{hint}</p>}
        {prose.text.trim() ? (
          <p className={`measure written${voice}`}>{prose.text}</p>
        ) : (
          <p className="muted">Nothing written yet.</p>
        )}
      </div>
    );
  }
  const writers = prose.writing.map((personId) => people.firstName(personId));
  const first = people.find(prose.writing[0] ?? null);
  const words = wordCount(prose.text);
  const guide = plenty ?? wordsArePlenty;
  // A count under every line would be noise.
  const counted = words > 0 && (words >= countedFrom || plenty !== undefined);
  return (
    <Field
      label={label}
      labelHidden={labelHidden}
      hint={hint}
      id={id}
      describedBy={presenceId}
      aside={
        <span id={presenceId} className="presence">
          {first && <PersonMark discipline={first.discipline} />}
          {writingSays(writers)}
        </span>
      }
      state={prose.waiting && <SendState />}
      guide={
        counted ? (
          <span className={words >= guide ? 'warn-words' : undefined}>{wordsSay(words, guide)}</span>
        ) : (
          source
        )
      }
    >
      {(links) => (
        <textarea
          {...links}
          ref={attach}
          className={`field prose-box${voice}${first ? ' written-in' : ''}`}
          style={
            first &&
            ({ '--writer': `var(--d-${disciplineOf(first.discipline).colour})` } as React.CSSProperties)
          }
          rows={rows}
          readOnly={!prose.ready}
          placeholder={placeholder}
          spellCheck
        />
      )}
    </Field>
  );
}

/** While we are online what waits is on its way within moments, which the top bar says; only offline does the field say so. */
function SendState() {
  const { log } = useDiscussion();
  return log.status === 'offline' ? <WaitingToSend /> : null;
}
