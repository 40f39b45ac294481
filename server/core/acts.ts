import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from './clock.js';
import type { Tx } from './transaction.js';

/** One administrative act: who did what to what, in words, with what was so before and after. */
export interface Act {
  byId: string | null;
  /** noun.verb: `allocation.end`. */
  kind: string;
  /** The table's noun, and its row: `family`, `person`. */
  subject: string;
  subjectId: string;
  says: string;
  before?: unknown;
  after?: unknown;
}

/** The history of administration, written in the transaction of the act itself: no act without its line. */
@Injectable()
export class Acts {
  constructor(private readonly clock: Clock) {}

  async keep(tx: Tx, act: Act): Promise<void> {
    await tx.run(
      `INSERT INTO act (id, at, by_id, kind, subject, subject_id, says, before, after)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        randomUUID(),
        this.clock.at(),
        act.byId,
        act.kind,
        act.subject,
        act.subjectId,
        act.says,
        act.before === undefined ? null : JSON.stringify(act.before),
        act.after === undefined ? null : JSON.stringify(act.after),
      ],
    );
  }
}
