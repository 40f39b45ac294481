import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refused } from '../../../shared/refusals.js';
import { shortDate } from '../../../shared/schedule/day-in-words.js';
import { patternsFor } from '../../../shared/schedule/patterns.js';
import { movedReason, type SessionState } from '../../../shared/session/state.js';
import { Clock } from '../../core/clock.js';
import type { Tx } from '../../core/transaction.js';
import { Drafts } from '../../live/drafts.js';
import { Record } from '../../live/record.js';
import { SessionLists } from '../../live/session-lists.service.js';
import type { SessionRow } from '../session-access.service.js';
import { type SlotRow, sessionsById, slotById, slotsIn } from './rows.js';

/** A session and its slots in order, as they are now. */
export interface Sitting {
  session: SessionRow;
  slots: SlotRow[];
  /** Of its log. */
  seq: number;
}

/** What is kept of a slot when a family gets it. */
export interface NewSeat {
  discussionId: string;
  minutes: number;
  planId: string | null;
  late: Late | null;
}

/** A manager's word that a family may wait beyond its limit. */
export interface Late {
  allowedBy: string;
  reason: string;
}

/** What a manager allowed for the place that a slot has. */
export function allowedOf({ late_allowed_by: allowedBy, late_reason: reason }: SlotRow): Late | null {
  return allowedBy ? { allowedBy, reason: reason ?? '' } : null;
}

/**
 * The hand that changes which families are in a session and in what order: tables, session log and discussion log
 * together. Whoever changes a session holds it first, so that two planners at once come one after the other, and the
 * second sees what the first did. Guarded by moves.test: "two planners move one family at once, and one of them is told".
 */
@Injectable()
export class Diary {
  constructor(
    private readonly drafts: Drafts,
    private readonly record: Record,
    private readonly lists: SessionLists,
    private readonly clock: Clock,
  ) {}

  /**
   * Holds these sessions and discussions until the transaction ends, all in one order, and reads them as they are. On its
   * day the list of a session stands, whether or not anybody was told.
   */
  async hold(tx: Tx, sessionIds: readonly string[], discussionIds: readonly string[]): Promise<Sitting[]> {
    const draft = this.drafts.of(tx);
    const logs = [
      ...sessionIds.map((id) => `session/${id}`),
      ...discussionIds.map((id) => `discussion/${id}`),
    ];
    await draft.open(logs);
    const rows = await sessionsById(tx, sessionIds);
    for (const { id, status, held_on: on } of rows)
      if (status === 'planned' && on <= this.clock.today()) await this.lists.goesOut(tx, id);
    const slots = await slotsIn(tx, sessionIds);
    return sessionIds.map((id) => {
      const session = rows.find((row) => row.id === id);
      if (!session) throw new Refused('not-found');
      return {
        session,
        slots: slots.filter((slot) => slot.session_id === id),
        seq: draft.get(`session/${id}`)?.seq ?? 0,
      };
    });
  }

