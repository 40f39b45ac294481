import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { inEngland } from '../../../shared/schedule/local-time.js';
import { Clock } from '../clock.js';
import { LifeCycle } from '../life-cycle.js';
import { logError } from '../log.js';
import { Reader } from '../reader.js';
import { Transactions, type Tx } from '../transaction.js';
import { Rounds } from './rounds.js';

/** One piece of work: about what, and the local day that it belongs to. */
export interface Work {
  subjectId: string;
  day: string;
}

/** A kind of work that runs by itself. */
export interface JobKind<Found = unknown> {
  /** `brief.freeze`. */
  kind: string;
  /** On its own day it waits for this local time; what a day missed does not wait again. */
  from: string;
  /**
   * All that should have been done by the end of a day and still makes sense then, done or not: so a day that was
   * missed is made good, and nobody is chased for what is over.
   */
  due(day: string): Promise<readonly Work[]>;
  /** Long reading, before the transaction: nobody's change waits for it. It may be done again. */
  find?(work: Work, day: string): Promise<Found>;
  /**
   * Does it, in the transaction that marks it done: both or neither. `day` is the day it runs for, later than its own
   * when that was missed; `found` is what was read before. Answers what came of it in a few words of no content.
   */
  run(tx: Tx, work: Work, day: string, found: Found): Promise<string>;
}

/** A job that did not work, for administrators. */
export interface FailedJob {
  jobId: string;
  kind: string;
  day: string;
  attempts: number;
  at: string;
  /** Where the log tells more. */
  reference: string;
  /** It is not tried again by itself. */
  givenUp: boolean;
}

interface Row {
  id: string;
  subject_id: string;
  day: string;
  status: 'claimed' | 'done' | 'failed';
  attempts: number;
  claimed_at: string;
}

// A server that claimed a job and has not finished it in this time is taken to be dead.
const claimHoldsMs = 10 * 60_000;
const minute = 60_000;
/** How long after a failure it is tried again: in all about a day. */
const waits = [1, 5, 15, 60, 120, 240, 480, 480].map((minutes) => minutes * minute);

/**
 * Runs each piece of work once, on however many servers: whoever inserts its row has it. The claim is a commit of its
 * own; the work and its "done" are another, and that one holds only while the claim is still ours. So a server that
 * died is followed by another, and one that was only slow cannot do it a second time.
 */
@Injectable()
export class Jobs {
  private readonly kinds: JobKind[] = [];

  constructor(
    private readonly transactions: Transactions,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly lifeCycle: LifeCycle,
    rounds: Rounds,
  ) {
    rounds.eachRound('jobs', () => this.run());
  }

  of<Found>(kind: JobKind<Found>): void {
    if (this.kinds.some((one) => one.kind === kind.kind)) throw new Error(`${kind.kind} is a job already`);
    this.kinds.push(kind);
  }

  /** What is due now. */
  run(): Promise<void> {
    const { date, time } = inEngland(this.clock.now());
    return this.runFor(date, time);
  }

  /** What was due by the end of a day, or by a time of it, and was not done. */
  async runFor(day: string, time = '23:59'): Promise<void> {
    for (const kind of this.kinds) {
      try {
        const works = (await kind.due(day)).filter((work) => work.day < day || time >= kind.from);
        for (const work of await this.open(kind, works)) {
          if (this.lifeCycle.leaving) return;
          await this.once(kind, work, day);
        }
      } catch (error) {
        // Another kind may still work.
        logError(`jobs ${kind.kind}`, error);
      }
    }
  }

  /** Those that did not work, newest first. */
  async failed(): Promise<FailedJob[]> {
    const rows = await this.reader.query<Row & { kind: string; outcome: string | null }>(
      `SELECT * FROM job WHERE status = 'failed' ORDER BY claimed_at DESC LIMIT 100`,
    );
    return rows.map((row) => ({
      jobId: row.id,
      kind: row.kind,
      day: row.day,
      attempts: row.attempts,
      at: row.claimed_at,
      reference: row.outcome ?? '',
      givenUp: row.attempts > waits.length,
    }));
  }

