import { type Chance, chanceFrom } from '../lib/chance.js';

/** How large a past is made. Days are numbers. */
export interface Extent {
  /** Families open today. */
  families: number;
  teams: number;
  /** The first day of history. */
  start: number;
  today: number;
  seed: number;
}

/** A family's time with a team's list: one place on the list is held by one family after another. */
export interface Stay {
  place: number;
  nth: number;
  familyId: string;
  /** It was here before, closed, and came again. */
  again: boolean;
  team: number;
  began: number;
  /** The day it was closed; null while it is open. */
  until: number | null;
  /** It was with another team first. */
  transfer: { on: number; fromTeam: number } | null;
  exempt: { on: number; until: number } | null;
}

/** Chance that also makes ids. */
export interface Luck extends Chance {
  /** An id like any other, and never one that was made before. */
  id(): string;
}

/** What luck is asked about: its numbers make its ids its own. */
type Subject = readonly [kind: number, place: number, nth?: number, cycle?: number];

/** The luck of one thing: the same whatever else is made, so that a longer past ends like a shorter one. */
export function luckOf({ seed }: Pick<Extent, 'seed'>, ...subject: Subject): Luck {
  const mixed = subject.reduce<number>(
    (a, b) => Math.imul(a ^ ((b ?? 0) + 0x7f4a7c15), 0x85ebca6b) ^ (a >>> 13),
    seed | 0,
  );
  const chance = chanceFrom(mixed);
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
  const [kind, place, nth = 0, cycle = 0] = subject;
  const own = hex(kind, 1) + hex(place, 5) + hex(nth, 2) + hex(cycle & 0xff, 2);
  let made = 0;
  return {
    ...chance,
    id: () =>
      [
        hex(chance.below(2 ** 32), 8),
        hex(chance.below(2 ** 16), 4),
        `4${hex(chance.below(2 ** 12), 3)}`,
        `8${hex(chance.below(2 ** 12), 3)}`,
        own + hex(made++, 2),
      ].join('-'),
  };
}

/**
 * Who held a place from the first day until today, the newest first. Told backwards from today, so that of a past of two
 * years and one of ten the last two years are the same.
 */
export function staysOf(place: number, extent: Extent): Stay[] {
  const { start, today, teams } = extent;
  const stays: Stay[] = [];
  let until: number | null = null;
  for (let nth = 0; ; nth++) {
    const chance = luckOf(extent, 1, place, nth);
    const familyId = chance.id();
    const length = nth > 0 ? 60 + chance.below(640) : chance.percent(5) ? 4000 : 4 + chance.below(600);
    const end: number = until ?? today;
    const whole = end - length;
    const began = Math.max(whole, start);
    const again = chance.percent(20);
    const middle = began + Math.floor((end - began) / 2);
    const moved = chance.percent(6) && end - began > 120;
    const paused = chance.percent(5);
    const spell = 20 + chance.below(70);
    const shift = chance.below(40);
    stays.push({
      place,
      nth,
      familyId,
      again,
      team: place % teams,
      began,
      until,
      transfer: moved ? { on: middle, fromTeam: (place + 1 + chance.below(teams - 1)) % teams } : null,
      exempt: paused && end - began > 60 ? { on: end - 20 - shift, until: end - 20 - shift + spell } : null,
    });
    until = whole - 3 - chance.below(35);
    if (until <= start + 30) break;
  }
  // One that came again is the family that held the place before.
  for (const [i, stay] of stays.entries()) {
    const older = stays[i + 1];
    if (stay.again && older) older.familyId = stay.familyId;
    else stay.again = false;
  }
  return stays;
}
