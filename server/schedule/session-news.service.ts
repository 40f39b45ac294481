import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import type { Connection } from '../core/connection.js';
import type { Tx } from '../core/transaction.js';
import { placesOf } from './slots/rows.js';

/** Tells everybody in these sessions when and where they are called in, in the transaction that decided it. */
export type Telling = (tx: Tx, sessionIds: readonly string[], byId: string | null) => Promise<void>;

/**
 * Which sessions changed since the people in them were told. A change is only noted; somebody decides when it is told,
 * and whoever sends messages listens here.
 */
@Injectable()
export class SessionNews {
  private readonly tellings: Telling[] = [];

  constructor(private readonly clock: Clock) {}

  /** Whoever sends says so once, at the start. */
  whenTold(telling: Telling): void {
    this.tellings.push(telling);
  }

  /** So many changes of time or place in each of these sessions that nobody has been told of; taken back, when fewer than none. */
  async changed(tx: Tx, sessionIds: Iterable<string>, byId: string | null, changes = 1): Promise<void> {
    for (const sessionId of [...new Set(sessionIds)].sort()) {
      await tx.run(
        `INSERT INTO untold (session_id, since, changes, by_id) VALUES ($1, $2, $3, $4)
         ON CONFLICT (session_id) DO UPDATE SET changes = untold.changes + excluded.changes, by_id = excluded.by_id`,
        [sessionId, this.clock.at(), changes, byId],
      );
      await tx.run('DELETE FROM untold WHERE session_id = $1 AND changes <= 0', [sessionId]);
    }
  }

  /** Tells them. While nobody listens nothing is sent, and all of it stays to be told. Answers whether anybody was told. */
  async tell(tx: Tx, sessionIds: readonly string[], byId: string | null): Promise<boolean> {
    if (!this.tellings.length || !sessionIds.length) return false;
    for (const telling of this.tellings) await telling(tx, sessionIds, byId);
    await tx.run(`DELETE FROM untold WHERE session_id IN (${placesOf(sessionIds)})`, sessionIds);
    return true;
  }

  /** Of these sessions, those with something to tell, and how much. */
  async untold(at: Connection, sessionIds: readonly string[]): Promise<Map<string, number>> {
    if (!sessionIds.length) return new Map();
    const rows = await at.query<{ session_id: string; changes: number }>(
      `SELECT session_id, changes FROM untold WHERE session_id IN (${placesOf(sessionIds)})`,
      sessionIds,
    );
    return new Map(rows.map((row) => [row.session_id, row.changes]));
  }
}
