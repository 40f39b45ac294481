import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import { Rounds } from '../../core/jobs/rounds.js';
import { LifeCycle } from '../../core/life-cycle.js';
import { logError } from '../../core/log.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { Samples } from '../samples/samples.service.js';
import { type PackAsked, PackContents } from './contents.service.js';
import { manifestOf } from './pack-words.js';
import { Pieces, pieceBytes } from './pieces.service.js';
import { PacksWaiting } from './waiting.service.js';
import { inPieces, zipOf } from './zip-file.js';

// Whoever prepares a pack says so with every record; after so long without a word another begins it anew.
const claimHoldsMs = 2 * 60_000;

interface ClaimedRow {
  id: string;
  sample_id: string;
  by_id: string;
  why: string;
  made_at: string;
}

/** Somebody else has it by now, or this server leaves. */
class NotOurs extends Error {}

/**
 * Prepares packs in the background, one at a time on each server, in small transactions, so that meetings go on. A pack
 * belongs to whoever claimed it while they give a sign of life; what a server left unfinished is begun anew by another.
 */
@Injectable()
export class Packing {
  private going: Promise<void> | null = null;
  private asked = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly lifeCycle: LifeCycle,
    private readonly samples: Samples,
    private readonly contents: PackContents,
    private readonly pieces: Pieces,
    private readonly waiting: PacksWaiting,
    rounds: Rounds,
  ) {
    rounds.eachRound('packs', async () => this.soon());
    this.lifeCycle.whenLeaving(() => this.idle());
  }

  /** There may be something to prepare. Nobody waits for it. */
  soon(): void {
    this.asked = true;
    this.going ??= this.all().finally(() => {
      this.going = null;
      // Asked for while the last look was ending.
      if (this.asked && !this.lifeCycle.leaving) this.soon();
    });
  }

  /** Resolves when nothing is being prepared here. */
  async idle(): Promise<void> {
    while (this.going) await this.going;
  }

  private async all(): Promise<void> {
    try {
      while (this.asked && !this.lifeCycle.leaving) {
        this.asked = false;
        const claim = randomUUID();
        const row = await this.transactions.run((tx) => this.claim(tx, claim));
        if (!row) continue;
        // There may be more.
        this.asked = true;
        await this.prepare(row, claim);
      }
    } catch (error) {
      // The next round tries again.
      this.asked = false;
      logError('packs', error);
    }
  }

  private async claim(tx: Tx, claim: string): Promise<ClaimedRow | null> {
    const silentSince = new Date(this.clock.now().getTime() - claimHoldsMs).toISOString();
    const free = `status = 'preparing' AND (claim IS NULL OR claimed_at < $3)`;
    const [row] = await tx.query<ClaimedRow>(
      `UPDATE audit_pack SET claim = $1, claimed_at = $2, done = 0
       WHERE id = (SELECT id FROM audit_pack WHERE ${free} ORDER BY made_at, id LIMIT 1) AND ${free}
       RETURNING id, sample_id, by_id, why, made_at`,
      [claim, this.clock.at(), silentSince],
    );
    if (row) await this.pieces.remove(tx, row.id);
    return row ?? null;
  }

  private async prepare(row: ClaimedRow, claim: string): Promise<void> {
    const { id } = row;
    try {
      const asked = await this.askedFor(row);
      const { teamIds } = asked;
      const hash = createHash('sha256');
      let [bytes, nth] = [0, 0];
      const files = this.contents.files(asked, (done, held) =>
        this.hold(id, claim, (tx) => told(tx, id, done, held)),
      );
      const zip = zipOf(files, new Date(row.made_at), manifestOf(asked));
      for await (const piece of inPieces(zip, pieceBytes)) {
        hash.update(piece);
        bytes += piece.length;
        await this.hold(id, claim, (tx) => this.pieces.add(tx, id, nth, piece));
        nth += 1;
      }
      const digest = hash.digest('hex');
      await this.hold(id, claim, async (tx) => {
        await tx.run(
          `UPDATE audit_pack SET status = 'ready', hash = $2, bytes = $3, claim = NULL WHERE id = $1`,
          [id, digest, bytes],
        );
        await this.waiting.tell(tx, { packId: id, personId: row.by_id, madeAt: row.made_at, teamIds });
      });
    } catch (error) {
      await this.giveUp(id, claim, error);
    }
  }

  private async askedFor({ id, sample_id, by_id, why, made_at }: ClaimedRow): Promise<PackAsked> {
    const { line, teamIds } = await this.samples.whole(sample_id);
    return { packId: id, personId: by_id, why, madeAt: made_at, sample: line, teamIds };
  }

  /** Writes something of a pack that is still ours, and with it that we are alive. */
  private async hold(id: string, claim: string, write: (tx: Tx) => Promise<void>): Promise<void> {
    if (this.lifeCycle.leaving) throw new NotOurs();
    await this.transactions.run(async (tx) => {
      const ours = await tx.query(
        `UPDATE audit_pack SET claimed_at = $3 WHERE id = $1 AND claim = $2 AND status = 'preparing' RETURNING id`,
        [id, claim, this.clock.at()],
      );
      if (ours.length === 0) throw new NotOurs();
      await write(tx);
    });
  }

  /** A server that leaves lets go at once; what did not work is told to whoever asked. */
  private async giveUp(id: string, claim: string, error: unknown): Promise<void> {
    const ours = `WHERE id = $1 AND claim = $2 AND status = 'preparing'`;
    if (error instanceof NotOurs)
      return this.transactions.run((tx) =>
        tx.run(`UPDATE audit_pack SET claim = NULL, claimed_at = NULL ${ours}`, [id, claim]),
      );
    const reference = logError('pack', error);
    await this.transactions.run(async (tx) => {
      const failed = await tx.query(
        `UPDATE audit_pack SET status = 'failed', trouble = $3, claim = NULL ${ours} RETURNING id`,
        [id, claim, reference],
      );
      if (failed.length > 0) await this.pieces.remove(tx, id);
    });
  }
}

function told(tx: Tx, id: string, done: number, held: readonly string[]): Promise<void> {
  return tx.run('UPDATE audit_pack SET done = $2, held = $3 WHERE id = $1', [id, done, JSON.stringify(held)]);
}
