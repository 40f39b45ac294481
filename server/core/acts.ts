import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Act as ActLine } from '../../shared/fields.js';
import { Clock } from './clock.js';
import { Reader } from './reader.js';
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
  constructor(
    private readonly clock: Clock,
    private readonly reader: Reader,
  ) {}

  /** Everything that was done to one subject, newest first. Whoever asks has already been let in. */
  async of(subject: string, subjectId: string): Promise<ActLine[]> {
    const rows = await this.reader.query<Row>(
      `SELECT a.id, a.at, a.by_id, p.name, a.kind, a.says, a.before, a.after
       FROM act a LEFT JOIN person p ON p.id = a.by_id
       WHERE a.subject = $1 AND a.subject_id = $2 ORDER BY a.at DESC, a.id DESC`,
      [subject, subjectId],
    );
    return rows.map((row) => ({
      actId: row.id,
      at: row.at,
      byId: row.by_id,
      byName: row.name ?? '',
      kind: row.kind,
      says: row.says,
      before: row.before === null ? null : JSON.parse(row.before),
      after: row.after === null ? null : JSON.parse(row.after),
    }));
  }

  /** An act on one family's file. */
  keepOfFamily(
    tx: Tx,
    by: { personId: string },
    familyId: string,
    kind: string,
    says: string,
    before?: unknown,
    after?: unknown,
  ): Promise<void> {
    return this.keep(tx, {
      byId: by.personId,
      kind,
      subject: 'family',
      subjectId: familyId,
      says,
      before,
      after,
    });
  }

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

interface Row {
  id: string;
  at: string;
  by_id: string | null;
  name: string | null;
  kind: string;
  says: string;
  before: string | null;
  after: string | null;
}
