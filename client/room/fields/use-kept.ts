import { useState } from 'react';

/**
 * What was typed into a form that is sent as a whole (a challenge, a reason), by form. In memory only: it must
 * outlive a change of step, and must not lie about unencrypted on a device.
 */
const kept = new Map<string, unknown>();

/** A form's words, kept while the person looks at another step or family, until `clear`. */
export function useKept<Form>(
  key: string,
  empty: Form,
): [form: Form, change: (part: Partial<Form>) => void, clear: () => void] {
  const [, redraw] = useState(0);
  const form = (kept.get(key) as Form | undefined) ?? empty;
  return [
    form,
    (part) => {
      kept.set(key, { ...((kept.get(key) as Form | undefined) ?? empty), ...part });
      redraw((n) => n + 1);
    },
    () => {
      kept.delete(key);
      redraw((n) => n + 1);
    },
  ];
}
