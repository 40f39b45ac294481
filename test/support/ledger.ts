import type { Connection } from '../../server/core/connection.js';
import { brokenAt, type EntryRow } from '../../server/live/chain.js';

/** What people were told of their changes, to be held against what the tables say afterwards. */
export class Ledger {
  private readonly acknowledged = new Map<string, string>();
  private readonly refused = new Map<string, string>();

  acknowledges(logId: string, id: string): void {
    this.acknowledged.set(id, logId);
  }

  refuses(logId: string, id: string): void {
    this.refused.set(id, logId);
  }

  get size(): number {
    return this.acknowledged.size;
  }

  /** The three counts that must be nought, and whether every chain of hashes holds. */
  async against(
    at: Connection,
  ): Promise<{ lost: number; doubled: number; refusedButThere: number; broken: string[] }> {
    const rows = await at.query<EntryRow>(
      `SELECT log_id AS "logId", seq, id, kind, payload, sealed, by_id AS "by", at, hash FROM entry ORDER BY log_id, seq`,
    );
    const times = new Map<string, number>();
    const logs = new Map<string, EntryRow[]>();
    for (const row of rows) {
      times.set(row.id, (times.get(row.id) ?? 0) + 1);
      logs.set(row.logId, [...(logs.get(row.logId) ?? []), row]);
    }
    const heads = await at.query<{ id: string; head: number; hash: string }>(
      'SELECT id, head, hash FROM log',
    );
    const isBroken = ({ id, head, hash }: { id: string; head: number; hash: string }): boolean => {
      const chain = logs.get(id) ?? [];
      return brokenAt(chain) !== null || chain.length !== head || chain.at(-1)?.hash !== hash;
    };
    return {
      lost: [...this.acknowledged.keys()].filter((id) => !times.has(id)).length,
      doubled: [...times.values()].filter((n) => n > 1).length,
      refusedButThere: [...this.refused.keys()].filter((id) => times.has(id)).length,
      broken: heads.filter(isBroken).map(({ id }) => id),
    };
  }
}
