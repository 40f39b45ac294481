import { Temporal } from 'temporal-polyfill';
import { openDaysOf } from '../../shared/schedule/series-days.js';
import { isWorkingDay, officeCalendar, plusDays } from '../../shared/schedule/working-days.js';
import { chanceFrom } from '../../test/support/chance.js';

// A team and all that befalls it in a year, the same for whoever plans: who is away when and since when that is known,
// who falls ill, which families come and go, and how each morning runs. Everything follows from one number.

/** Somebody who is called in. */
export interface Person {
  personId: string;
  specialist: boolean;
  /** Monday to Friday. */
  works: readonly boolean[];
  /** Days on leave, each with the day since when that is known. */
  leave: ReadonlyMap<string, string>;
  /** Days on which they are ill: known in the morning. */
  ill: ReadonlySet<string>;
  /** With another team, every week: the weekday, 1 to 5, and minutes since midnight. */
  busy: readonly { weekday: number; from: number; to: number }[];
}

export interface Family {
  familyId: string;
  children: number;
  risk: number;
  worker: string;
  specialists: readonly string[];
  /** Null: it was there before the year began. */
  openedOn: string | null;
  closedOn: string | null;
}

/** A sitting of the team. Minutes since midnight, local. */
export interface Session {
  sessionId: string;
  date: string;
  startsAt: number;
  endsAt: number;
}

export interface World {
  from: string;
  to: string;
  calendar: ReturnType<typeof officeCalendar>;
  people: ReadonlyMap<string, Person>;
  families: readonly Family[];
  sessions: readonly Session[];
  /** Each regular place, four weeks round: the weekday and the week of it, and the days on which it is held. */
  rounds: readonly { weekday: number; days: readonly string[] }[];
  /** How a morning runs: 0 up to 1 for its tail, and whether it is off altogether. */
  morning(date: string): { tail: number; off: boolean };
}

const half = { startsAt: 9 * 60 + 30, endsAt: 13 * 60 };
const weekdays = [2, 3, 4];
const familiesAtOnce = 55;
const everyDay = [true, true, true, true, true];
const specialists: readonly Pick<Person, 'personId' | 'works' | 'busy'>[] = [
  { personId: 'mental health', works: everyDay, busy: [{ weekday: 3, from: 570, to: 645 }] },
  { personId: 'recovery', works: [false, true, true, true, false], busy: [] },
  { personId: 'domestic abuse', works: everyDay, busy: [{ weekday: 2, from: 690, to: 750 }] },
  { personId: 'domestic abuse officer', works: [true, true, false, true, true], busy: [] },
  { personId: 'family support', works: everyDay, busy: [] },
];

export function makeWorld(year: number, seed: number): World {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const christmas = { fromOn: `${year}-12-24`, toOn: `${year}-12-31`, title: 'The hub is closed' };
  const calendar = officeCalendar([], [christmas]);
  const chance = chanceFrom(seed);
  const workers = Array.from({ length: 6 }, (_, i) => ({
    personId: `social worker ${i + 1}`,
    works: i === 5 ? [true, true, true, false, false] : everyDay,
    busy: [],
  }));
  const people = [
    ...workers.map((one) => ({ ...one, specialist: false })),
    ...specialists.map((one) => ({ ...one, specialist: true })),
  ].map((one) => ({ ...one, ...absences(from, to, chanceFrom(Math.floor(chance() * 2 ** 31))) }));
  const open = (day: string): boolean => isWorkingDay(day, calendar);
  const families = makeFamilies(from, to, workers, open, chanceFrom(seed + 1));
  const rounds = weekdays.flatMap((weekday) =>
    [0, 1, 2, 3].map((week) => {
      const anchor = plusDays(`${year - 1}-12-01`, 7 * week);
      const pattern = { kind: 'weekly', everyWeeks: 4, weekday, anchor } as const;
      // From before the year begins: everybody was last taken in the four weeks before it.
      const days = openDaysOf(pattern, plusDays(from, -35), plusDays(to, 35), calendar);
      return { weekday, days: days.map(({ heldOn }) => heldOn) };
    }),
  );
  const dates = [...new Set(rounds.flatMap(({ days }) => days))].sort();
  return {
    from,
    to,
    calendar,
    people: new Map(people.map((one) => [one.personId, one])),
    families,
    sessions: dates.filter((date) => date >= from).map((date) => ({ sessionId: date, date, ...half })),
    rounds,
    morning: (date) => {
      const luck = chanceFrom(seed + Number(date.replaceAll('-', '')));
      return { tail: luck(), off: luck() < 0.015 };
    },
  };
}

