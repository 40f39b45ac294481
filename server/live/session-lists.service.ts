import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/transaction.js';

/**
 * The list of a session as people count on it: who was in it when they were told, and else who is in it when its day has
 * come. Since when a family stands on it is noted once; being told again changes nothing of that.
 */
@Injectable()
export class SessionLists {
  constructor(private readonly clock: Clock) {}

  /** All who are in the session now are on its list; what a plan put there is no draft any more. */
  async goesOut(tx: Tx, sessionId: string): Promise<void> {
    await tx.run(
      `UPDATE slot SET listed_at = $1, plan_id = NULL
       WHERE session_id = $2 AND listed_at IS NULL AND position >= 0 AND outcome IS NULL`,
      [this.clock.at(), sessionId],
    );
  }
}
