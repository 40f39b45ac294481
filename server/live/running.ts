import { Injectable } from '@nestjs/common';
import type { DiscussionState, DiscussionStatus } from '../../shared/discussion/state.js';
import type { Entry } from '../../shared/live/change.js';
import { Refused } from '../../shared/refusals.js';
import type { SessionGoTo, SlotEnd } from '../../shared/session/running.js';
import type { SessionState } from '../../shared/session/state.js';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/transaction.js';
import { Snapshots } from '../families/snapshots.service.js';
import { Consequences, type Recording } from './consequences.js';
import { subjectOf } from './definitions.js';
import { Drafts } from './drafts.js';
import { NextDiscussion } from './next-discussion.js';
import { SessionLists } from './session-lists.service.js';

interface Row {
  slotId: string;
  discussionId: string;
  familyId: string;
  status: DiscussionStatus;
}

/** What follows from running a session, in the logs of the discussions in it and in the tables that lists are read from. */
@Injectable()
export class Running {
  constructor(
    consequences: Consequences,
    private readonly drafts: Drafts,
    private readonly next: NextDiscussion,
    private readonly snapshots: Snapshots,
    private readonly lists: SessionLists,
    private readonly clock: Clock,
  ) {
    consequences.of('session.open', (r) => this.open(r));
    consequences.of('session.goTo', (r) => this.goTo(r));
    consequences.of('slot.leave', (r) => this.leave(r));
    consequences.of('slot.end', (r) => this.end(r));
    consequences.of('session.close', (r) => this.close(r));
  }

  private async open(r: Recording): Promise<Entry> {
    const { entry, sessionId, before, after } = record(r);
    await r.tx.run(`UPDATE session SET status = 'open', chair_id = $2 WHERE id = $1`, [
      sessionId,
      after.chairId,
    ]);
    r.tx.touchAuthority(people(before, after));
    await this.lists.goesOut(r.tx, sessionId);
    // What people had read when the session opened can be shown ever after.
    for (const { discussionId, status } of await this.rows(r.tx, sessionId))
      if (status === 'preparing') await this.append(r, discussionId, 'brief.fix', {});
    return entry;
  }

  private async goTo(r: Recording): Promise<Entry> {
    const { entry, sessionId, before, after } = record(r);
    const { slotId } = r.payload as SessionGoTo;
    // Only the step moves: nothing begins and nothing ends.
    if (before.at?.slotId === slotId) return entry;
    const rows = await this.rows(r.tx, sessionId);
    const here = rows.find((row) => row.slotId === slotId);
    if (!here) throw new Refused('no-such-slot');
    for (const row of rows) if (row !== here && row.status === 'live') await this.hold(r, row);
    if (here.status === 'preparing' || here.status === 'held') await this.begin(r, here, sessionId, after);
    return entry;
  }

  private async begin(r: Recording, row: Row, sessionId: string, session: SessionState): Promise<void> {
    const heldOn = this.clock.today();
    const { familyName: _, ...asItIs } =
      row.status === 'preparing' ? { ...(await this.snapshots.of(r.tx, row.familyId, heldOn)) } : {};
    const { inPlaceOf, penId } = session;
    const payload = { sessionId, chairId: session.chairId, inPlaceOf, penId, heldOn, ...asItIs };
    await this.append(r, row.discussionId, 'discussion.begin', payload);
    await r.tx.run(`UPDATE discussion SET status = 'live', held_on = COALESCE(held_on, $2) WHERE id = $1`, [
      row.discussionId,
      heldOn,
    ]);
  }

  /** The room has moved on: this family has been talked through, and its next discussion opens. */
  private async hold(r: Recording, { discussionId }: Row): Promise<void> {
    const state = await this.append(r, discussionId, 'discussion.end', {});
    await r.tx.run(`UPDATE discussion SET status = 'held' WHERE id = $1`, [discussionId]);
    await this.next.open(r.tx, state, r.actor.personId);
  }

  private async leave(r: Recording): Promise<Entry> {
    const { entry, sessionId } = record(r);
    const { slotId } = r.payload as { slotId: string };
    const row = (await this.rows(r.tx, sessionId)).find((one) => one.slotId === slotId);
    // The room may have moved on already, and with that it was held.
    if (row?.status === 'live' || row?.status === 'held') await this.takeBack(r, row);
    return entry;
  }

