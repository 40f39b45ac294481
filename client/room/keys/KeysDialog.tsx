import { Button } from '../../ui/actions/Button.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import { turnShortcuts, useShortcutsOn } from './shortcuts.js';
import './keys.css';

const keys: readonly [string, string][] = [
  ['1 to 9, 0', 'Go to a step'],
  [']  [', 'On, and back'],
  ['C', 'Raise a challenge'],
  ['N', 'A next step'],
  ['S', 'The scale'],
  ['R', 'Reveal together (chair)'],
  ['B', 'Read back and sign'],
  ['F', 'The next family (chair)'],
  ['A', 'Who is here'],
  ['P', 'Pause what a screen reader is told'],
  ['?', 'This list'],
];

/** The keys of the room, and the choice to have the single ones at all. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const on = useShortcutsOn();
  return (
    <Dialog
      open={open}
      title="Keys in the room"
      onClose={onClose}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <div className="stack">
        <p>
          F6 and Shift+F6 go round the regions: top, agenda, sheet, side, bar. In a form, Ctrl+Enter sends it.
          In a field, Ctrl+Z takes back your own last words and nobody else’s.
        </p>
        <label className="tick-line">
          <input type="checkbox" checked={on} onChange={() => turnShortcuts(!on)} />
          Single keys do something, except while I write in a field
        </label>
        <dl className="key-list">
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
