import { Button } from '../ui/actions/Button.js';
import { Dialog } from '../ui/actions/Dialog.js';
import { ChipChoice } from '../ui/fields/Chips.js';
import { chooseTheme, useTheme } from './theme-setting.js';

const themes = [
  { value: 'system', label: 'As this device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** How the product looks to this person, for as long as this page is open. */
export function SettingsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const theme = useTheme();
  return (
    <Dialog
      open={open}
      title="Settings"
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <ChipChoice legend="Light or dark" options={themes} value={theme} onChange={chooseTheme} />
      <p className="small muted">
        Kept until you close this page: nothing of yours is stored in this browser.
      </p>
    </Dialog>
  );
}
