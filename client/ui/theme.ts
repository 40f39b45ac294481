/** A person's choice of light or dark, put on the page as `data-theme`. Tokens change; no component knows. */
export type ThemeChoice = 'system' | 'light' | 'dark';

/** Applies the choice and, for `system`, follows the device. Returns how to stop following. */
export function applyTheme(choice: ThemeChoice): () => void {
  const device = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const dark = choice === 'dark' || (choice === 'system' && device.matches);
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  };
  apply();
  if (choice !== 'system') return () => {};
  device.addEventListener('change', apply);
  return () => device.removeEventListener('change', apply);
}
