import { Injectable } from '@nestjs/common';
import type { SupervisionClock } from '../../../shared/cadence/events.js';
import { inEngland, minutesOf } from '../../../shared/schedule/local-time.js';
import type { PlanFamily, PlanProblem, PlanSession } from '../../../shared/schedule/planning/problem.js';
import { plusDays } from '../../../shared/schedule/working-days.js';
import { Clocks } from '../../cadence/clocks.service.js';
import { Clock } from '../../core/clock.js';
import { Reader } from '../../core/reader.js';
import type { SessionRow } from '../session-access.service.js';
import { childrenOf, minutesFor } from '../slots/lengths.js';
import {
  type Called,
  calledIn,
  mustBeThere,
  placesOf,
  type SlotRow,
  sessionsOf,
  slotsIn,
} from '../slots/rows.js';
import { type Diaries, WhereaboutsOf } from '../slots/whereabouts.service.js';
import { lastDayOf } from './months.js';
import { risksOf } from './risks.js';

/** A family of the teams that is open, with the discussion that is being prepared. */
export interface OpenFamily {
  familyId: string;
  name: string;
  teamId: string;
  discussionId: string;
  /** The session it is in already. */
  sessionId: string | null;
  clock: SupervisionClock;
  /** The day of a session that ran out of time before it came to this discussion, or was called off as a whole. */
  missed: { on: string; cancelled: boolean } | null;
}

/** All that the planning of a month rests on, as it is now. */
export interface MonthFacts {
  problem: PlanProblem;
  /** The sessions that can still be filled or offered, and their slots. */
  sessions: SessionRow[];
  slots: SlotRow[];
  /** The days near the month, beyond its end too, on which each team meets. */
  meets: ReadonlyMap<string, ReadonlySet<string>>;
  /** The last of these days that was looked at. */
  lookedUntil: string;
  /** How far each session's log was when it was read. */
  seqs: ReadonlyMap<string, number>;
  families: ReadonlyMap<string, OpenFamily>;
  /** Those of them that must be taken in the month and are in no session. */
  due: OpenFamily[];
  /** How many are taken before the month begins: their next limit follows from that day. */
  before: number;
  called: ReadonlyMap<string, Called[]>;
  diaries: Diaries;
}

// Sessions so many days before the month are offered to families that are due early in it; so far after its end a
// family's limit is looked for that no later session would meet.
const around = 14;

