import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refused } from '../../shared/refusals.js';
import type { NewSession, SessionPatch } from '../../shared/schedule/http.js';
import { Acts } from '../core/acts.js';
import { Clock } from '../core/clock.js';
import { keepsTeam } from '../core/http/keepers.js';
import type { Caller } from '../core/http/policy.js';
import { Transactions, type Tx } from '../core/transaction.js';
import { Record } from '../live/record.js';
import { JoinLinks } from './join-links.service.js';
import { type PlannedRow, SessionAccess, type SessionRow } from './session-access.service.js';
import { SessionNews } from './session-news.service.js';
import { planOf } from './session-plan.js';
import { allowedOf, Diary, type Sitting } from './slots/diary.service.js';
import { Limits } from './slots/limits.service.js';
import { mustBeToCome } from './slots/placing.service.js';

/** Makes and changes sessions. The tables, the logs and the history move in one transaction. */
@Injectable()
export class Planning {
  constructor(
    private readonly transactions: Transactions,
    private readonly record: Record,
    private readonly acts: Acts,
    private readonly clock: Clock,
    private readonly access: SessionAccess,
    private readonly joinLinks: JoinLinks,
    private readonly diary: Diary,
    private readonly limits: Limits,
    private readonly news: SessionNews,
  ) {}

  async add(by: Caller, plan: NewSession): Promise<string> {
    if (!keepsTeam(by, plan.teamId)) throw new Refused('not-yours');
    if (plan.endsAt <= plan.startsAt) throw new Refused('bad-dates');
    this.joinLinks.mustBeAllowed(plan.joinLink);
    return this.transactions.run((tx) => this.make(tx, by, plan, { seriesId: null, deputyId: null }));
  }

  /** A session, on its own or of a series. */
  async make(
    tx: Tx,
    by: { personId: string } | null,
    plan: NewSession,
    { seriesId, deputyId }: { seriesId: string | null; deputyId: string | null },
  ): Promise<string> {
    const id = randomUUID();
    const [team] = await tx.query<{ name: string }>('SELECT name FROM team WHERE id = $1', [plan.teamId]);
    if (!team) throw new Refused('not-found');
    await this.mustChair(tx, plan.chairId, plan.date);
    if (deputyId) await this.mustChair(tx, deputyId, plan.date);
    await this.mustBeThere(tx, plan.penId);
    const row: PlannedRow = {
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
      series_id: seriesId,
      deputy_id: deputyId,
    };
    await tx.run(
      `INSERT INTO session (id, team_id, held_on, starts, ends, room, join_link, chair_id, pen_id, status, title,
         series_id, deputy_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      Object.values(row),
    );
    await this.record.append(tx, `session/${id}`, 'session.plan', planOf(row), by?.personId ?? null);
    const says = `planned a session of ${team.name} for ${plan.date}, ${plan.startsAt}`;
    await this.keep(tx, by, id, 'session.add', says, undefined, plan);
    tx.touchAuthority([plan.chairId]);
    return id;
  }

  /** Day, time, place, chair and pen, until it opens; after that the chair runs it. */
  async change(by: Caller, sessionId: string, patch: SessionPatch): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.access.mustPlan(tx, by, sessionId);
      // Held before it is read: of two who change it at once, the second changes what the first left.
      const [sitting] = (await this.diary.hold(tx, [sessionId], [])) as [Sitting];
      const before = sitting.session;
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
      this.joinLinks.mustBeAllowed(after.join_link, before.join_link);
      await this.mayMove(tx, by, sitting, after, patch.lateReason);
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
      await this.news.changed(tx, [sessionId], by.personId);
      const says = `changed the session of ${after.held_on}, ${after.starts}`;
      await this.keep(tx, by, sessionId, 'session.change', says, planOf(before), planOf(after));
      tx.touchAuthority([before.chair_id, after.chair_id].filter((id) => id !== null));
    });
  }

  /** On a later day its families are later too: past the limit of any of them, a manager allows it with a reason. */
  private async mayMove(
    tx: Tx,
    by: Caller,
    { session: before, slots }: Sitting,
    after: SessionRow,
    lateReason: string | undefined,
  ): Promise<void> {
    if (after.held_on === before.held_on) return;
    mustBeToCome({ session: after }, this.clock.today());
    for (const slot of slots) {
      if (slot.outcome !== null) continue;
      const late = await this.limits.mustAllow(by, {
        familyId: slot.family_id,
        teamId: slot.family_team,
        onDate: after.held_on,
        fromDate: before.held_on,
        lateReason,
        allowed: allowedOf(slot),
      });
      await this.diary.allow(tx, slot.id, late);
    }
  }

  private async mustChair(tx: Tx, personId: string, on: string): Promise<void> {
    const rows = await tx.query(
      `SELECT 1 FROM person p JOIN person_role r ON r.person_id = p.id
       WHERE p.id = $1 AND (p.ended_on IS NULL OR p.ended_on > $2)
         AND r.role IN ('team-manager', 'deputy-manager', 'service-manager')
         AND r.from_on <= $2 AND (r.to_on IS NULL OR r.to_on >= $2)`,
      [personId, on],
    );
    if (!rows.length)
      throw new Refused('manager-only', 'Only somebody who is a manager on that day can take the chair.');
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
    by: { personId: string } | null,
    subjectId: string,
    kind: string,
    says: string,
    before?: unknown,
    after?: unknown,
    subject = 'session',
  ): Promise<void> {
    return this.acts.keep(tx, { byId: by?.personId ?? null, kind, subject, subjectId, says, before, after });
  }
}

function mustBePlanned(session: SessionRow): void {
  if (session.status === 'open') throw new Refused('already-open');
  if (session.cancelled_at) throw new Refused('closed', 'This session was cancelled.');
  if (session.status === 'closed') throw new Refused('closed');
}
