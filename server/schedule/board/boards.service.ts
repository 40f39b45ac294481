import { Injectable } from '@nestjs/common';
import type { SupervisionClock } from '../../../shared/cadence/events.js';
import { intervalInWords } from '../../../shared/cadence/in-words.js';
import { Refused } from '../../../shared/refusals.js';
import { timesOf } from '../../../shared/schedule/day-check.js';
import { minutesOf, timeOf } from '../../../shared/schedule/local-time.js';
import type { Board, BoardSession, BoardSlot, PersonDay } from '../../../shared/schedule/planner.js';
import { asItStands } from '../../../shared/schedule/planning/as-it-stands.js';
import { isWorkingDay, type OfficeCalendar, plusDays } from '../../../shared/schedule/working-days.js';
import { Clocks } from '../../cadence/clocks.service.js';
import { OfficeDays } from '../../cadence/office-days.service.js';
import { Policies } from '../../cadence/policies.service.js';
import { Clock } from '../../core/clock.js';
import { keepsTeam } from '../../core/http/keepers.js';
import { type Caller, holds } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { SessionInvitations } from '../../messages/invitations.service.js';
import { type NameOf, namer } from '../names.js';
import { KeptPlans } from '../plans/kept-plans.service.js';
import { type MonthFacts, MonthProblems } from '../plans/month-problem.service.js';
import { lastDayOf } from '../plans/months.js';
import { cancelledOf, type SessionRow } from '../session-access.service.js';
import { SessionNews } from '../session-news.service.js';
import { withoutChair } from '../slots/managers.js';
import {
  type Called,
  calledIn,
  grouped,
  mustBeThere,
  placesOf,
  type SlotRow,
  sessionsOf,
  slotsIn,
  takesTime,
} from '../slots/rows.js';
import { WhereaboutsOf } from '../slots/whereabouts.service.js';
import { needOf, pressing } from './needs.js';
import { peopleDays } from './people-days.js';

/** What the board shows of the month itself, whatever can still be planned in it. */
interface Shown {
  sessions: SessionRow[];
  slots: SlotRow[];
  called: ReadonlyMap<string, Called[]>;
  clocks: ReadonlyMap<string, SupervisionClock>;
}