  /** Gives a family's open discussion a slot in this session, not yet anywhere in its order. */
  async seat(tx: Tx, by: string, { session }: Sitting, seat: NewSeat): Promise<SlotRow> {
    await this.take(tx, by, seat.discussionId, null, session.id);
    const id = randomUUID();
    await tx.run(
      `INSERT INTO slot (id, session_id, discussion_id, position, minutes, pattern, plan_id, late_allowed_by, late_reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        session.id,
        seat.discussionId,
        unordered,
        seat.minutes,
        1,
        seat.planId,
        seat.late?.allowedBy ?? null,
        seat.late?.reason ?? null,
      ],
    );
    await this.standAgain(tx, id, seat.discussionId, session.id);
    return (await slotById(tx, id)) as SlotRow;
  }

  /**
   * Takes a slot over into another session, not yet anywhere in its order. Everything prepared goes with it. On a list
   * that people count on it leaves its place behind, so that what they were told stays what they were told.
   */
  async bring(tx: Tx, by: string, slot: SlotRow, to: Sitting, late: Late | null): Promise<SlotRow> {
    await this.take(tx, by, slot.discussion_id, slot.session_id, to.session.id);
    if (slot.listed_at !== null) await this.leaveBehind(tx, by, slot);
    await tx.run('UPDATE slot SET session_id = $1, position = $2, listed_at = NULL WHERE id = $3', [
      to.session.id,
      unordered,
      slot.id,
    ]);
    await this.allow(tx, slot.id, late);
    await this.standAgain(tx, slot.id, slot.discussion_id, to.session.id);
    return { ...slot, session_id: to.session.id, plan_id: null };
  }

  /** The place that a family had on a list, over, with where the family went. */
  private async leaveBehind(tx: Tx, by: string, slot: SlotRow): Promise<void> {
    await tx.run(
      `INSERT INTO slot (id, session_id, discussion_id, position, minutes, pattern, outcome, reason, note, moved_to_slot_id,
         outcome_at, outcome_by, listed_at)
       VALUES ($1, $2, $3, -1, $4, $5, 'postponed', $6, '', $7, $8, $9, $10)`,
      [
        randomUUID(),
        slot.session_id,
        slot.discussion_id,
        slot.minutes,
        slot.pattern,
        movedReason,
        slot.id,
        this.clock.at(),
        by,
        slot.listed_at,
      ],
    );
  }

  /** A family that comes back to a session stands on its list as it did before, once. */
  private async standAgain(tx: Tx, slotId: string, discussionId: string, sessionId: string): Promise<void> {
    const before = 'session_id = $1 AND discussion_id = $2 AND id <> $3';
    const params = [sessionId, discussionId, slotId];
    const [was] = await tx.query<{ at: string | null }>(
      `SELECT MIN(listed_at) AS at FROM slot WHERE ${before}`,
      params,
    );
    if (!was?.at) return;
    await tx.run(`DELETE FROM slot WHERE ${before} AND reason = '${movedReason}'`, params);
    await tx.run(`UPDATE slot SET listed_at = NULL WHERE ${before}`, params);
    await tx.run('UPDATE slot SET listed_at = $1 WHERE id = $2', [was.at, slotId]);
  }

  /** Keeps who allowed a slot to be late. By whoever touches it, it is no longer a plan's to take back. */
  async allow(tx: Tx, slotId: string, late: Late | null): Promise<void> {
    await tx.run('UPDATE slot SET plan_id = NULL, late_allowed_by = $1, late_reason = $2 WHERE id = $3', [
      late?.allowedBy ?? null,
      late?.reason ?? null,
      slotId,
    ]);
  }

  /** Lets a family's discussion go from its session. */
  free(tx: Tx, by: string, slot: SlotRow): Promise<void> {
    return this.take(tx, by, slot.discussion_id, slot.session_id, null);
  }

  /**
   * From now on these slots, in this order, are the session's. Those it had and has no more are told as taken out, for
   * this reason. Patterns are given anew only where neighbours would share one, or a slot is new here; once the session
   * is open, each family keeps its own.
   */
  async arrange(tx: Tx, by: string, sitting: Sitting, order: readonly SlotRow[], reason = ''): Promise<void> {
    const logId = `session/${sitting.session.id}`;
    const append = (kind: string, payload: unknown) => this.record.append(tx, logId, kind, payload, by);
    const had = new Map(sitting.slots.map((slot) => [slot.id, slot]));
    const given = order.map(({ id }) => had.get(id)?.pattern ?? null);
    const free = patternsFor(given);
    const patterns = sitting.session.status === 'planned' ? free : given.map((own, i) => own ?? free[i]!);
    const stays = new Set(order.map(({ id }) => id));
    for (const { id } of sitting.slots)
      if (!stays.has(id)) await append('slot.remove', { slotId: id, reason });
    for (const [position, { id, minutes, outcome }] of order.entries()) {
      const pattern = patterns[position]!;
      const before = had.get(id);
      // What came to nothing is history, and its pattern with it.
      if (before && before.pattern !== pattern && outcome === null)
        await append('slot.remove', { slotId: id, reason: '' });
      if (!before || (before.pattern !== pattern && outcome === null))
        await append('slot.add', { slotId: id, minutes, pattern });
      if (!before || before.pattern !== pattern || before.position !== position)
        await tx.run('UPDATE slot SET position = $1, pattern = $2 WHERE id = $3', [position, pattern, id]);
    }
    const slotIds = order.map(({ id }) => id);
    const state = this.drafts.of(tx).get(logId)?.state as SessionState | undefined;
    const now = (state?.slots ?? []).map(({ slotId }) => slotId);
    if (now.join() !== slotIds.join()) await append('session.reorder', { slotIds });
  }

  /** In one step, so that of two who do it at once one is told. */
  private async take(
    tx: Tx,
    by: string,
    discussionId: string,
    from: string | null,
    to: string | null,
  ): Promise<void> {
    const [where, params] = from === null ? ['session_id IS NULL', []] : ['session_id = $3', [from]];
    const taken = await tx.query(
      `UPDATE discussion SET session_id = $1 WHERE id = $2 AND ${where} AND status = 'preparing' RETURNING id`,
      [to, discussionId, ...params],
    );
    if (!taken.length) throw new Refused(from === null ? 'in-another-session' : 'slot-ended');
    await this.record.append(tx, `discussion/${discussionId}`, 'discussion.plan', { sessionId: to }, by);
  }
}

// Until its session is arranged a slot stands after all others.
const unordered = 999;

/** Before it opens, planners arrange a session; from then on its chair does, in the room. */
export function mustBePlanned({ session }: Sitting): void {
  const day = shortDate(session.held_on);
  if (session.status === 'open')
    throw new Refused('already-open', `The session of ${day} is open: its chair changes it in the room.`);
  if (session.cancelled_at) throw new Refused('closed', `The session of ${day} was cancelled.`);
  if (session.status === 'closed') throw new Refused('closed', `The session of ${day} has ended.`);
}
