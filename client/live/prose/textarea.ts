import { differenceBetween, moved } from './difference.js';
import type { Delta, ProseField } from './prose-field.js';

/**
 * Ties a plain <textarea> to a field, both ways, until the returned function is called. The box is the browser's own:
 * spelling, dictation, paste as plain text and assistive technology work as everywhere.
 */
export function tie(
  box: HTMLTextAreaElement,
  field: ProseField,
  wrote: (writing: boolean) => void,
): () => void {
  let shown = field.text;
  let composing = false;
  box.value = shown;

  const read = () => {
    if (composing) return;
    const difference = differenceBetween(shown, box.value, box.selectionEnd);
    shown = box.value;
    if (!difference) return;
    field.write(difference);
    wrote(true);
  };
  const show = (delta: Delta | null) => {
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = box;
    shown = field.text;
    box.value = shown;
    if (delta === null) return;
    // Only the caret of the box in use is put back: setting it elsewhere would move the focus in some browsers.
    if (document.activeElement === box) {
      box.setSelectionRange(moved(selectionStart, delta), moved(selectionEnd, delta), selectionDirection);
    }
    box.scrollTop = scrollTop;
  };
  const rewind = (step: () => void) => {
    const before = box.value;
    step();
    // After taking something back the caret stands where it was done, as people know it.
    const difference = differenceBetween(before, box.value, box.value.length);
    if (difference)
      box.setSelectionRange(
        difference.at + difference.insert.length,
        difference.at + difference.insert.length,
      );
    wrote(true);
  };
  const beforeInput = (event: InputEvent) => {
    // The browser's own undo knows nothing of what others wrote meanwhile.
    if (event.inputType === 'historyUndo') rewind(() => field.undo());
    else if (event.inputType === 'historyRedo') rewind(() => field.redo());
    else return;
    event.preventDefault();
  };
  const key = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || composing || box.readOnly) return;
    const letter = event.key.toLowerCase();
    if (letter === 'z' && !event.shiftKey) rewind(() => field.undo());
    else if (letter === 'y' || (letter === 'z' && event.shiftKey)) rewind(() => field.redo());
    else return;
    event.preventDefault();
  };
  const composes = () => {
    composing = true;
    field.hold(true);
  };
  const composed = () => {
    composing = false;
    read();
    field.hold(false);
  };
  const left = () => {
    if (composing) composed();
    field.flush();
    wrote(false);
  };

  const unlisten = field.listen(show);
  box.addEventListener('input', read);
  box.addEventListener('beforeinput', beforeInput);
  box.addEventListener('keydown', key);
  box.addEventListener('compositionstart', composes);
  box.addEventListener('compositionend', composed);
  box.addEventListener('blur', left);
  return () => {
    unlisten();
    if (composing) composed();
    box.removeEventListener('input', read);
    box.removeEventListener('beforeinput', beforeInput);
    box.removeEventListener('keydown', key);
    box.removeEventListener('compositionstart', composes);
    box.removeEventListener('compositionend', composed);
    box.removeEventListener('blur', left);
  };
}
