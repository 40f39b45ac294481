/** How long "Farah is writing" stays after her last sign, in milliseconds. */
export const forgottenAfter = 10_000;

interface Writing {
  field: string;
  until: number;
}

/** Who is writing where. Never stored, never part of the record; time is handed in, in milliseconds. */
export class Presence {
  readonly #writing = new Map<string, Writing>();

  /** Somebody gave a sign of writing in a field, or (null) of having stopped. */
  heard(personId: string, field: string | null, now: number): void {
    if (field === null) this.#writing.delete(personId);
    else this.#writing.set(personId, { field, until: now + forgottenAfter });
  }

  /** Forgets who has gone quiet. True when that changed something. */
  forget(now: number): boolean {
    const before = this.#writing.size;
    for (const [personId, { until }] of this.#writing) if (until <= now) this.#writing.delete(personId);
    return this.#writing.size !== before;
  }

  clear(): void {
    this.#writing.clear();
  }

  /** When the next one will be forgotten, if any. */
  nextAt(): number | undefined {
    const all = [...this.#writing.values()].map((w) => w.until);
    return all.length > 0 ? Math.min(...all) : undefined;
  }

  /** Field key to the people writing in it. */
  byField(): Readonly<Record<string, readonly string[]>> {
    const fields: Record<string, string[]> = {};
    for (const [personId, { field }] of this.#writing) fields[field] = [...(fields[field] ?? []), personId];
    return fields;
  }
}