/** One month of a team on one screen: its sessions, what needs somebody, and when specialists are called in. */
@Injectable()
export class Boards {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly clocks: Clocks,
    private readonly officeDays: OfficeDays,
    private readonly policies: Policies,
    private readonly problems: MonthProblems,
    private readonly plans: KeptPlans,
    private readonly whereabouts: WhereaboutsOf,
    private readonly news: SessionNews,
    private readonly invitations: SessionInvitations,
  ) {}

  async of(by: Caller, teamId: string, month: string): Promise<Board> {
    const teams = await this.teams(by, teamId);
    const [first, last] = [`${month}-01`, lastDayOf(month)];
    const today = this.clock.today();
    const [facts, shown, calendar, rules] = await Promise.all([
      this.problems.of([teamId], month),
      this.shown(teamId, first, last),
      this.officeDays.of(teamId),
      this.policies.for(teamId, today),
    ]);
    const nameOf = namer(by, teams);
    const sessions = await this.sessions(shown, nameOf);
    const people = await this.people(shown, facts, [first, last], nameOf);
    const needYou = [...asItStands(facts.problem)].sort(pressing(facts)).flatMap((found) => {
      const family = facts.families.get(found.familyId);
      const name = family && nameOf({ family_name: family.name, family_team: family.teamId });
      return family && name ? [needOf({ facts, calendar, today }, family, name, found)] : [];
    });
    const taken = sessions.flatMap(({ slots }) => slots.filter(takesTime));
    const elsewhere = plannedElsewhere(facts, taken, last);
    const late = taken.filter((slot) => slot.late).length;
    const untold = await this.news.untold(
      this.reader,
      shown.sessions.filter((s) => s.status === 'planned' && s.held_on >= today).map((s) => s.id),
    );
    const told = await this.invitations.told(
      this.reader,
      shown.sessions.map((s) => s.id),
    );
    const usual = rules.at(-1);
    return {
      teamId,
      month,
      today,
      policySays: usual ? intervalInWords(usual.interval) : '',
      closedDays: closedDays(calendar, first, last),
      counts: {
        due: taken.length + elsewhere + needYou.length,
        planned: taken.length + elsewhere,
        inTime: taken.length + elsewhere - late,
        late,
        splits: people.filter((day) => day.waits > 0).length,
      },
      sessions,
      needYou,
      people,
      plan: await this.plan(teamId, first),
      told: told.size > 0,
      unsent: [...untold.values()].reduce((sum, changes) => sum + changes, 0),
      mayPlan: keepsTeam(by, teamId),
    };
  }

  /** The names of all teams, for whoever may look into this one: its keepers, those above it, and administrators. */
  private async teams(by: Caller, teamId: string): Promise<Map<string, string>> {
    const rows = await this.reader.query<{ id: string; name: string }>('SELECT id, name FROM team');
    const teams = new Map(rows.map((row) => [row.id, row.name]));
    const may = keepsTeam(by, teamId) || holds(by, ['service-manager'], teamId);
    if (!may || !teams.has(teamId)) throw new Refused('not-found');
    return teams;
  }

  private async shown(teamId: string, first: string, last: string): Promise<Shown> {
    const sessions = await sessionsOf(this.reader, [teamId], first, last);
    const slots = await slotsIn(
      this.reader,
      sessions.map((session) => session.id),
    );
    const called = new Map<string, Called[]>();
    const clocks = new Map<string, SupervisionClock>();
    for (const [date, here] of grouped(sessions, (session) => session.held_on)) {
      const ids = here.map((session) => session.id);
      const families = slots.filter((slot) => ids.includes(slot.session_id)).map((slot) => slot.family_id);
      if (!families.length) continue;
      for (const [id, who] of await calledIn(this.reader, families, date)) called.set(id, who);
      // A discussion that was held has begun the next wait: whether it was in time, the day before knows.
      const asAt = [plusDays(date, -1), this.clock.today()].sort()[0]!;
      for (const [id, clock] of await this.clocks.of(families, asAt)) clocks.set(id, clock);
    }
    return { sessions, slots, called, clocks };
  }

  private async sessions(shown: Shown, nameOf: NameOf): Promise<BoardSession[]> {
    const ids = shown.sessions.map((session) => `session/${session.id}`);
    const heads = ids.length
      ? await this.reader.query<{ id: string; head: number }>(
          `SELECT id, head FROM log WHERE id IN (${placesOf(ids)})`,
          ids,
        )
      : [];
    const seqs = new Map(heads.map((row) => [row.id, row.head]));
    const chairless = await withoutChair(
      this.reader,
      shown.sessions.map((session) => session.id),
    );
    return shown.sessions.map((session) => {
      const here = shown.slots.filter((slot) => slot.session_id === session.id);
      const times = timesOf(minutesOf(session.starts), here);
      return {
        sessionId: session.id,
        seriesId: session.series_id,
        title: session.title,
        date: session.held_on,
        startsAt: session.starts,
        endsAt: session.ends,
        room: session.room,
        joinLink: session.join_link,
        chairId: session.chair_id,
        chairMay: !chairless.has(session.id),
        deputyId: session.deputy_id,
        status: session.status,
        cancelled: withWords(session),
        minutesLong: minutesOf(session.ends) - minutesOf(session.starts),
        minutesUsed: here.filter(takesTime).reduce((sum, slot) => sum + slot.minutes, 0),
        seq: seqs.get(`session/${session.id}`) ?? 0,
        slots: times.map(({ seat, from }) => boardSlot(shown, session, seat, from, nameOf)),
      };
    });
  }

  private async people(
    shown: Shown,
    facts: MonthFacts,
    days: readonly [string, string],
    nameOf: NameOf,
  ): Promise<PersonDay[]> {
    const called = new Map([...facts.called, ...shown.called]);
    const ids = [...called.values()].flatMap((one) => mustBeThere(one).specialists);
    const without = { sessions: shown.sessions.map((session) => session.id) };
    const diaries = await this.whereabouts.people(this.reader, ids, days, without);
    return peopleDays({ ...shown, called, diaries, nameOf });
  }

  private async plan(teamId: string, first: string): Promise<Board['plan']> {
    const plan = await this.plans.newest(teamId, first);
    if (!plan) return null;
    const left = await this.reader.query(
      `SELECT 1 FROM slot p JOIN session s ON s.id = p.session_id
       WHERE p.plan_id = $1 AND p.outcome IS NULL AND s.status = 'planned' LIMIT 1`,
      [plan.id],
    );
    return {
      planId: plan.id,
      byId: plan.by_id,
      madeAt: plan.made_at,
      sentAt: plan.sent_at,
      mayUndo: plan.sent_at === null && left.length > 0,
      says: plan.summary.says,
    };
  }
}

/** Planners read what was said of it, too. */
function withWords(session: SessionRow): BoardSession['cancelled'] {
  const cancelled = cancelledOf(session);
  return cancelled && { ...cancelled, words: session.cancelled_words ?? '' };
}

function boardSlot(
  shown: Shown,
  session: SessionRow,
  slot: SlotRow,
  from: number,
  nameOf: NameOf,
): BoardSlot {
  const clock = shown.clocks.get(slot.family_id);
  return {
    slotId: slot.id,
    discussionId: slot.discussion_id,
    familyId: slot.family_id,
    name: nameOf(slot),
    startsAt: timeOf(from),
    minutes: slot.minutes,
    pattern: slot.pattern,
    outcome: slot.outcome,
    people: shown.called.get(slot.family_id) ?? [],
    dueBy: clock?.dueBy ?? null,
    state: clock?.state ?? 'not-allocated',
    late: takesTime(slot) && !!clock?.dueBy && session.held_on > clock.dueBy,
    lateAllowedBy: slot.late_allowed_by,
    lateReason: slot.late_reason ?? '',
  };
}

/** Families due by the end of the month that have their place in a session of another one. */
function plannedElsewhere({ families }: MonthFacts, here: readonly BoardSlot[], last: string): number {
  const shown = new Set(here.map((slot) => slot.familyId));
  return [...families.values()].filter(
    ({ familyId, sessionId, clock: { dueBy, state } }) =>
      sessionId && !shown.has(familyId) && state !== 'exempt' && dueBy !== null && dueBy <= last,
  ).length;
}

/** Weekdays of the month on which the office is shut. */
function closedDays(calendar: OfficeCalendar, first: string, last: string): Board['closedDays'] {
  const days: Board['closedDays'] = [];
  for (let on = first; on <= last; on = plusDays(on, 1)) {
    const title = calendar.isShut(on);
    if (title && isWorkingDay(on, everyWeekday)) days.push({ on, title });
  }
  return days;
}

/** Saturdays and Sundays are shut anyway: nobody has to be told. */
const everyWeekday: OfficeCalendar = { isShut: () => null };