  /** One that was given up is tried again from the beginning. */
  async tryAgain(tx: Tx, jobId: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE job SET attempts = 0 WHERE id = $1 AND status = 'failed' RETURNING id`,
      [jobId],
    );
    return rows.length > 0;
  }

  /** Those of the works that nobody has done, has in hand, or tried a moment ago. */
  private async open({ kind }: JobKind, works: readonly Work[]): Promise<Work[]> {
    const since = works.reduce((least, { day }) => (day < least ? day : least), '9999-12-31');
    if (!works.length) return [];
    const rows = await this.reader.query<Row>('SELECT * FROM job WHERE kind = $1 AND day >= $2', [
      kind,
      since,
    ]);
    const known = new Map(rows.map((row) => [`${row.subject_id} ${row.day}`, row]));
    return works.filter(({ subjectId, day }) => {
      const row = known.get(`${subjectId} ${day}`);
      return !row || this.mayTake(row);
    });
  }

  private mayTake({ status, attempts, claimed_at }: Row): boolean {
    if (status === 'done') return false;
    const wait = status === 'claimed' ? claimHoldsMs : (waits[attempts - 1] ?? Number.POSITIVE_INFINITY);
    return attempts === 0 || this.clock.now().getTime() - Date.parse(claimed_at) >= wait;
  }

  private async once(kind: JobKind, work: Work, day: string): Promise<void> {
    const claim = await this.transactions.run((tx) => this.claim(tx, kind.kind, work));
    if (!claim) return;
    try {
      const found = await kind.find?.(work, day);
      await this.transactions.run(async (tx) => {
        const mine = await tx.query(
          `UPDATE job SET status = 'done', done_at = $3 WHERE id = $1 AND status = 'claimed' AND attempts = $2 RETURNING id`,
          [claim.id, claim.attempts, this.clock.at()],
        );
        if (!mine.length) return;
        const outcome = await kind.run(tx, work, day, found);
        await tx.run('UPDATE job SET outcome = $2 WHERE id = $1', [claim.id, outcome]);
      });
    } catch (error) {
      const reference = logError(`job ${kind.kind}`, error);
      await this.transactions.run((tx) =>
        tx.run(
          `UPDATE job SET status = 'failed', outcome = $3 WHERE id = $1 AND status = 'claimed' AND attempts = $2`,
          [claim.id, claim.attempts, reference],
        ),
      );
    }
  }

  /** Takes it for this server, or finds that somebody else was quicker. The number of attempts is what tells two claims apart. */
  private async claim(
    tx: Tx,
    kind: string,
    { subjectId, day }: Work,
  ): Promise<{ id: string; attempts: number } | null> {
    const at = this.clock.at();
    const [made] = await tx.query<{ id: string }>(
      `INSERT INTO job (id, kind, subject_id, day, status, attempts, claimed_at) VALUES ($1, $2, $3, $4, 'claimed', 1, $5)
       ON CONFLICT (kind, subject_id, day) DO NOTHING RETURNING id`,
      [randomUUID(), kind, subjectId, day, at],
    );
    if (made) return { id: made.id, attempts: 1 };
    const [row] = await tx.query<Row>('SELECT * FROM job WHERE kind = $1 AND subject_id = $2 AND day = $3', [
      kind,
      subjectId,
      day,
    ]);
    if (!row || !this.mayTake(row)) return null;
    const attempts = row.attempts + 1;
    const taken = await tx.query(
      `UPDATE job SET status = 'claimed', attempts = $3, claimed_at = $4 WHERE id = $1 AND attempts = $2 AND status = $5 RETURNING id`,
      [row.id, row.attempts, attempts, at, row.status],
    );
    return taken.length ? { id: row.id, attempts } : null;
  }
}
