import { closeSync, openSync, writeSync } from 'node:fs';
import type { Change } from '../../../shared/live/change.js';

/** What the people of a crash test know of one change: that it was sent, and what they were told of it. */
export interface Sent extends Change {
  logId: string;
  by: string;
  /** The cycle of the server in which it was sent first. */
  cycle: number;
  /** Every place in the log that an acknowledgement named: one, however often it was sent. */
  places: Set<number>;
  /** Every code that a refusal gave. */
  codes: Set<string>;
}

/** Written before a change leaves and as its answer comes, only ever appended to; it never asks the server anything. */
export class Journal {
  readonly sent = new Map<string, Sent>();
  private readonly file: number;

  constructor(readonly path: string) {
    this.file = openSync(path, 'a');
  }

  sends(by: string, logId: string, changes: readonly Change[], cycle: number): void {
    for (const change of changes) {
      if (!this.sent.has(change.id))
        this.sent.set(change.id, { ...change, by, logId, cycle, places: new Set(), codes: new Set() });
    }
    this.write(changes.map(({ id, kind }) => `sent ${id} ${logId} ${kind} ${by}`));
  }

  /** Answered with a place in the log, or with a refusal. */
  hears(id: string, answer: { seq: number } | { code: string }): void {
    const known = this.sent.get(id);
    if (!known) throw new Error(`An answer to ${id}, which nobody sent`);
    if ('seq' in answer) known.places.add(answer.seq);
    else known.codes.add(answer.code);
    this.write(['seq' in answer ? `acknowledged ${id} ${answer.seq}` : `refused ${id} ${answer.code}`]);
  }

  /** The cycle ended here, and how. */
  notes(words: string): void {
    this.write([`-- ${words}`]);
  }

  close(): void {
    closeSync(this.file);
  }

  private write(lines: readonly string[]): void {
    writeSync(this.file, `${lines.join('\n')}\n`);
  }
}
