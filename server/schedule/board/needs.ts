import { clockInWords, dayInWords, shortDate } from '../../../shared/schedule/day-in-words.js';
import { counted } from '../../../shared/schedule/in-words.js';
import { daysBetween } from '../../../shared/schedule/lateness.js';
import { minutesOf } from '../../../shared/schedule/local-time.js';
import type { NeedsYou, WayOut } from '../../../shared/schedule/planner.js';
import type { NearestWay, Obstacle, Unplaced } from '../../../shared/schedule/planning/problem.js';
import { isWorkingDay, type OfficeCalendar, plusDays } from '../../../shared/schedule/working-days.js';
import type { MonthFacts, OpenFamily } from '../plans/month-problem.service.js';
import { awayWords, busyWords } from '../slots/move-words.service.js';

/** What is in the way of a family, and where it could go, in words. */
export interface NeedWords {
  facts: MonthFacts;
  calendar: OfficeCalendar;
  today: string;
}

// More than these nobody weighs before deciding.
const waysShown = 4;

export function needOf(words: NeedWords, family: OpenFamily, name: string, found: Unplaced): NeedsYou {
  const { familyId, clock } = family;
  const ways = found.ways.map((way) => wayOut(words, family, way));
  if (!found.ways.some((way) => !way.late)) ways.push(...anotherSession(words, family));
  return {
    familyId,
    name,
    dueBy: clock.dueBy,
    state: clock.state,
    says: [missedWords(family), limitWords(words, family), ...obstacleWords(words, family, found)]
      .filter(Boolean)
      .join(' '),
    waysOut: ways.slice(0, waysShown),
  };
}

function missedWords({ missed }: OpenFamily): string {
  if (!missed) return '';
  const day = shortDate(missed.on);
  const what = missed.cancelled ? `Its session on ${day} was cancelled` : `Not reached on ${day}`;
  return `${what}; what was prepared is kept.`;
}

/** Those first whose session did not come to them, then by their limit, then by the risk of their plans. */
export function pressing(facts: MonthFacts): (a: Unplaced, b: Unplaced) => number {
  const risks = new Map(facts.problem.families.map(({ familyId, risk }) => [familyId, risk]));
  const keyOf = ({ familyId }: Unplaced): string => {
    const family = facts.families.get(familyId);
    const first = family?.missed ? '0' : '1';
    return [first, family?.clock.dueBy ?? '9999', risks.get(familyId) ?? 3, family?.name].join(' ');
  };
  return (a, b) => (keyOf(a) < keyOf(b) ? -1 : 1);
}

function limitWords({ calendar, today }: NeedWords, { clock: { dueBy, lastHeldOn } }: OpenFamily): string {
  if (!dueBy) return '';
  const what = lastHeldOn === null ? 'First discussion due' : 'Due';
  if (dueBy < today) return `${what} ${shortDate(dueBy)}, ${counted(daysBetween(dueBy, today), 'day')} ago.`;
  if (isWorkingDay(dueBy, calendar)) return `${what} ${shortDate(dueBy)}.`;
  const why = calendar.isShut(dueBy);
  return `${what} ${dayInWords(dueBy)}${why ? `, ${why}` : ''}. The limit does not move, so earlier is the only way.`;
}

function obstacleWords(words: NeedWords, family: OpenFamily, { obstacles, ways }: Unplaced): string[] {
  const offered = new Set(
    words.facts.problem.sessions.filter((session) => session.offeredOnly).map((session) => session.sessionId),
  );
  const goes = ways.some((way) => way.kind === 'place' && !way.late && !offered.has(way.sessionId));
  if (goes) return ['It has no session yet.'];
  const dueBy = family.clock.dueBy;
  if (obstacles.length === 0 && dueBy && dueBy < words.today) return ['Every day from now on is past it.'];
  if (obstacles.length && noRoom(words, family)) return ['Every session before that is full.'];
  return [...new Set(obstacles.map((one) => obstacleInWords(words, one)))].slice(0, 2);
}

