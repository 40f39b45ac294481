import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import type { Tx } from '../../core/transaction.js';
import { Record } from '../../live/record.js';

/** The brief as it stood before a session: up to which entry of its log, so that what people could read stays provable. */
@Injectable()
export class FrozenBriefs {
  constructor(
    private readonly record: Record,
    private readonly clock: Clock,
  ) {}

  /** Keeps it for the session that the slot is in. Frozen once for each: what is added later does not move it. */
  async freeze(tx: Tx, slotId: string): Promise<string> {
    const [slot] = await tx.query<{ discussion_id: string; session_id: string }>(
      `SELECT p.discussion_id, p.session_id FROM slot p JOIN session s ON s.id = p.session_id
         JOIN discussion d ON d.id = p.discussion_id
       WHERE p.id = $1 AND p.position >= 0 AND p.outcome IS NULL AND s.status = 'planned' AND d.status = 'preparing'`,
      [slotId],
    );
    if (!slot) return 'no longer planned';
    const held = await this.record.read(`discussion/${slot.discussion_id}`);
    if (!held) return 'no log';
    await tx.run(
      `INSERT INTO frozen_brief (discussion_id, session_id, seq, at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (discussion_id, session_id) DO NOTHING`,
      [slot.discussion_id, slot.session_id, held.seq, this.clock.at()],
    );
    return `up to ${held.seq}`;
  }
}
