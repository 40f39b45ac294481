/** A person's choice of light or dark, put on the page as `data-theme`. Tokens change; no component knows. */
export type ThemeChoice = 'system' | 'light' | 'dark';

/** Applies the choice and, for `system`, follows the device. Returns how to stop. */
export function applyTheme(choice: ThemeChoice): () => void {
  const device = window.matchMedia('(prefers-color-scheme: dark)');
  const paper = window.matchMedia('print');
  const apply = () => {
    // Paper is white whatever the screen is: light ink on it could not be read.
    const dark = !paper.matches && (choice === 'dark' || (choice === 'system' && device.matches));
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  };
  apply();
  paper.addEventListener('change', apply);
  device.addEventListener('change', apply);
  return () => {
    paper.removeEventListener('change', apply);
    device.removeEventListener('change', apply);
  };
}
