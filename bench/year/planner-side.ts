import { asItStands } from '../../shared/schedule/planning/as-it-stands.js';
import { clashesOf } from '../../shared/schedule/planning/clashes.js';
import { planMonth } from '../../shared/schedule/planning/plan-month.js';
import type { NearestWay, PlanProblem } from '../../shared/schedule/planning/problem.js';
import { daysBetween, plusDays } from '../../shared/schedule/working-days.js';
import { minutesOfSlot } from './minutes.js';
import type { Seat, Side, Standing } from './side.js';
import { isAway, type Session, type World, weekdayOf } from './world.js';

/** People are called in with at least so many days' notice. */
const noticeDays = 3;
/** From this day of a month the next one is planned too. */
const nextFrom = 15;
/** A family whose limit is as near as this is given the nearest way out; others may still find a place by themselves. */
const pressingDays = 10;
/** A session is made longer by no more than this. */
const longerAtMost = 30;
const team = 'team';

/**
 * A team with the planner, as it is used: the month is planned at once, and again each week and whenever somebody has
 * lost their place; then whoever is left gets the nearest way out that the board offers.
 */
export class PlannerSide implements Side {
  private readonly seats = new Map<string, Seat[]>();
  private readonly ends = new Map<string, number>();
  private readonly missed = new Set<string>();
  private planned = '';
  /** What no plan may have, over the year. */
  clashes = 0;
  /** How often a month was planned, and what was done by hand after it. */
  plansMade = 0;
  lengthened = 0;
  allowedLate = 0;
  seconds = 0;

  constructor(private readonly world: World) {}

  plans(today: string, standing: ReadonlyMap<string, Standing>): void {
    const lost = this.letGo(today, standing);
    const placed = this.placedFrom(today);
    const isNew = [...standing.values()].some((s) => s.lastHeldOn === null && !placed.has(s.family.familyId));
    const waits = [...this.missed].some((id) => standing.has(id) && !placed.has(id));
    if (!lost && !isNew && !waits && this.planned && daysBetween(this.planned, today) < 7) return;
    this.planned = today;
    const months = [today.slice(0, 7)];
    if (Number(today.slice(8)) >= nextFrom) months.push(plusDays(`${today.slice(0, 7)}-28`, 7).slice(0, 7));
    for (const month of months) {
      this.planAll(month, today, standing);
      this.takeWaysOut(month, today, standing);
    }
  }

  seatsOf({ sessionId }: Session): readonly Seat[] {
    return this.seats.get(sessionId) ?? [];
  }

  endOf({ sessionId, endsAt }: Session): number {
    return this.ends.get(sessionId) ?? endsAt;
  }

  came(familyId: string, held: boolean): void {
    if (held) this.missed.delete(familyId);
    else this.missed.add(familyId);
  }

  /** Families that are closed leave their places, and so does whoever has somebody away that day who was not before. */
  private letGo(today: string, standing: ReadonlyMap<string, Standing>): boolean {
    let lost = false;
    for (const { sessionId, date } of this.world.sessions) {
      if (date < today) continue;
      const here = this.seats.get(sessionId) ?? [];
      const stays = here.filter(({ family }) => {
        if (!standing.has(family.familyId)) return false;
        if (![family.worker, ...family.specialists].some((id) => this.away(id, date, today))) return true;
        this.missed.add(family.familyId);
        return false;
      });
      if (stays.length === here.length) continue;
      lost = true;
      this.seats.set(sessionId, stays);
    }
    return lost;
  }

  private planAll(month: string, today: string, standing: ReadonlyMap<string, Standing>): void {
    const problem = this.problemOf(month, today, standing);
    const began = performance.now();
    const plan = planMonth(problem);
    this.seconds += (performance.now() - began) / 1000;
    this.plansMade += 1;
    this.clashes += clashesOf(problem, plan).filter(({ stood }) => !stood).length;
    for (const { sessionId } of problem.sessions) {
      const here = plan.placed.filter((one) => one.sessionId === sessionId);
      const seats = here.map(({ familyId, startsAt, minutes }) => ({
        family: (standing.get(familyId) as Standing).family,
        startsAt,
        minutes,
      }));
      this.seats.set(
        sessionId,
        seats.sort((a, b) => a.startsAt - b.startsAt),
      );
    }
  }

  /** One after another, as on the board: each changes what is left for the next. */
  private takeWaysOut(month: string, today: string, standing: ReadonlyMap<string, Standing>): void {
    const done = new Set<string>();
    for (;;) {
      const problem = this.problemOf(month, today, standing);
      const next = asItStands(problem)
        .filter(({ familyId }) => !done.has(familyId) && this.presses(familyId, today, standing))
        .sort((a, b) => (dueOf(standing, a.familyId) < dueOf(standing, b.familyId) ? -1 : 1))[0];
      if (!next) return;
      done.add(next.familyId);
      const ways = next.ways.filter((way) => this.mayTake(way));
      const way = ways.find(({ late }) => !late) ?? ways[0];
      if (way) this.take(way, standing.get(next.familyId) as Standing);
    }
  }

