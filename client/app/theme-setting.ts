import { useSyncExternalStore } from 'react';
import { applyTheme, type ThemeChoice } from '../ui/theme.js';

// Nothing is stored in the browser but the outbox, so the choice lasts as long as the page: each start follows the device.
let choice: ThemeChoice = 'system';
let stop: () => void = () => undefined;
const listeners = new Set<() => void>();

/** Follows the device, at the start of the page. */
export function themeOfDevice(): void {
  stop();
  stop = applyTheme(choice);
}

export function chooseTheme(chosen: ThemeChoice): void {
  choice = chosen;
  themeOfDevice();
  for (const listener of listeners) listener();
}

/** The choice as it stands. */
export function useTheme(): ThemeChoice {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => choice,
  );
}
