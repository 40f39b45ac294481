import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 1100px)');

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

/** Whether the room stands in one column, where the bar holds only what cannot wait. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