/** No session of the month that is in time has so many minutes left, whoever is free. */
function noRoom(
  { facts: { problem } }: NeedWords,
  { familyId, teamId, clock: { dueBy } }: OpenFamily,
): boolean {
  const minutes = problem.families.find((one) => one.familyId === familyId)?.minutes ?? 0;
  const inTime = problem.sessions.filter(
    (session) => session.teamId === teamId && !session.offeredOnly && (!dueBy || session.date <= dueBy),
  );
  const full = inTime.filter(({ sessionId, startsAt, endsAt }) => {
    const here = problem.families.filter((one) => one.inSession === sessionId);
    return here.reduce((sum, one) => sum + one.minutes, 0) + minutes > endsAt - startsAt;
  });
  return full.length > 0 && full.length === inTime.length;
}

function obstacleInWords({ facts: { sessions, diaries } }: NeedWords, obstacle: Obstacle): string {
  if (obstacle.kind === 'no-session-before') return 'No session of this month is before that.';
  const date = sessions.find((session) => session.id === obstacle.sessionId)?.held_on ?? '';
  if (obstacle.kind === 'full')
    return `${shortDate(date)} is ${counted(obstacle.minutesShort, 'minute')} short.`;
  const who = diaries.firstName(obstacle.personId);
  const day = diaries.on(date, obstacle.personId);
  if (obstacle.kind === 'away') return awayWords(who, day.away, `on ${shortDate(date)}`);
  const taken = day.taken.find(({ from, to }) => from <= obstacle.from && to >= obstacle.to);
  // With another of the families that are planned here: that one may be moved.
  if (!taken) return `${who} is with another family at that time on ${shortDate(date)}.`;
  return `On ${shortDate(date)} ${busyWords(who, taken)}`;
}

function wayOut({ facts: { sessions, slots } }: NeedWords, { clock }: OpenFamily, way: NearestWay): WayOut {
  const session = sessions.find(({ id }) => id === way.sessionId)!;
  const late =
    way.late && clock.dueBy ? `, ${counted(daysBetween(clock.dueBy, session.held_on), 'day')} late` : '';
  const day = dayInWords(session.held_on);
  if (way.kind === 'lengthen') {
    const { sessionId, minutes } = way;
    const says = `${day}, ${counted(minutes, 'minute')} longer${late}`;
    return { says, act: { kind: 'lengthen', sessionId, minutes, late: way.late } };
  }
  const { sessionId, position } = way;
  const before = slots.filter((slot) => slot.session_id === sessionId).slice(0, position);
  const at = before.reduce((time, slot) => time + slot.minutes, minutesOf(session.starts));
  return {
    says: `${day}, ${clockInWords(at)}${late}`,
    act: { kind: 'place', sessionId, position, late: way.late },
  };
}

/** Nothing there is in time: another session, on the last working day before the limit, at the team's usual hours. */
function anotherSession(
  { facts, calendar, today }: NeedWords,
  { familyId, teamId, clock }: OpenFamily,
): WayOut[] {
  const team = facts.sessions.filter((session) => session.team_id === teamId);
  // The next month's too: a second session of a day on which the team meets helps nobody.
  const taken = facts.meets.get(teamId);
  const usual = team[0] ?? { starts: '09:30', ends: '12:30' };
  const people = facts.problem.families.find((family) => family.familyId === familyId)?.people ?? [];
  const isGood = (day: string): boolean =>
    isWorkingDay(day, calendar) &&
    !taken?.has(day) &&
    people.every((personId) => facts.diaries.on(day, personId).away === '');
  const latest = clock.dueBy && clock.dueBy > today ? clock.dueBy : null;
  const days = latest
    ? Array.from({ length: 14 }, (_, i) => plusDays(latest, -i)).filter(
        (day) => day > today && day <= facts.lookedUntil,
      )
    : Array.from({ length: 14 }, (_, i) => plusDays(today, i + 1));
  const date = days.find(isGood);
  if (!date) return [];
  return [
    {
      says: `Another session on ${dayInWords(date)}`,
      act: { kind: 'add-session', date, startsAt: usual.starts, endsAt: usual.ends },
    },
  ];
}
