import { wordsIn } from './words.js';

/** What stands in a form: the kind of change it is for, in which log, and the form itself. */
export interface FormKept {
  logId: string;
  kind: string;
  form: unknown;
}

/**
 * What one person typed into forms that are handed in as a whole (a challenge, a reason), by form. In memory only: it
 * must outlive a change of step, must not lie about unencrypted on a device, and is nobody's but its writer's.
 */
export class Forms {
  readonly #byKey = new Map<string, FormKept>();
  // By key, in how many places of the page it is open.
  readonly #open = new Map<string, number>();

  get(key: string): unknown {
    return this.#byKey.get(key)?.form;
  }

  set(key: string, kept: FormKept): void {
    this.#byKey.set(key, kept);
  }

  delete(key: string): void {
    this.#byKey.delete(key);
  }

  opens(key: string): void {
    this.#open.set(key, (this.#open.get(key) ?? 0) + 1);
  }

  closes(key: string): void {
    this.#open.set(key, (this.#open.get(key) ?? 0) - 1);
  }

  /** How many of them hold words. */
  get written(): number {
    return [...this.#byKey.values()].filter(holdsWords).length;
  }

  /** Takes out those of a log that hold words and are not open, but for those of a kind. */
  takeClosed(logId: string, but: string): FormKept[] {
    const taken = [...this.#byKey].filter(
      ([key, kept]) => kept.logId === logId && kept.kind !== but && holdsWords(kept) && !this.#open.get(key),
    );
    for (const [key] of taken) this.#byKey.delete(key);
    return taken.map(([, kept]) => kept);
  }
}

function holdsWords({ form }: FormKept): boolean {
  return wordsIn({ payload: form }) !== '';
}
