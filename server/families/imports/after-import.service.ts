import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Database } from '../../core/connection.js';
import { Reader } from '../../core/reader.js';
import { DATABASE } from '../../core/tokens.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { Discussions } from '../discussions.service.js';
import type { Rows } from './changes/rows.js';

/** Families in one transaction: live changes wait for the door no longer than this takes. */
const AT_ONCE = 20;
/** First discussions need few statements for many. */
const OPENED_AT_ONCE = 100;

/**
 * What follows from an import: every open family has a discussion to prepare, and those being prepared show the family
 * as it is. Done in small steps after the file is in, so that a session in progress is not held up; what a crash cut
 * short is taken up again at the next start.
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
    await this.openMissing(null);
  }

  async annexA(rows: Rows, byId: string | null): Promise<void> {
    await this.openMissing(byId);
    await this.inSteps(rows.touched, (tx, familyId) => this.discussions.refresh(tx, familyId, byId));
  }

  /** The discussion being prepared says when the family was last supervised; until one is held here, history tells it. */
  async history(familyIds: readonly string[], byId: string | null): Promise<void> {
    await this.inSteps(familyIds, (tx, familyId) => this.discussions.takeHistory(tx, familyId, byId));
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
    await this.inSteps(
      notNow.map((r) => r.id),
      async (tx, familyId) => void (await this.discussions.openFor(tx, familyId, byId)),
    );
  }

  private async inSteps(
    familyIds: readonly string[],
    work: (tx: Tx, familyId: string) => Promise<void>,
  ): Promise<void> {
    for (let i = 0; i < familyIds.length; i += AT_ONCE) {
      const some = familyIds.slice(i, i + AT_ONCE);
      await this.inOne(async (tx) => {
        for (const familyId of some) await work(tx, familyId);
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
