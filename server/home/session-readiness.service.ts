import { Injectable } from '@nestjs/common';
import type { Preparing } from '../../shared/home/preparing.js';
import { preparationOf } from '../../shared/schedule/preparation.js';
import { type OfficeCalendar, plusDays } from '../../shared/schedule/working-days.js';
import { Clock } from '../core/clock.js';
import { type Caller, holds } from '../core/http/policy.js';
import { Reader } from '../core/reader.js';
import { Readiness } from '../families/reading/readiness.service.js';
import type { SessionThere, SlotThere, Stands } from './home-sessions.service.js';

interface PersonRow {
  id: string;
  name: string;
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

// A chair looks at the session that comes and the one after it.
const chairLooksAt = 2;
const chairLooksAheadDays = 21;

/** How ready the sessions are that come next: for whoever leads them, and for business support to ask for what is missing. */
@Injectable()
export class SessionReadiness {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly readiness: Readiness,
  ) {}

  async of(
    by: Caller,
    stands: Stands,
    sessions: readonly SessionThere[],
    officeOf: (teamId: string) => OfficeCalendar,
  ): Promise<Preparing[]> {
    const chosen = this.chosen(by, sessions, officeOf);
    const all = chosen.flatMap(({ session }) => waiting(session, stands));
    const reviews = await this.readiness.of(all.map((slot) => slot.discussionId));
    const ids = new Set([...reviews.values()].flat().flatMap(({ personId }) => personId ?? []));
    for (const { session } of chosen) if (session.chairId) ids.add(session.chairId);
    const diary = await this.diary([...ids]);
    return Promise.all(
      chosen.map(async ({ session, use }) => {
        const slots = waiting(session, stands);
        const isAway = (personId: string) => diary.isAway(personId, session.date, session.startsAt);
        const missing = await this.readiness.missing(
          slots.map((slot) => slot.discussionId),
          session.chairId,
          isAway,
        );
        const { sessionId, teamName, date, startsAt, status } = session;
        return {
          sessionId,
          teamName,
          date,
          startsAt,
          status,
          dueOn: preparationOf(date, officeOf(session.teamId)).dueOn,
          use,
          families: slots.map(({ slotId, discussionId, familyId, familyName, startsAt, pattern }) => ({
            slotId,
            discussionId,
            familyId,
            familyName,
            startsAt,
            pattern,
            reviews: (reviews.get(discussionId) ?? []).map(({ discipline, personId, stands }) => ({
              discipline,
              person: diary.person(personId),
              stands,
              away: personId !== null && isAway(personId),
            })),
            missing: [...(missing.get(discussionId) ?? [])],
          })),
        };
      }),
    );
  }

  /** Those one leads, or else those of the team one manages; and those whose reviews one asks for. */
  private chosen(
    by: Caller,
    sessions: readonly SessionThere[],
    officeOf: (teamId: string) => OfficeCalendar,
  ) {
    const today = this.clock.today();
    const near = sessions.filter(({ date }) => date <= plusDays(today, chairLooksAheadDays));
    const led = near.filter((session) => session.chairId === by.personId);
    const managed = near.filter(({ teamId }) => holds(by, ['team-manager', 'deputy-manager'], teamId));
    const lead = (led.length > 0 ? led : managed).slice(0, chairLooksAt);
    const chase = near.filter(
      (session) =>
        preparationOf(session.date, officeOf(session.teamId)).askOn <= today &&
        !lead.includes(session) &&
        holds(by, ['business-support'], session.teamId),
    );
    return [
      ...lead.map((session) => ({ session, use: 'lead' as const })),
      ...chase.map((session) => ({ session, use: 'chase' as const })),
    ];
  }

  private async diary(personIds: readonly string[]) {
    const places = personIds.map((_, i) => `$${i + 1}`).join(', ');
    const ask = <T>(sql: string): Promise<T[]> =>
      personIds.length > 0 ? this.reader.query<T>(sql, personIds) : Promise.resolve([]);
    const people = await ask<PersonRow>(
      `SELECT id, name, first_name, working_days, ended_on FROM person WHERE id IN (${places})`,
    );
    const leave = await ask<LeaveRow>(
      `SELECT person_id, from_on, to_on, starts, ends FROM leave WHERE removed_at IS NULL AND person_id IN (${places})`,
    );
    const byId = new Map(people.map((person) => [person.id, person]));
    return {
      person: (id: string | null) => {
        const found = id === null ? undefined : byId.get(id);
        return found ? { personId: found.id, name: found.name, firstName: found.first_name } : null;
      },
      isAway: (id: string, date: string, time: string): boolean => {
        const found = byId.get(id);
        const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
        if (!found || found.working_days[weekday] === '0') return true;
        if (found.ended_on !== null && found.ended_on <= date) return true;
        return leave.some(
          (one) => one.person_id === id && one.from_on <= date && one.to_on >= date && covers(one, time),
        );
      },
    };
  }
}

/** Families of the session still to be discussed that this person may see. */
function waiting(session: SessionThere, stands: Stands): SlotThere[] {
  return session.slots.filter((slot) => slot.outcome === null && stands.has(slot.familyId));
}

/** Leave of a part of the day is in the way only while it lasts. */
function covers({ starts, ends }: LeaveRow, time: string): boolean {
  return (starts === null || starts <= time) && (ends === null || ends > time);
}
