import { Injectable } from '@nestjs/common';
import type { SupervisionClock } from '../../../shared/cadence/events.js';
import { Refused } from '../../../shared/refusals.js';
import { dayInWords, shortDate } from '../../../shared/schedule/day-in-words.js';
import { counted } from '../../../shared/schedule/in-words.js';
import { daysBetween } from '../../../shared/schedule/lateness.js';
import { inEngland, minutesOf } from '../../../shared/schedule/local-time.js';
import type { CancelSays, CancelSession } from '../../../shared/schedule/planner.js';
import { plusDays } from '../../../shared/schedule/working-days.js';
import { type SessionState, slotReasons } from '../../../shared/session/state.js';
import { Clocks } from '../../cadence/clocks.service.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { Drafts } from '../../live/drafts.js';
import { Record } from '../../live/record.js';
import { SessionInvitations } from '../../messages/invitations.service.js';
import { namer } from '../names.js';
import { SessionAccess, type SessionRow } from '../session-access.service.js';
import { SessionNews } from '../session-news.service.js';
import { Diary, type Sitting } from './diary.service.js';
import { mustManage } from './managers.js';
import { grouped, type SlotRow, sessionsOf, slotsIn, takesTime } from './rows.js';

// Families are due every four weeks or so: a session beyond this is before no limit that still runs.
const daysAhead = 70;