/** Gathers what must be taken in a month, by whom, and into which sessions it can go. */
@Injectable()
export class MonthProblems {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly clocks: Clocks,
    private readonly whereabouts: WhereaboutsOf,
  ) {}

  async of(teamIds: readonly string[], month: string): Promise<MonthFacts> {
    const today = this.clock.today();
    const [first, last] = [`${month}-01`, lastDayOf(month)];
    const from = [today, plusDays(first, -around)].sort()[1]!;
    const near = await sessionsOf(this.reader, teamIds, from, plusDays(last, around));
    const now = inEngland(this.clock.now());
    const sessions = near.filter(
      (s) => s.status === 'planned' && s.held_on <= last && (s.held_on > now.date || s.starts > now.time),
    );
    const slots = (await slotsIn(this.reader, ids(sessions))).filter(({ outcome }) => outcome === null);
    const families = await this.families(teamIds);
    const until = (teamId: string): string => horizon(near, teamId, last);
    const due = [...families.values()].filter(
      (family) => !family.sessionId && mustBeTaken(family, until(family.teamId)),
    );
    const day = today > first ? today : first;
    const familyIds = [...new Set([...due.map((f) => f.familyId), ...slots.map((s) => s.family_id)])];
    const called = await calledIn(this.reader, familyIds, day);
    const people = [...called.values()].flatMap((one) => mustBeThere(one).people);
    const diaries = await this.whereabouts.people(this.reader, people, [from, last], {
      sessions: ids(sessions),
    });
    return {
      problem: {
        sessions: sessions.map((session) => planSession(session, first)),
        families: await this.planFamilies(due, slots, called, families, day),
        people: [...new Set(people)].map((personId) => planPerson(personId, diaries, sessions)),
      },
      sessions,
      slots,
      meets: daysOf(near),
      lookedUntil: plusDays(last, around),
      seqs: await this.seqs(ids(sessions)),
      families,
      due,
      before: await this.before(families, first),
      called,
      diaries,
    };
  }

  private async families(teamIds: readonly string[]): Promise<Map<string, OpenFamily>> {
    const rows = await this.reader.query<Omit<OpenFamily, 'clock' | 'missed'>>(
      `SELECT f.id AS "familyId", f.name, f.team_id AS "teamId", d.id AS "discussionId", d.session_id AS "sessionId"
       FROM family f JOIN discussion d ON d.family_id = f.id AND d.status = 'preparing'
       WHERE f.status = 'open' AND f.team_id IN (${placesOf(teamIds)}) ORDER BY f.name, f.id`,
      teamIds,
    );
    const clocks = await this.clocks.of(rows.map((row) => row.familyId));
    const missed = await this.reader.query<{ discussion_id: string; on: string; cancelled: number }>(
      `SELECT p.discussion_id, s.held_on AS "on", CASE WHEN s.cancelled_at IS NULL THEN 0 ELSE 1 END AS cancelled
       FROM slot p JOIN session s ON s.id = p.session_id
       JOIN discussion d ON d.id = p.discussion_id JOIN family f ON f.id = d.family_id
       WHERE d.status = 'preparing' AND f.team_id IN (${placesOf(teamIds)})
         AND (p.outcome = 'not-reached' OR (p.outcome = 'postponed' AND s.cancelled_at IS NOT NULL))
       ORDER BY s.held_on, p.id`,
      teamIds,
    );
    // The last of them is what is said.
    const missedBy = new Map(
      missed.map(({ discussion_id, on, cancelled }) => [discussion_id, { on, cancelled: cancelled === 1 }]),
    );
    const found = new Map<string, OpenFamily>();
    for (const row of rows) {
      const clock = clocks.get(row.familyId);
      if (clock) found.set(row.familyId, { ...row, clock, missed: missedBy.get(row.discussionId) ?? null });
    }
    return found;
  }

  private async planFamilies(
    due: readonly OpenFamily[],
    slots: readonly SlotRow[],
    called: ReadonlyMap<string, Called[]>,
    families: ReadonlyMap<string, OpenFamily>,
    day: string,
  ): Promise<PlanFamily[]> {
    const ids = due.map((family) => family.familyId);
    const children = await childrenOf(this.reader, ids, day);
    const risks = await risksOf(this.reader, [...ids, ...slots.map((slot) => slot.family_id)], day);
    const today = this.clock.today();
    const coming = due.map(
      ({ familyId, teamId, clock }): PlanFamily => ({
        familyId,
        teamId,
        minutes: minutesFor(children.get(familyId), clock),
        dueBy: clock.dueBy,
        notBefore: clock.lastHeldOn && plusDays(clock.lastHeldOn, 1),
        risk: risks.get(familyId) ?? 3,
        ...mustBeThere(called.get(familyId) ?? []),
        inSession: null,
        position: null,
        // Beyond a limit that can still be met, a manager decides, and not the plan.
        mayBeLate: clock.dueBy === null || clock.dueBy < today,
      }),
    );
    const staying = slots.map(
      (slot): PlanFamily => ({
        familyId: slot.family_id,
        teamId: slot.family_team,
        minutes: slot.minutes,
        dueBy: families.get(slot.family_id)?.clock.dueBy ?? null,
        notBefore: null,
        risk: risks.get(slot.family_id) ?? 3,
        ...mustBeThere(called.get(slot.family_id) ?? []),
        inSession: slot.session_id,
        position: slot.position,
      }),
    );
    return [...coming, ...staying];
  }

  private async seqs(sessionIds: readonly string[]): Promise<Map<string, number>> {
    if (!sessionIds.length) return new Map();
    const rows = await this.reader.query<{ id: string; head: number }>(
      `SELECT id, head FROM log WHERE id IN (${placesOf(sessionIds)})`,
      sessionIds.map((id) => `session/${id}`),
    );
    return new Map(rows.map((row) => [row.id.slice('session/'.length), row.head]));
  }

  private async before(families: ReadonlyMap<string, OpenFamily>, first: string): Promise<number> {
    const placed = [...families.values()].flatMap(({ sessionId }) => sessionId ?? []);
    if (!placed.length) return 0;
    const rows = await this.reader.query<{ id: string }>(
      `SELECT id FROM session WHERE held_on < $1 AND status <> 'closed' AND id IN (${placesOf(placed, 2)})`,
      [first, ...placed],
    );
    const early = new Set(rows.map((row) => row.id));
    return placed.filter((id) => early.has(id)).length;
  }
}

function ids(rows: readonly { id: string }[]): string[] {
  return rows.map((row) => row.id);
}

/** Whose limit falls before this day must be taken by it; a family that its session did not come to, whatever its limit. */
function mustBeTaken({ clock, missed }: OpenFamily, until: string): boolean {
  if (clock.state === 'exempt' || clock.state === 'closed' || clock.state === 'not-allocated') return false;
  return missed !== null || (clock.dueBy !== null && clock.dueBy <= until);
}

function daysOf(sessions: readonly SessionRow[]): Map<string, Set<string>> {
  const days = new Map<string, Set<string>>();
  for (const { team_id: teamId, held_on: on, status } of sessions)
    if (status === 'planned') days.set(teamId, (days.get(teamId) ?? new Set()).add(on));
  return days;
}

/** The last day for which the sessions of the month are the only ones: the day before the team's first one after it. */
function horizon(sessions: readonly SessionRow[], teamId: string, last: string): string {
  const next = sessions.find((session) => session.team_id === teamId && session.held_on > last);
  return next ? plusDays(next.held_on, -1) : last;
}

function planSession(session: SessionRow, first: string): PlanSession {
  return {
    sessionId: session.id,
    teamId: session.team_id,
    date: session.held_on,
    startsAt: minutesOf(session.starts),
    endsAt: minutesOf(session.ends),
    keepsOrder: false,
    offeredOnly: session.held_on < first,
  };
}

function planPerson(
  personId: string,
  diaries: Diaries,
  sessions: readonly SessionRow[],
): PlanProblem['people'][number] {
  const dates = [...new Set(sessions.map((session) => session.held_on))];
  return {
    personId,
    daysOff: new Set(dates.filter((date) => diaries.on(date, personId).away !== '')),
    busy: dates.flatMap((date) =>
      diaries.on(date, personId).taken.map(({ from, to }) => ({ date, from, to })),
    ),
  };
}
