import { clockAt } from '../../shared/cadence/clock.js';
import type { ClockEvent, SupervisionClock } from '../../shared/cadence/events.js';
import { minutesWaited } from '../../shared/schedule/day-check.js';
import { isWorkingDay, plusDays } from '../../shared/schedule/working-days.js';
import type { Seat, Side, Standing } from './side.js';
import { type Family, isAway, type Session, type World, weekdayOf } from './world.js';

/** A year as it came to be. */
export interface Year {
  /** Of the families whose clock ran, the share in time at the end of each day, 0 to 1. */
  inTime: number[];
  held: number;
  /** Had a place and was not taken: the morning ran out, or people were not there. */
  notReached: number;
  postponed: number;
  minutesWaited: number;
  /** Blocks of specialists beyond the first on a day, as planned. */
  splits: number;
  /** Families planned on a day on which somebody they need does not work. */
  onDaysOff: number;
  longestWait: number;
}

/** Goes through the year day by day. Whoever plans knows of each morning only what a team would know. */
export function simulate(world: World, side: Side, lastBefore: ReadonlyMap<string, string>): Year {
  const year: Year = {
    ...{ inTime: [], held: 0, notReached: 0, postponed: 0, minutesWaited: 0, splits: 0, onDaysOff: 0 },
    longestWait: 0,
  };
  const lastHeld = new Map(lastBefore);
  const sessions = new Map(world.sessions.map((session) => [session.date, session]));
  for (let day = world.from; day <= world.to; day = plusDays(day, 1)) {
    const families = world.families.filter((one) => isOpen(one, day));
    const clockOf = (family: Family): SupervisionClock => clock(world, family, lastHeld, day);
    const standing = new Map(
      families.map((family): [string, Standing] => {
        const { dueBy, lastHeldOn } = clockOf(family);
        return [family.familyId, { family, dueBy, lastHeldOn }];
      }),
    );
    if (isWorkingDay(day, world.calendar)) side.plans(day, standing);
    const session = sessions.get(day);
    if (session) sit(world, side, session, year, lastHeld);
    const clocks = families.map(clockOf);
    const inTime = clocks.filter(({ state }) => state === 'in-time' || state === 'not-yet-due').length;
    year.inTime.push(inTime / clocks.length);
    year.longestWait = Math.max(year.longestWait, ...clocks.map(({ daysOver }) => daysOver));
  }
  return year;
}

/** One in eight of a morning's families is not reached: those at its end. Of the others, those whose people are there are held. */
function sit(world: World, side: Side, session: Session, year: Year, lastHeld: Map<string, string>): void {
  const seats = side.seatsOf(session);
  const { tail, off } = world.morning(session.date);
  const ends = side.endOf(session);
  const reached = seats.length - Math.floor(seats.length / 8 + tail);
  countWaits(seats, year);
  for (const [i, { family, startsAt, minutes }] of seats.entries()) {
    const people = [family.worker, ...family.specialists];
    if (people.some((id) => isOff(world, id, session.date))) year.onDaysOff += 1;
    const there = isThere(world, session.date, { family, startsAt, minutes });
    const held = !off && there && i < reached && startsAt + minutes <= ends;
    if (held) {
      year.held += 1;
      lastHeld.set(family.familyId, session.date);
    } else if (off || !there) year.postponed += 1;
    else year.notReached += 1;
    side.came(family.familyId, held);
  }
}

/** Practice: the social worker and at least one of the family's specialists, if it has any. */
function isThere({ people }: World, date: string, { family, startsAt, minutes }: Seat): boolean {
  const comes = (id: string): boolean => {
    const person = people.get(id);
    if (!person || isAway(person, date, date) || person.ill.has(date)) return false;
    const weekday = weekdayOf(date);
    return !person.busy.some((b) => b.weekday === weekday && b.from < startsAt + minutes && b.to > startsAt);
  };
  return comes(family.worker) && (!family.specialists.length || family.specialists.some(comes));
}

function isOff({ people }: World, personId: string, date: string): boolean {
  const person = people.get(personId);
  return !person || isAway(person, date, date);
}

function countWaits(seats: readonly Seat[], year: Year): void {
  for (const id of new Set(seats.flatMap(({ family }) => family.specialists))) {
    const theirs = seats.filter(({ family }) => family.specialists.includes(id));
    const blocks = theirs.map(({ startsAt, minutes }) => ({ from: startsAt, to: startsAt + minutes }));
    year.minutesWaited += minutesWaited(blocks);
    year.splits += blocks.filter(({ from }, i) => i > 0 && from > (blocks[i - 1]?.to ?? from)).length;
  }
}

function isOpen({ openedOn, closedOn }: Family, day: string): boolean {
  return (openedOn ?? '') <= day && (closedOn === null || day < closedOn);
}

/** By the product's own clock. Only the last discussion that counts moves it. */
function clock(
  { calendar, from }: World,
  { familyId, openedOn }: Family,
  lastHeld: ReadonlyMap<string, string>,
  day: string,
): SupervisionClock {
  const [teamId, knownAt] = ['team', ''];
  const began = openedOn ?? plusDays(from, -400);
  const on = lastHeld.get(familyId);
  const events: ClockEvent[] = [{ kind: 'allocated', on: began, knownAt, teamId }];
  if (on) events.push({ kind: 'held', on, knownAt, discussionId: null, childIds: [], signedOn: on, teamId });
  return clockAt(events, [], [], calendar, day);
}