  private presses(familyId: string, today: string, standing: ReadonlyMap<string, Standing>): boolean {
    return daysBetween(today, dueOf(standing, familyId)) <= pressingDays;
  }

  private mayTake(way: NearestWay): boolean {
    if (way.kind === 'place') return true;
    const session = this.world.sessions.find(({ sessionId }) => sessionId === way.sessionId) as Session;
    return this.endOf(session) + way.minutes - session.endsAt <= longerAtMost;
  }

  private take(way: NearestWay, { family, lastHeldOn }: Standing): void {
    const session = this.world.sessions.find(({ sessionId }) => sessionId === way.sessionId) as Session;
    const seats = [...this.seatsOf(session)];
    const position = way.kind === 'place' ? way.position : seats.length;
    if (way.kind === 'lengthen') {
      this.ends.set(session.sessionId, this.endOf(session) + way.minutes);
      this.lengthened += 1;
    }
    if (way.late) this.allowedLate += 1;
    seats.splice(position, 0, { family, startsAt: 0, minutes: minutesOfSlot(family, lastHeldOn) });
    let at = session.startsAt;
    for (const [i, seat] of seats.entries()) {
      seats[i] = { ...seat, startsAt: at };
      at += seat.minutes;
    }
    this.seats.set(session.sessionId, seats);
  }

  /** As the server gathers it: sessions to come, whoever must be taken, whoever has a place and stays. */
  private problemOf(month: string, today: string, standing: ReadonlyMap<string, Standing>): PlanProblem {
    const [first, last] = [`${month}-01`, plusDays(`${plusDays(`${month}-28`, 7).slice(0, 7)}-01`, -1)];
    const from = [plusDays(today, noticeDays), plusDays(first, -14)].sort()[1] as string;
    const { sessions } = this.world;
    const here = sessions.filter(({ date }) => date >= from && date <= last);
    const after = sessions.find(({ date }) => date > last);
    const until = after ? plusDays(after.date, -1) : last;
    const placed = this.placedFrom(today);
    const must = ({ family: { familyId }, dueBy }: Standing): boolean =>
      !placed.has(familyId) && (this.missed.has(familyId) || (dueBy !== null && dueBy <= until));
    const due = [...standing.values()].filter(must);
    const families = [
      ...due.map(({ family, dueBy, lastHeldOn }) => ({
        ...this.facts(family),
        minutes: minutesOfSlot(family, lastHeldOn),
        dueBy,
        notBefore: lastHeldOn && plusDays(lastHeldOn, 1),
        inSession: null,
        position: null,
        mayBeLate: dueBy === null || dueBy < today,
      })),
      ...here.flatMap((session) =>
        this.seatsOf(session).map(({ family, minutes }, position) => ({
          ...this.facts(family),
          minutes,
          dueBy: standing.get(family.familyId)?.dueBy ?? null,
          notBefore: null,
          inSession: session.sessionId,
          position,
        })),
      ),
    ];
    const ids = [...new Set(families.flatMap(({ people }) => people))];
    return {
      sessions: here.map((session) => ({
        ...session,
        teamId: team,
        endsAt: this.endOf(session),
        keepsOrder: false,
        offeredOnly: session.date < first,
      })),
      families,
      people: ids.map((personId) => ({
        personId,
        daysOff: new Set(here.flatMap(({ date }) => (this.away(personId, date, today) ? [date] : []))),
        busy: here.flatMap(({ date }) =>
          (this.world.people.get(personId)?.busy ?? [])
            .filter(({ weekday }) => weekday === weekdayOf(date))
            .map(({ from: since, to }) => ({ date, from: since, to })),
        ),
      })),
    };
  }

  private facts({ familyId, risk, worker, specialists }: Standing['family']) {
    return { familyId, teamId: team, risk, people: [worker, ...specialists], specialists };
  }

  private away(personId: string, date: string, today: string): boolean {
    const person = this.world.people.get(personId);
    return !person || isAway(person, date, today);
  }

  private placedFrom(today: string): Set<string> {
    const coming = this.world.sessions.filter(({ date }) => date >= today);
    return new Set(coming.flatMap((session) => this.seatsOf(session).map(({ family }) => family.familyId)));
  }
}

function dueOf(standing: ReadonlyMap<string, Standing>, familyId: string): string {
  return standing.get(familyId)?.dueBy ?? '9999-12-31';
}
