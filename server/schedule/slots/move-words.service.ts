import { Injectable } from '@nestjs/common';
import type { SupervisionClock } from '../../../shared/cadence/events.js';
import { type Seat, type Trouble, timesOf, troublesOf } from '../../../shared/schedule/day-check.js';
import { clockInWords, dayInWords } from '../../../shared/schedule/day-in-words.js';
import { counted } from '../../../shared/schedule/in-words.js';
import { daysBetween, needsManager } from '../../../shared/schedule/lateness.js';
import { minutesOf, timeOf } from '../../../shared/schedule/local-time.js';
import type { MoveSays } from '../../../shared/schedule/planner.js';
import { Clock } from '../../core/clock.js';
import type { Connection } from '../../core/connection.js';
import type { Sitting } from './diary.service.js';
import { calledIn, mustBeThere, takesTime } from './rows.js';
import { type Diaries, WhereaboutsOf } from './whereabouts.service.js';

/** A family's slot, there already or yet to be. */
export interface Seated {
  id: string;
  family_id: string;
  family_name: string;
  minutes: number;
  outcome: 'held' | 'inquorate' | 'not-reached' | 'postponed' | 'cancelled' | null;
}

/** A sitting as it would be: this order, in which one family is new or stands elsewhere. */
export interface Proposal {
  sitting: Sitting;
  order: readonly Seated[];
  moved: Seated;
  /** The day it is on now. */
  fromDate: string | null;
  clock: SupervisionClock;
  /** Where the moved families are now: no trouble once they are not there. */
  leaving?: readonly string[];
}

type Line = MoveSays['says'][number];

/** Says what a move would do before it is made: to the limit, to people's day, and to the end of the session. */
@Injectable()
export class MoveWords {
  constructor(
    private readonly whereabouts: WhereaboutsOf,
    private readonly clock: Clock,
  ) {}

  async of(at: Connection, proposal: Proposal): Promise<MoveSays> {
    const { sitting, moved, clock } = proposal;
    const { held_on: onDate, starts, ends } = sitting.session;
    const order = proposal.order.filter(takesTime);
    const before = sitting.slots.filter(takesTime);
    const called = await calledIn(
      at,
      [...order, ...before].map((slot) => slot.family_id),
      onDate,
    );
    const seats = (slots: readonly Seated[]): Seat[] =>
      slots.map(({ family_id, minutes }) => ({
        familyId: family_id,
        minutes,
        ...mustBeThere(called.get(family_id) ?? []),
      }));
    const people = new Set(seats(order).flatMap((seat) => seat.people));
    const diaries = await this.whereabouts.people(at, people, [onDate, onDate], {
      sessions: [sitting.session.id],
      slots: [moved.id, ...(proposal.leaving ?? [])],
    });
    const where = diaries.all(onDate, people);
    const morning = { startsAt: minutesOf(starts), endsAt: minutesOf(ends) };
    const known = new Set(
      troublesOf(morning, seats(before), where).map((trouble) => JSON.stringify(trouble)),
    );
    const troubles = troublesOf(morning, seats(order), where).filter(
      (one) => !known.has(JSON.stringify(one)),
    );
    const times = timesOf(morning.startsAt, order);
    const own = times.find(({ seat }) => seat.id === moved.id);
    const end = times.at(-1)?.to ?? morning.startsAt;
    const names = new Map(order.map((slot) => [slot.family_id, slot.family_name]));
    const fits: Line[] =
      end <= morning.endsAt
        ? [{ tone: 'good', words: `It fits: the last family ends at ${clockInWords(end)}.` }]
        : [];
    const needs = needsManager({
      dueBy: clock.dueBy,
      onDate,
      fromDate: proposal.fromDate,
      today: this.clock.today(),
    });
    return {
      dueBy: clock.dueBy,
      onDate,
      startsAt: timeOf(own?.from ?? morning.startsAt),
      daysOver: clock.dueBy ? daysBetween(clock.dueBy, onDate) : 0,
      needsManager: needs,
      says: [
        ...limitLines(clock.dueBy, onDate, needs),
        ...troubles.map((trouble) => lineOf(trouble, moved.family_id, names, diaries, end)),
        ...fits,
      ],
    };
  }
}

function limitLines(dueBy: string | null, onDate: string, needs: boolean): Line[] {
  if (!dueBy) return [{ tone: 'good', words: 'No limit runs for this family.' }];
  const over = daysBetween(dueBy, onDate);
  if (over <= 0) {
    const left = over === 0 ? 'its last day in time' : `${counted(-over, 'day')} before its limit`;
    return [{ tone: 'good', words: `In time: ${left}, ${dayInWords(dueBy)}.` }];
  }
  const late: Line = { tone: 'bad', words: `${counted(over, 'day')} past its limit, ${dayInWords(dueBy)}.` };
  return needs
    ? [late, { tone: 'bad', words: 'A manager of the team has to allow it, and say why.' }]
    : [late];
}

function lineOf(
  trouble: Trouble,
  familyId: string,
  names: ReadonlyMap<string, string>,
  diaries: Diaries,
  end: number,
): Line {
  if (trouble.kind === 'overruns')
    return {
      tone: 'warn',
      words: `It goes on to ${clockInWords(end)}, ${counted(trouble.minutes, 'minute')} past the end of the session.`,
    };
  const who = diaries.firstName(trouble.personId);
  if (trouble.kind === 'waits')
    return {
      tone: 'warn',
      words: `${who} would wait ${counted(trouble.minutes, 'minute')} between families.`,
    };
  const whose = trouble.familyId === familyId ? '' : ` That touches ${names.get(trouble.familyId)}.`;
  if (trouble.kind === 'away')
    return { tone: 'bad', words: `${awayWords(who, trouble.says, 'that day')}${whose}` };
  return { tone: 'bad', words: `${busyWords(who, trouble)}${whose}` };
}

/** "Farah is with Southgate from 11am to 12pm." */
export function busyWords(
  who: string,
  { says, from, to }: { says: string; from: number; to: number },
): string {
  const what = says === 'on leave' ? says : `with ${says}`;
  return `${who} is ${what} from ${clockInWords(from)} to ${clockInWords(to)}.`;
}

/** "Farah is on leave on 7 April."; "Farah does not work on Mondays.", which every such day is. */
export function awayWords(who: string, away: string, when: string): string {
  return away.startsWith('does not') ? `${who} ${away}.` : `${who} ${away} ${when}.`;
}