/** Whether somebody cannot be called in on a day, as far as it is known on another. */
export function isAway({ works, leave }: Person, date: string, knownOn: string): boolean {
  return !works[weekdayOf(date) - 1] || (leave.get(date) ?? '9999') <= knownOn;
}

export function weekdayOf(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** Six weeks of leave in blocks, mostly asked for in good time; and ill nine days or so, a spell at a time. */
function absences(from: string, to: string, chance: () => number): Pick<Person, 'leave' | 'ill'> {
  const leave = new Map<string, string>();
  const ill = new Set<string>();
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  const block = (first: string, length: number, notice: number): void => {
    for (let i = 0; i < length; i++) leave.set(plusDays(first, i), plusDays(first, -notice));
  };
  // A fortnight in summer, three single weeks, and four long weekends at shorter notice.
  block(plusDays(from, 180 + Math.floor(chance() * 60)), 14, 90);
  for (let i = 0; i < 3; i++) block(plusDays(from, Math.floor(chance() * days)), 7, 42);
  for (let i = 0; i < 4; i++) block(plusDays(from, Math.floor(chance() * days)), 2, 10);
  for (let i = 0; i < 4; i++) {
    const first = plusDays(from, Math.floor(chance() * days));
    const length = 1 + Math.floor(chance() * 4);
    for (let j = 0; j < length; j++) ill.add(plusDays(first, j));
  }
  return { leave, ill };
}

/** As many families at any time: in seven weeks of ten one is closed and another comes to the team. */
function makeFamilies(
  from: string,
  to: string,
  workers: readonly { personId: string }[],
  open: (day: string) => boolean,
  chance: () => number,
): Family[] {
  const families: Family[] = [];
  let made = 0;
  const family = (openedOn: string | null): Family => {
    made += 1;
    const wanted = 1 + Math.floor(chance() * 3);
    const left = specialists.map(({ personId }) => personId);
    const theirs: string[] = [];
    while (theirs.length < wanted)
      theirs.push(left.splice(Math.floor(chance() * left.length), 1)[0] as string);
    return {
      familyId: `family ${String(made).padStart(3, '0')}`,
      children: chance() < 0.12 ? 4 : 1 + Math.floor(chance() * 3),
      risk: Math.floor(chance() * 4),
      worker: workers[made % workers.length]?.personId ?? '',
      specialists: theirs.sort(),
      openedOn,
      closedOn: null,
    };
  };
  for (let i = 0; i < familiesAtOnce; i++) families.push(family(null));
  for (let day = plusDays(from, 6); day <= to; day = plusDays(day, 7)) {
    if (chance() > 0.7) continue;
    const there = families.filter(({ closedOn }) => closedOn === null);
    const gone = there[Math.floor(chance() * there.length)];
    const on = nextOpen(plusDays(day, Math.floor(chance() * 5)), open);
    if (!gone || (gone.openedOn ?? '') >= on || on > to) continue;
    gone.closedOn = on;
    families.push(family(on));
  }
  return families;
}

function nextOpen(day: string, open: (day: string) => boolean): string {
  return open(day) ? day : nextOpen(plusDays(day, 1), open);
}