/** Calls a whole session off before any family of it was begun. It stays in the record; its families go back to the top. */
@Injectable()
export class Cancellations {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly clocks: Clocks,
    private readonly acts: Acts,
    private readonly access: SessionAccess,
    private readonly diary: Diary,
    private readonly drafts: Drafts,
    private readonly record: Record,
    private readonly news: SessionNews,
    private readonly invitations: SessionInvitations,
  ) {}

  /** Each family with its limit, and whether a session before it still has room. Nothing is done. */
  async say(by: Caller, sessionId: string): Promise<CancelSays> {
    const session = await this.access.mustPlan(this.reader, by, sessionId);
    mustBeAhead(session);
    const slots = (await slotsIn(this.reader, [sessionId])).filter(({ outcome }) => outcome === null);
    const teams = await this.reader.query<{ id: string; name: string }>('SELECT id, name FROM team');
    const nameOf = namer(by, new Map(teams.map(({ id, name }) => [id, name])));
    const clocks = await this.clocks.of(slots.map((slot) => slot.family_id));
    const rooms = await this.rooms(slots, sessionId);
    return {
      families: slots.map((slot) => {
        const clock = clocks.get(slot.family_id);
        const dueBy = clock?.dueBy ?? null;
        const told = this.limit(clock, rooms.get(slot.family_team) ?? [], slot.minutes);
        return { familyId: slot.family_id, name: nameOf(slot), dueBy, ...told };
      }),
      told: (await this.invitations.told(this.reader, [sessionId])).has(sessionId),
    };
  }

  async cancel(by: Caller, sessionId: string, why: CancelSession): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.access.mustPlan(tx, by, sessionId);
      const known = await slotsIn(tx, [sessionId]);
      const preparing = known.filter(({ outcome }) => outcome === null).map((slot) => slot.discussion_id);
      const [sitting] = (await this.diary.hold(tx, [sessionId], preparing)) as [Sitting];
      mustBeAhead(sitting.session);
      this.mustNotHaveBegun(tx, sitting);
      await mustManage(tx, why.allowedBy, sitting.session.team_id, this.clock.today());
      const slots = sitting.slots.filter(({ outcome }) => outcome === null);
      for (const slot of slots) await this.postpone(tx, by, sitting.session, slot, why);
      await this.close(tx, by, sitting.session, why);
      // Whoever was told to come is told at once that they need not: nobody travels for a session that is off.
      await this.news.tell(tx, [sessionId], by.personId);
      tx.touchAuthority();
    });
  }

  private async postpone(
    tx: Tx,
    by: Caller,
    session: SessionRow,
    slot: SlotRow,
    { reason, words, allowedBy }: CancelSession,
  ): Promise<void> {
    await this.diary.free(tx, by.personId, slot);
    await tx.run(
      `UPDATE slot SET outcome = 'postponed', reason = $1, note = $2, outcome_at = $3, outcome_by = $4, plan_id = NULL
       WHERE id = $5`,
      [reason, words, this.clock.at(), allowedBy, slot.id],
    );
    const says = `postponed the family with the whole session of ${session.held_on}: ${told(reason, words)}`;
    const [before, after] = [{ sessionId: session.id }, { reason, words, allowedBy }];
    await this.acts.keepOfFamily(tx, by, slot.family_id, 'slot.remove', says, before, after);
  }

  private async close(tx: Tx, by: Caller, session: SessionRow, why: CancelSession): Promise<void> {
    const { reason, words, allowedBy } = why;
    await tx.run(
      `UPDATE session SET status = 'closed', cancelled_at = $1, cancelled_reason = $2, cancelled_words = $3,
         cancelled_allowed_by = $4 WHERE id = $5`,
      [this.clock.at(), reason, words, allowedBy, session.id],
    );
    await this.record.append(tx, `session/${session.id}`, 'session.cancel', why, by.personId);
    await this.acts.keep(tx, {
      byId: by.personId,
      kind: 'session.cancel',
      subject: 'session',
      subjectId: session.id,
      says: `cancelled the session of ${session.held_on}, ${session.starts}: ${told(reason, words)}`,
      after: why,
    });
  }

  private mustNotHaveBegun(tx: Tx, { session }: Sitting): void {
    const state = this.drafts.of(tx).get(`session/${session.id}`)?.state as SessionState | undefined;
    if (state?.slots.some(({ startedAt, endedAt }) => startedAt !== null || endedAt !== null))
      throw new Refused(
        'already-open',
        `The session of ${shortDate(session.held_on)} has begun: its chair ends it in the room.`,
      );
  }

  /** The sessions to come of each of these families' teams, with the minutes that are free in them. */
  private async rooms(
    slots: readonly SlotRow[],
    without: string,
  ): Promise<Map<string, { date: string; free: number }[]>> {
    const teamIds = [...new Set(slots.map((slot) => slot.family_team))];
    if (!teamIds.length) return new Map();
    const now = inEngland(this.clock.now());
    const all = await sessionsOf(this.reader, teamIds, now.date, plusDays(now.date, daysAhead));
    const coming = all.filter(
      (s) => s.id !== without && s.status === 'planned' && (s.held_on > now.date || s.starts > now.time),
    );
    const taken = grouped(
      (
        await slotsIn(
          this.reader,
          coming.map((s) => s.id),
        )
      ).filter(takesTime),
      (slot) => slot.session_id,
    );
    const rooms = coming.map((s) => {
      const used = (taken.get(s.id) ?? []).reduce((sum, slot) => sum + slot.minutes, 0);
      return { teamId: s.team_id, date: s.held_on, free: minutesOf(s.ends) - minutesOf(s.starts) - used };
    });
    return grouped(rooms, ({ teamId }) => teamId);
  }

  private limit(
    clock: SupervisionClock | undefined,
    rooms: readonly { date: string; free: number }[],
    minutes: number,
  ): Pick<CancelSays['families'][number], 'tone' | 'says'> {
    const today = this.clock.today();
    const dueBy = clock?.dueBy;
    if (!dueBy) return { tone: 'good', says: 'No limit runs for it.' };
    const day = dayInWords(dueBy);
    if (dueBy < today)
      return { tone: 'bad', says: `Past its limit already: ${day}, ${ago(daysBetween(dueBy, today))}.` };
    const left = dueBy === today ? 'today' : `in ${counted(daysBetween(today, dueBy), 'day')}`;
    const before = rooms.filter((room) => room.date <= dueBy);
    const next = before.find((room) => room.free >= minutes);
    const where = next
      ? `There is room on ${shortDate(next.date)}.`
      : before.length
        ? 'Every session before it is full.'
        : 'No session is before it.';
    return { tone: next ? 'warn' : 'bad', says: `Its limit is ${day}, ${left}. ${where}` };
  }
}

function ago(days: number): string {
  return `${counted(days, 'day')} ago`;
}

function told(reason: CancelSession['reason'], words: string): string {
  return [slotReasons[reason], words].filter(Boolean).join('. ');
}

function mustBeAhead({ status, cancelled_at: cancelledAt, held_on: heldOn }: SessionRow): void {
  const day = shortDate(heldOn);
  if (cancelledAt) throw new Refused('closed', `The session of ${day} is cancelled already.`);
  if (status === 'closed') throw new Refused('closed', `The session of ${day} has ended.`);
}
