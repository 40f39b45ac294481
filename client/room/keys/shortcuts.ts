import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

// Nothing is stored in the browser but the outbox, so the choice lasts as long as the page.
let on = false;
const listeners = new Set<() => void>();

/** Single-key shortcuts are off until the person turns them on (WCAG 2.1.4). */
export function useShortcutsOn(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => on,
    () => false,
  );
}

export function turnShortcuts(wanted: boolean): void {
  on = wanted;
  for (const listener of listeners) listener();
}

/** Does what the pressed key stands for: never while a field has focus, with a modifier, or under a dialog. */
export function useShortcuts(acts: Readonly<Record<string, (() => void) | undefined>>): void {
  const active = useShortcutsOn();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]')) return;
    const target = event.target;
    if (
      target instanceof HTMLElement &&
      target.matches('input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable]')
    )
      return;
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!active) return;
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [active]);
}
