import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refused } from '../../shared/refusals.js';
import type { NewSession, NewSlot, SessionPatch, SlotRemoval } from '../../shared/schedule/http.js';
import type { SessionPlan } from '../../shared/session/planning.js';
import { slotReasons } from '../../shared/session/state.js';
import { Acts } from '../core/acts.js';
import { Clock } from '../core/clock.js';
import { keepsTeam } from '../core/http/keepers.js';
import type { Caller } from '../core/http/policy.js';
import { Transactions, type Tx } from '../core/transaction.js';
import { FamilyAccess } from '../families/family-access.service.js';
import { Record } from '../live/record.js';
import { SessionAccess, type SessionRow } from './session-access.service.js';

const patterns = 5;

/** Makes sessions by hand and puts families into them. The tables, the logs and the history move in one transaction. */
@Injectable()
export class Planning {
  constructor(
    private readonly transactions: Transactions,
    private readonly record: Record,
    private readonly acts: Acts,
    private readonly clock: Clock,
    private readonly access: SessionAccess,
    private readonly families: FamilyAccess,
  ) {}

  async add(by: Caller, plan: NewSession): Promise<string> {
    if (!keepsTeam(by, plan.teamId)) throw new Refused('not-yours');
    if (plan.endsAt <= plan.startsAt) throw new Refused('bad-dates');
    const id = randomUUID();
    await this.transactions.run(async (tx) => {
      const [team] = await tx.query<{ name: string }>('SELECT name FROM team WHERE id = $1', [plan.teamId]);
      if (!team) throw new Refused('not-found');
      await this.mustChair(tx, plan.chairId, plan.date);
      await this.mustBeThere(tx, plan.penId);
      const row: SessionRow = {
        id,
        team_id: plan.teamId,
        held_on: plan.date,
        starts: plan.startsAt,
        ends: plan.endsAt,
        room: plan.room,
        join_link: plan.joinLink,
        chair_id: plan.chairId,
        pen_id: plan.penId,
        status: 'planned',
        title: plan.title,
      };
      await tx.run(
        `INSERT INTO session (id, team_id, held_on, starts, ends, room, join_link, chair_id, pen_id, status, title)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        Object.values(row),
      );
      await this.record.append(tx, `session/${id}`, 'session.plan', planOf(row), by.personId);
      const says = `planned a session of ${team.name} for ${plan.date}, ${plan.startsAt}`;
      await this.keep(tx, by, id, 'session.add', says, undefined, plan);
      tx.touchAuthority([plan.chairId]);
    });
    return id;
  }

  /** Day, time, place, chair and pen, until it opens; after that the chair runs it. */
  async change(by: Caller, sessionId: string, patch: SessionPatch): Promise<void> {
    await this.transactions.run(async (tx) => {
      const before = await this.access.mustPlan(tx, by, sessionId);
      mustBePlanned(before);
      const after: SessionRow = {
        ...before,
        held_on: patch.date ?? before.held_on,
        starts: patch.startsAt ?? before.starts,
        ends: patch.endsAt ?? before.ends,
        room: patch.room ?? before.room,
        join_link: patch.joinLink ?? before.join_link,
        chair_id: patch.chairId ?? before.chair_id,
        pen_id: patch.penId === undefined ? before.pen_id : patch.penId,
        title: patch.title ?? before.title,
      };
      if (after.ends <= after.starts) throw new Refused('bad-dates');
      if (after.chair_id) await this.mustChair(tx, after.chair_id, after.held_on);
      await this.mustBeThere(tx, after.pen_id);
      await tx.run(
        `UPDATE session SET held_on = $1, starts = $2, ends = $3, room = $4, join_link = $5, chair_id = $6, pen_id = $7,
           title = $8 WHERE id = $9`,
        [
          after.held_on,
          after.starts,
          after.ends,
          after.room,
          after.join_link,
          after.chair_id,
          after.pen_id,
          after.title,
          sessionId,
        ],
      );
      await this.record.append(tx, `session/${sessionId}`, 'session.plan', planOf(after), by.personId);
      const says = `changed the session of ${after.held_on}, ${after.starts}`;
      await this.keep(tx, by, sessionId, 'session.change', says, planOf(before), planOf(after));
      tx.touchAuthority([before.chair_id, after.chair_id].filter((id) => id !== null));
    });
  }

  /** Puts the family's discussion that is being prepared into the session. */
  async put(by: Caller, sessionId: string, { familyId, minutes }: NewSlot): Promise<string> {
    return this.transactions.run(async (tx) => {
      const session = await this.access.mustPlan(tx, by, sessionId);
      if (session.status === 'closed') throw new Refused('closed');
      await this.families.mustKeep(tx, by, familyId);
      const [open] = await tx.query<{ id: string; session_id: string | null }>(
        `SELECT id, session_id FROM discussion WHERE family_id = $1 AND status = 'preparing'`,
        [familyId],
      );
      if (!open) throw new Refused('not-found', 'This family has no discussion open for preparation.');
      if (open.session_id === sessionId)
        throw new Refused('already-there', 'This family is in this session.');
      // Taken in one step, so that of two who do it at once one is told.
      const taken = await tx.query(
        `UPDATE discussion SET session_id = $1 WHERE id = $2 AND session_id IS NULL AND status = 'preparing' RETURNING id`,
        [sessionId, open.id],
      );
      if (!taken.length) throw new Refused('in-another-session');
      const slotId = randomUUID();
      const [last] = await tx.query<{ position: number; many: number }>(
        `SELECT COALESCE(MAX(position), -1) AS position, CAST(COUNT(*) AS integer) AS many FROM slot WHERE session_id = $1`,
        [sessionId],
      );
      const position = (last?.position ?? -1) + 1;
      // Given by order of coming, and kept: the pattern is how people tell one family from the next at a glance.
      const pattern = ((last?.many ?? 0) % patterns) + 1;
      await tx.run(
        `INSERT INTO slot (id, session_id, discussion_id, position, minutes, pattern) VALUES ($1, $2, $3, $4, $5, $6)`,
        [slotId, sessionId, open.id, position, minutes, pattern],
      );
      await this.record.append(
        tx,
        `session/${sessionId}`,
        'slot.add',
        { slotId, minutes, pattern },
        by.personId,
      );
      await this.record.append(tx, `discussion/${open.id}`, 'discussion.plan', { sessionId }, by.personId);
      // The session opened without it: what people have read of it is fixed as it joins.
      if (session.status === 'open')
        await this.record.append(tx, `discussion/${open.id}`, 'brief.fix', {}, by.personId);
      const says = `put the family into the session of ${session.held_on}, ${session.starts}`;
      await this.keep(tx, by, familyId, 'slot.add', says, undefined, { sessionId, minutes }, 'family');
      // Who may see the family's discussion now hangs on the session too: its chair, its guests.
      tx.touchAuthority();
      return slotId;
    });
  }

  /** Takes a family out again before its turn; everything prepared stays with it. */
  async takeOut(
    by: Caller,
    sessionId: string,
    slotId: string,
    { reason, words }: SlotRemoval,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const session = await this.access.mustPlan(tx, by, sessionId);
      const [slot] = await tx.query<{ discussion_id: string; family_id: string }>(
        `SELECT p.discussion_id, d.family_id FROM slot p
           JOIN discussion d ON d.id = p.discussion_id AND d.session_id = p.session_id
         WHERE p.id = $1 AND p.session_id = $2 AND p.outcome IS NULL`,
        [slotId, sessionId],
      );
      if (!slot) throw new Refused('no-such-slot');
      const freed = await tx.query(
        `UPDATE discussion SET session_id = NULL WHERE id = $1 AND session_id = $2 AND status = 'preparing' RETURNING id`,
        [slot.discussion_id, sessionId],
      );
      if (!freed.length) throw new Refused('slot-ended');
      await tx.run(
        `UPDATE slot SET position = -1, outcome = $1, reason = $2, note = $3, outcome_at = $5, outcome_by = $6
         WHERE id = $4`,
        [
          reason === 'closed-or-transferred' ? 'cancelled' : 'postponed',
          reason,
          words,
          slotId,
          this.clock.at(),
          by.personId,
        ],
      );
      const told = [slotReasons[reason], words].filter(Boolean).join('. ').slice(0, 300);
      await this.record.append(
        tx,
        `session/${sessionId}`,
        'slot.remove',
        { slotId, reason: told },
        by.personId,
      );
      const logId = `discussion/${slot.discussion_id}`;
      await this.record.append(tx, logId, 'discussion.plan', { sessionId: null }, by.personId);
      const says = `took the family out of the session of ${session.held_on}: ${told}`;
      await this.keep(
        tx,
        by,
        slot.family_id,
        'slot.remove',
        says,
        { sessionId },
        { reason, words },
        'family',
      );
      tx.touchAuthority();
    });
  }

  private async mustChair(tx: Tx, personId: string, on: string): Promise<void> {
    const rows = await tx.query(
      `SELECT 1 FROM person p JOIN person_role r ON r.person_id = p.id
       WHERE p.id = $1 AND (p.ended_on IS NULL OR p.ended_on > $2)
         AND r.role IN ('team-manager', 'deputy-manager', 'service-manager')
         AND (r.to_on IS NULL OR r.to_on >= $2)`,
      [personId, on],
    );
    if (!rows.length) throw new Refused('manager-only', 'Only a manager can take the chair.');
  }

  private async mustBeThere(tx: Tx, personId: string | null): Promise<void> {
    if (!personId) return;
    const rows = await tx.query(
      'SELECT 1 FROM person WHERE id = $1 AND (ended_on IS NULL OR ended_on > $2)',
      [personId, this.clock.today()],
    );
    if (!rows.length) throw new Refused('no-such-person');
  }

  private keep(
    tx: Tx,
    by: Caller,
    subjectId: string,
    kind: string,
    says: string,
    before?: unknown,
    after?: unknown,
    subject = 'session',
  ): Promise<void> {
    return this.acts.keep(tx, { byId: by.personId, kind, subject, subjectId, says, before, after });
  }
}

function mustBePlanned(session: SessionRow): void {
  if (session.status === 'open') throw new Refused('already-open');
  if (session.status === 'closed') throw new Refused('closed');
}

function planOf(row: SessionRow): SessionPlan {
  return {
    teamId: row.team_id,
    date: row.held_on,
    startsAt: row.starts,
    endsAt: row.ends,
    room: row.room,
    joinLink: row.join_link,
    chairId: row.chair_id,
    penId: row.pen_id,
  };
}
