import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Closing } from '../../server/audit/months/closing.service.js';
import { hashToken } from '../../server/core/sign-ins.js';
import type { Transactions, Tx } from '../../server/core/transaction.js';
import type { Discussions } from '../../server/families/discussions.service.js';
import type { Record as LogRecord } from '../../server/live/record.js';
import type { AllSeries } from '../../server/schedule/series/all-series.service.js';
import type { DisciplineCode } from '../../shared/disciplines.js';
import { updateFrom } from '../../shared/live/prose.js';
import type { PastClock } from './past-clock.js';
import type { WrittenPerson } from './written.js';

/** The doors of the product that the demonstration is written through. */
export interface Doors {
  transactions: Transactions;
  record: LogRecord;
  discussions: Discussions;
  closing: Closing;
  series: AllSeries;
  clock: PastClock;
}

export interface Placed {
  familyId: string;
  childIds: ReadonlyMap<string, string>;
  adultIds: ReadonlyMap<string, string>;
}

const farFuture = '2999-01-01T00:00:00.000Z';

/** The council that is being made: who is in it, and what they do, through the same record as anybody. */
export class DemoCouncil {
  private readonly people = new Map<string, { personId: string; signInId: string }>();
  readonly teams = new Map<string, string>();

  constructor(readonly doors: Doors) {}

  id(key: string): string {
    const known = this.people.get(key);
    if (!known) throw new Error(`Nobody in the demonstration is called ${key}`);
    return known.personId;
  }

  team(name: string): string {
    const id = this.teams.get(name);
    if (!id) throw new Error(`There is no team ${name}`);
    return id;
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.doors.transactions.run(work);
  }

  async add(tx: Tx, table: string, row: Readonly<Record<string, string | number | null>>): Promise<void> {
    const names = Object.keys(row);
    const places = names.map((_, i) => `$${i + 1}`).join(', ');
    await tx.run(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`, Object.values(row));
  }

  /** Somebody who is employed since `from`, with the password that all of the demonstration share. */
  async employs(
    tx: Tx,
    person: WrittenPerson,
    teamIds: readonly string[],
    from: string,
    passwordHash: string,
  ): Promise<void> {
    const personId = randomUUID();
    const signInId = randomUUID();
    this.people.set(person.key, { personId, signInId });
    await this.add(tx, 'person', {
      id: personId,
      name: person.name,
      first_name: person.name.split(' ')[0]!,
      email: person.email,
      discipline: person.discipline,
      title: person.title,
      working_days: person.workingDays ?? '1111100',
      remote: person.remote ? 1 : 0,
      password_hash: passwordHash,
      made_at: this.doors.clock.at(),
    });
    for (const role of person.roles ?? ['practitioner'])
      for (const team of teamIds.length > 0 ? teamIds : [null])
        await this.add(tx, 'person_role', {
          id: randomUUID(),
          person_id: personId,
          role,
          team_id: team,
          from_on: from,
        });
    // What they did in the past they did signed in; these sign-ins are taken away when the telling ends.
    await this.add(tx, 'sign_in', {
      id: signInId,
      person_id: personId,
      token_hash: hashToken(randomBytes(32).toString('base64url')),
      made_at: this.doors.clock.at(),
      seen_at: farFuture,
      ends_at: farFuture,
      confirmed_until: farFuture,
    });
  }

  /** Ends what `employs` began: from here people sign in themselves. */
  async signsEverybodyOut(): Promise<void> {
    await this.write(async (tx) => {
      await tx.run('DELETE FROM sign_in WHERE ends_at = $1', [farFuture]);
      tx.touchAuthority();
    });
  }

  /** Somebody does something; what the product refuses stops the telling, because then it is told wrongly. */
  async does(key: string, logId: string, kind: string, payload: unknown): Promise<void> {
    const asker = this.people.get(key);
    if (!asker) throw new Error(`Nobody in the demonstration is called ${key}`);
    const outcome = await this.doors.record.change(logId, asker, { id: randomUUID(), kind, payload });
    if ('refusal' in outcome)
      throw new Error(`${key} ${kind}: ${outcome.refusal.says} ${JSON.stringify(payload)}`);
    this.doors.clock.passes(5);
  }

  /** Somebody writes a whole text into an empty field. */
  writes(key: string, logId: string, field: string, text: string): Promise<void> {
    return this.does(key, logId, 'prose.edit', { field, update: updateFrom(text, randomInt(1, 2 ** 31)) });
  }

  /** A session of a team on a day, with these discussions in it. */
  async session(
    team: string,
    on: { day: string; starts: string; ends: string; title?: string; joinLink?: string },
    led: { chair: string; pen: string },
    slots: readonly { discussionId: string; minutes: number }[],
  ): Promise<{ logId: string; slotIds: string[] }> {
    const sessionId = randomUUID();
    const logId = `session/${sessionId}`;
    const teamId = this.team(team);
    const [chairId, penId] = [this.id(led.chair), this.id(led.pen)];
    const slotIds = slots.map(() => randomUUID());
    const room = `${team} hub, room 2`;
    const joinLink = on.joinLink ?? '';
    await this.write(async (tx) => {
      await this.add(tx, 'session', {
        id: sessionId,
        team_id: teamId,
        held_on: on.day,
        starts: on.starts,
        ends: on.ends,
        room,
        join_link: joinLink,
        chair_id: chairId,
        pen_id: penId,
        status: 'planned',
        title: on.title ?? '',
      });
      const plan = {
        teamId,
        date: on.day,
        startsAt: on.starts,
        endsAt: on.ends,
        room,
        joinLink,
        chairId,
        penId,
      };
      await this.doors.record.append(tx, logId, 'session.plan', plan, penId);
      for (const [i, { discussionId, minutes }] of slots.entries()) {
        const slotId = slotIds[i]!;
        const pattern = (i % 5) + 1;
        await this.add(tx, 'slot', {
          id: slotId,
          session_id: sessionId,
          discussion_id: discussionId,
          position: i,
          minutes,
          pattern,
        });
        await tx.run('UPDATE discussion SET session_id = $1 WHERE id = $2', [sessionId, discussionId]);
        await this.doors.record.append(tx, logId, 'slot.add', { slotId, minutes, pattern }, penId);
        await this.doors.record.append(
          tx,
          `discussion/${discussionId}`,
          'discussion.plan',
          { sessionId },
          penId,
        );
      }
      tx.touchAuthority();
    });
    return { logId, slotIds };
  }

  /** The discussion of a family that is open for preparation. */
  async openDiscussion(familyId: string): Promise<string> {
    return this.write((tx) => this.doors.discussions.openFor(tx, familyId, null));
  }

  async allocates(
    tx: Tx,
    familyId: string,
    discipline: DisciplineCode,
    person: string | null,
    about: string,
    from: string,
  ): Promise<void> {
    const person_id = person && this.id(person);
    await this.add(tx, 'allocation', {
      id: randomUUID(),
      family_id: familyId,
      discipline,
      person_id,
      about,
      from_on: from,
    });
  }
}
