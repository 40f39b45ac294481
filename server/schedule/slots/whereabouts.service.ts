import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { type Taken, timesOf, type Whereabouts } from '../../../shared/schedule/day-check.js';
import { minutesOf } from '../../../shared/schedule/local-time.js';
import type { Connection } from '../../core/connection.js';
import { grouped, placesOf, takesTime } from './rows.js';

interface PersonRow {
  id: string;
  first_name: string;
  working_days: string;
  ended_on: string | null;
}

interface LeaveRow {
  person_id: string;
  from_on: string;
  to_on: string;
  starts: string | null;
  ends: string | null;
}

interface OtherSlot {
  id: string;
  session_id: string;
  team_name: string;
  held_on: string;
  starts: string;
  family_id: string;
  minutes: number;
  outcome: 'held' | 'inquorate' | 'not-reached' | 'postponed' | 'cancelled' | null;
}

/** Where people are on a day, apart from the sessions in question. */
export class Diaries {
  private readonly blocks = new Map<string, Taken[]>();

  constructor(
    private readonly people: ReadonlyMap<string, PersonRow>,
    private readonly leaves: readonly LeaveRow[],
  ) {}

  take(personId: string, date: string, taken: Taken): void {
    const key = `${personId} ${date}`;
    const mine = this.blocks.get(key) ?? [];
    const last = mine.at(-1);
    // Somebody who works with a family in two disciplines is there once.
    if (last && last.from === taken.from && last.to === taken.to) return;
    // One visit to another team is one block, whatever the number of its families.
    if (last && last.to === taken.from && last.says === taken.says) last.to = taken.to;
    else mine.push({ ...taken });
    this.blocks.set(key, mine);
  }

  firstName(personId: string): string {
    return this.people.get(personId)?.first_name ?? '';
  }

  on(date: string, personId: string): Whereabouts {
    const person = this.people.get(personId);
    const leaves = this.leaves.filter(
      (l) => l.person_id === personId && l.from_on <= date && l.to_on >= date,
    );
    return {
      away: awayOn(date, person, leaves),
      taken: [
        ...(this.blocks.get(`${personId} ${date}`) ?? []),
        ...leaves.flatMap(({ starts, ends }) =>
          starts || ends
            ? [{ from: minutesOf(starts ?? '00:00'), to: ends ? minutesOf(ends) : 24 * 60, says: 'on leave' }]
            : [],
        ),
      ].sort((a, b) => a.from - b.from),
    };
  }

  /** Of these people, on one day. */
  all(date: string, personIds: Iterable<string>): Map<string, Whereabouts> {
    return new Map([...personIds].map((id) => [id, this.on(date, id)]));
  }
}

/** Reads who is away, and who is in which other session. */
@Injectable()
export class WhereaboutsOf {
  /** Of these people from a day to a day, leaving out the sessions and slots that are themselves in question. */
  async people(
    at: Connection,
    personIds: Iterable<string>,
    [from, to]: readonly [string, string],
    without: { sessions?: Iterable<string>; slots?: Iterable<string> } = {},
  ): Promise<Diaries> {
    const ids = [...new Set(personIds)];
    if (!ids.length) return new Diaries(new Map(), []);
    const people = await at.query<PersonRow>(
      `SELECT id, first_name, working_days, ended_on FROM person WHERE id IN (${placesOf(ids)})`,
      ids,
    );
    const leaves = await at.query<LeaveRow>(
      `SELECT person_id, from_on, to_on, starts, ends FROM leave WHERE removed_at IS NULL AND from_on <= $1 AND to_on >= $2
         AND person_id IN (${placesOf(ids, 3)})`,
      [to, from, ...ids],
    );
    const diaries = new Diaries(new Map(people.map((p) => [p.id, p])), leaves);
    await this.others(at, diaries, ids, [from, to], without);
    return diaries;
  }

  private async others(
    at: Connection,
    diaries: Diaries,
    personIds: readonly string[],
    [from, to]: readonly [string, string],
    without: { sessions?: Iterable<string>; slots?: Iterable<string> },
  ): Promise<void> {
    const [sessions, slots] = [new Set(without.sessions), new Set(without.slots)];
    const rows = await at.query<OtherSlot>(
      `SELECT p.id, p.session_id, t.name AS team_name, s.held_on, s.starts, d.family_id, p.minutes, p.outcome
       FROM slot p JOIN session s ON s.id = p.session_id JOIN team t ON t.id = s.team_id
       JOIN discussion d ON d.id = p.discussion_id
       WHERE p.position >= 0 AND s.held_on >= $1 AND s.held_on <= $2 ORDER BY s.held_on, s.starts, s.id, p.position`,
      [from, to],
    );
    const works = await at.query<{
      family_id: string;
      person_id: string;
      from_on: string;
      to_on: string | null;
    }>(
      `SELECT family_id, person_id, from_on, to_on FROM allocation WHERE person_id IN (${placesOf(personIds)})`,
      personIds,
    );
    const bySession = grouped(rows, (row) => row.session_id);
    const byFamily = grouped(works, (work) => work.family_id);
    for (const [sessionId, here] of bySession) {
      if (sessions.has(sessionId)) continue;
      const standing = here.filter((row) => takesTime(row) && !slots.has(row.id));
      for (const { seat, from: starts, to: ends } of timesOf(minutesOf(here[0]!.starts), standing))
        for (const work of byFamily.get(seat.family_id) ?? [])
          if (work.from_on <= seat.held_on && (!work.to_on || work.to_on >= seat.held_on))
            diaries.take(work.person_id, seat.held_on, { from: starts, to: ends, says: seat.team_name });
    }
  }
}

function awayOn(date: string, person: PersonRow | undefined, leaves: readonly LeaveRow[]): string {
  if (!person || (person.ended_on !== null && person.ended_on <= date)) return 'has left';
  if (leaves.some((l) => !l.starts && !l.ends)) return 'is on leave';
  const weekday = Temporal.PlainDate.from(date).dayOfWeek;
  return person.working_days[weekday - 1] === '0' ? `does not work on ${weekdays[weekday - 1]}` : '';
}

const weekdays = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
