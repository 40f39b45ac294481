import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Database } from '../../core/connection.js';
import { Reader } from '../../core/reader.js';
import { DATABASE } from '../../core/tokens.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { Discussions } from '../discussions.service.js';

/** Families in one transaction: live changes wait for the door no longer than this takes. */
const AT_ONCE = 20;
/** First discussions need few statements for many. */
const OPENED_AT_ONCE = 100;
/** Rows of two columns in one statement. */
const DUE_AT_ONCE = 300;

/** What a discussion in preparation takes up: who belongs to the family and works with it, or when it was last held. */
type What = 'family' | 'history';

/**
 * What follows from an import: every open family has a discussion to prepare, and those being prepared show the family
 * as it is, and when it was last supervised. Done in small steps after the file is in, so that a session in progress is
 * not held up. What is to be done is written with the file and crossed out with each step, so that what a crash cut short
 * is taken up at the next start or by the next import, whichever comes first.
 */
@Injectable()
export class AfterImport implements OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: Reader,
    private readonly discussions: Discussions,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.follow(null);
  }

  /** Writes into the transaction of the import what is to follow from it. */
  async due(tx: Tx, what: What, familyIds: readonly string[], byId: string | null): Promise<void> {
    const ids = [...new Set(familyIds)];
    for (let i = 0; i < ids.length; i += DUE_AT_ONCE) {
      const some = ids.slice(i, i + DUE_AT_ONCE);
      await tx.run(
        `INSERT INTO import_due (family_id, what, by_id) VALUES ${some.map((_, n) => `($${n + 3}, $1, $2)`).join(', ')}
         ON CONFLICT (family_id, what) DO NOTHING`,
        [what, byId, ...some],
      );
    }
  }

  async follow(byId: string | null): Promise<void> {
    await this.openMissing(byId);
    await this.takeUp('family', (tx, familyId, by) => this.discussions.refresh(tx, familyId, by));
    await this.takeUp('history', (tx, familyId, by) => this.discussions.takeHistory(tx, familyId, by));
  }

  private async takeUp(
    what: What,
    work: (tx: Tx, familyId: string, by: string | null) => Promise<void>,
  ): Promise<void> {
    const due = await this.reader.query<{ family_id: string; by_id: string | null }>(
      'SELECT family_id, by_id FROM import_due WHERE what = $1 ORDER BY family_id',
      [what],
    );
    await this.inSteps(due, async (tx, { family_id, by_id }) => {
      // Of two servers that start together one does it.
      const mine = await tx.query<{ family_id: string }>(
        'DELETE FROM import_due WHERE family_id = $1 AND what = $2 RETURNING family_id',
        [family_id, what],
      );
      if (mine.length > 0) await work(tx, family_id, by_id);
    });
  }

  private async openMissing(byId: string | null): Promise<void> {
    const missing = (more: string) =>
      this.reader.query<{ id: string }>(
        `SELECT f.id FROM family f WHERE f.source = 'annex-a' AND f.status = 'open' AND ${more} ORDER BY f.ref`,
      );
    const never = await missing(
      `NOT EXISTS (SELECT 1 FROM discussion d WHERE d.family_id = f.id)
       AND NOT EXISTS (SELECT 1 FROM supervision s WHERE s.family_id = f.id)`,
    );
    for (let i = 0; i < never.length; i += OPENED_AT_ONCE) {
      const some = never.slice(i, i + OPENED_AT_ONCE).map((r) => r.id);
      await this.inOne((tx) => this.discussions.openFirstOfMany(tx, some, byId));
    }
    const notNow = await missing(
      `NOT EXISTS (SELECT 1 FROM discussion d WHERE d.family_id = f.id AND d.status <> 'signed')`,
    );
    await this.inSteps(notNow, async (tx, { id }) => void (await this.discussions.openFor(tx, id, byId)));
  }

  private async inSteps<One>(all: readonly One[], work: (tx: Tx, one: One) => Promise<void>): Promise<void> {
    for (let i = 0; i < all.length; i += AT_ONCE) {
      const some = all.slice(i, i + AT_ONCE);
      await this.inOne(async (tx) => {
        for (const one of some) await work(tx, one);
      });
    }
  }

  private async inOne(work: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await this.transactions.run(work);
    } catch (error) {
      // Another server starting at the same moment opened them.
      if (!this.database.isTaken(error)) throw error;
    }
  }
}