  private async end(r: Recording): Promise<Entry> {
    const { slotId, outcome, reason, note } = r.payload as SlotEnd;
    const { entry, sessionId, before, after } = record(r);
    const row = (await this.rows(r.tx, sessionId)).find((one) => one.slotId === slotId);
    if (!row) throw new Refused('no-such-slot');
    // Talked through is talked through: that slot did not come to nothing.
    if (row.status === 'held' || row.status === 'signed') throw new Refused('slot-ended');
    if (row.status === 'live') await this.takeBack(r, row);
    await r.tx.run(
      'UPDATE slot SET outcome = $2, reason = $3, note = $4, outcome_at = $5, outcome_by = $6 WHERE id = $1',
      [slotId, outcome, reason, note, entry.at, r.actor.personId],
    );
    await this.takeOut(r, row);
    r.tx.touchAuthority(people(before, after));
    return entry;
  }

  private async close(r: Recording): Promise<Entry> {
    const { entry, sessionId, before, after } = record(r);
    await r.tx.run(`UPDATE session SET status = 'closed' WHERE id = $1`, [sessionId]);
    for (const row of await this.rows(r.tx, sessionId)) {
      const slot = after.slots.find((one) => one.slotId === row.slotId);
      const wasOpen = before.slots.find((one) => one.slotId === row.slotId)?.outcome === null;
      if (row.status === 'live') await this.hold(r, row);
      if (slot?.outcome !== 'not-reached' || !wasOpen) continue;
      await r.tx.run(
        'UPDATE slot SET outcome = $2, reason = $3, outcome_at = $4, outcome_by = $5 WHERE id = $1',
        [row.slotId, slot.outcome, slot.reason, entry.at, r.actor.personId],
      );
      if (row.status === 'preparing') await this.takeOut(r, row);
    }
    r.tx.touchAuthority(people(before, after));
    return entry;
  }

  /**
   * Begun by mistake, or broken off: as if it had not been begun. The room may have been elsewhere meanwhile; then its next
   * one is open, and goes again. Once that is in use this one has been held, and ends in minutes.
   */
  private async takeBack(r: Recording, { discussionId }: Row): Promise<void> {
    if (!(await this.next.withdraw(r.tx, discussionId)))
      throw new Refused(
        'slot-ended',
        'This family was talked about, and its next discussion is in use already. Read this one back and sign it.',
      );
    await this.append(r, discussionId, 'discussion.end', { mistake: true });
    await r.tx.run(`UPDATE discussion SET status = 'preparing', held_on = NULL WHERE id = $1`, [
      discussionId,
    ]);
  }

  /** Out of this session, with everything prepared, free for another. */
  private async takeOut(r: Recording, { discussionId }: Row): Promise<void> {
    await r.tx.run('UPDATE discussion SET session_id = NULL WHERE id = $1', [discussionId]);
    await this.append(r, discussionId, 'discussion.plan', { sessionId: null });
  }

  /** The slots of a session that still hold their discussion, in order. */
  private rows(tx: Tx, sessionId: string): Promise<Row[]> {
    return tx.query<Row>(
      `SELECT p.id AS "slotId", d.id AS "discussionId", d.family_id AS "familyId", d.status AS status
       FROM slot p JOIN discussion d ON d.id = p.discussion_id AND d.session_id = p.session_id
       WHERE p.session_id = $1 AND p.outcome IS NULL ORDER BY p.position`,
      [sessionId],
    );
  }

  private async append(
    r: Recording,
    discussionId: string,
    kind: string,
    payload: unknown,
  ): Promise<DiscussionState> {
    const logId = `discussion/${discussionId}`;
    await this.drafts.append(r.tx, logId, kind, payload, r.actor.personId);
    return r.draft.get(logId)?.state as DiscussionState;
  }
}

function record(r: Recording): {
  entry: Entry;
  sessionId: string;
  before: SessionState;
  after: SessionState;
} {
  const before = r.log.state as SessionState;
  const entry = r.add(r.payload);
  return { entry, sessionId: subjectOf(r.log.base.logId), before, after: r.log.state as SessionState };
}

/** Whose standing to the families of a session hangs on the session itself. */
function people(...states: readonly SessionState[]): string[] {
  return states.flatMap(({ chairId, guests }) => [
    ...(chairId ? [chairId] : []),
    ...guests.map((g) => g.personId),
  ]);
}
