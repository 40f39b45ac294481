import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { makeApp } from '../../server/app.js';
import { readConfig } from '../../server/config.js';
import { Clock } from '../../server/core/clock.js';
import { cookieNames, hashToken } from '../../server/core/sign-ins.js';
import { Transactions, type Tx } from '../../server/core/transaction.js';
import { Record as LogRecord } from '../../server/live/record.js';
import { disciplines } from '../../shared/disciplines.js';
import type { DiscussionOpen } from '../../shared/discussion/opening.js';
import type { DiscussionBegin } from '../../shared/discussion/running.js';
import type { SessionPlan, SlotAdd } from '../../shared/session/planning.js';

/** Somebody signed in: the cookie that says so, and the field of prose that is theirs to write. */
export interface SignedIn {
  personId: string;
  cookie: string;
  field: string;
}

/** One session with one family being discussed, and the people who work with it. */
export interface CouncilRoom {
  sessionLog: string;
  discussionLog: string;
  people: SignedIn[];
}

// Long enough that no bench outlasts it; what the product does about idle people is not measured here.
const SIGNED_IN_MS = 8 * 3_600_000;
const reviewing = disciplines.filter((discipline) => discipline.reviews);

/**
 * Fills an empty database with sessions that are under way: `rooms` of them, each with one family and so many people
 * allocated to it and signed in. Done through the product's own doors, but that passwords are left out: hashing
 * thousands of them would take longer than the bench. The environment is that of a server.
 */
export async function makeCouncil(
  environment: Record<string, string>,
  rooms: number,
  people: number,
): Promise<CouncilRoom[]> {
  const app = await makeApp(readConfig(environment));
  try {
    const record = app.get(LogRecord);
    const clock = app.get(Clock);
    const teamId = randomUUID();
    const chairId = randomUUID();
    return await app.get(Transactions).run(async (tx) => {
      const council = new Council(tx, record, clock, teamId, chairId);
      await council.begin();
      const made: CouncilRoom[] = [];
      for (let room = 0; room < rooms; room++) made.push(await council.room(room, people));
      tx.touchAuthority();
      return made;
    });
  } finally {
    await app.close();
  }
}

class Council {
  private readonly now: string;
  private readonly today: string;
  private readonly until: string;

  constructor(
    private readonly tx: Tx,
    private readonly record: LogRecord,
    clock: Clock,
    private readonly teamId: string,
    private readonly chairId: string,
  ) {
    this.now = clock.at();
    this.today = clock.today();
    this.until = new Date(clock.now().getTime() + SIGNED_IN_MS).toISOString();
  }

  /** The team and its manager, who chairs. */
  async begin(): Promise<void> {
    const { teamId, chairId, today } = this;
    await this.add('team', { id: teamId, name: 'Bench team', hub: 'Bench hub' });
    await this.person(chairId, 'Chair', 'management');
    const role = { id: randomUUID(), person_id: chairId, role: 'team-manager', team_id: teamId };
    await this.add('person_role', { ...role, from_on: today, to_on: null });
  }

  /** A session under way with one family, and everybody who works with it. */
  async room(number: number, people: number): Promise<CouncilRoom> {
    const { teamId, chairId, today, now } = this;
    const [familyId, sessionId, discussionId, slotId] = [
      randomUUID(),
      randomUUID(),
      randomUUID(),
      randomUUID(),
    ];
    const familyName = `Family ${number}`;
    const family = {
      id: familyId,
      ref: `BENCH-${number}`,
      name: familyName,
      team_id: teamId,
      status: 'open',
    };
    await this.add('family', { ...family, allocated_on: today, source: 'bench', made_at: now });
    const came = { family_id: familyId, on_day: today, kind: 'allocated', team_id: family.team_id };
    await this.add('family_event', { id: randomUUID(), ...came, reason: '', known_at: now });
    const sitting = {
      id: sessionId,
      team_id: teamId,
      held_on: today,
      starts: '09:00',
      ends: '12:00',
      room: 'Hub',
    };
    const led = {
      join_link: '',
      chair_id: chairId,
      pen_id: null,
      status: 'open',
      title: `Session ${number}`,
    };
    await this.add('session', { ...sitting, ...led });
    const talk = { id: discussionId, family_id: familyId, session_id: sessionId, status: 'live' };
    await this.add('discussion', { ...talk, held_on: today, opened_at: now });
    const slot = { id: slotId, session_id: sessionId, discussion_id: discussionId };
    await this.add('slot', { ...slot, position: 1, minutes: 30, pattern: 1 });
    const signedIn: SignedIn[] = [];
    for (let i = 0; i < people; i++) signedIn.push(await this.specialist(number, i, familyId));
    await this.logs({ familyId, familyName, sessionId, discussionId, slotId }, signedIn);
    return {
      sessionLog: `session/${sessionId}`,
      discussionLog: `discussion/${discussionId}`,
      people: signedIn,
    };
  }

  private async specialist(room: number, place: number, familyId: string): Promise<SignedIn> {
    const personId = randomUUID();
    const discipline = disciplineAt(place);
    const token = randomBytes(32).toString('base64url');
    await this.person(personId, `Person ${room}.${place}`, discipline);
    const allocation = { id: randomUUID(), family_id: familyId, discipline, person_id: personId, about: '' };
    await this.add('allocation', { ...allocation, from_on: this.today, to_on: null });
    const signIn = { id: randomUUID(), person_id: personId, token_hash: hashToken(token), made_at: this.now };
    await this.add('sign_in', { ...signIn, seen_at: this.until, ends_at: this.until });
    return { personId, cookie: `${cookieNames.local}=${token}`, field: `review/${discipline}` };
  }

  private async person(id: string, name: string, discipline: string): Promise<void> {
    const named = { id, name, first_name: name.split(' ')[0], email: null, discipline, title: '' };
    await this.add('person', { ...named, working_days: '1111100', remote: 0, made_at: this.now });
  }

  private async logs(
    ids: { familyId: string; familyName: string; sessionId: string; discussionId: string; slotId: string },
    people: readonly SignedIn[],
  ): Promise<void> {
    const { tx, record, teamId, chairId, today } = this;
    const { familyId, familyName, sessionId, discussionId, slotId } = ids;
    const session = `session/${sessionId}`;
    const discussion = `discussion/${discussionId}`;
    const sitting = {
      teamId,
      date: today,
      startsAt: '09:00',
      endsAt: '12:00',
      room: 'Hub',
      joinLink: '',
      chairId,
    };
    await record.append(tx, session, 'session.plan', sitting satisfies SessionPlan, null);
    await record.append(tx, session, 'slot.add', { slotId, minutes: 30, pattern: 1 } satisfies SlotAdd, null);
    await record.append(tx, session, 'session.open', {}, chairId);
    const expected = people.map(({ personId }, place) => {
      return { discipline: disciplineAt(place), personId, about: '', vacantSince: null };
    });
    const nothingBefore = { afterId: null, lastHeldOn: null, lastProse: {}, lastSteps: [], challenges: [] };
    const opened: DiscussionOpen = {
      ...{ discussionId, familyId, familyName, children: [], adults: [], expected, ...nothingBefore },
      scaleLast: { group: null, scores: {} },
    };
    await record.append(tx, discussion, 'discussion.open', opened, null);
    await record.append(tx, discussion, 'discussion.plan', { sessionId }, null);
    const begun: DiscussionBegin = { sessionId, chairId, inPlaceOf: null, penId: null, heldOn: today };
    await record.append(tx, discussion, 'discussion.begin', begun, null);
  }

  private add(table: string, row: Readonly<{ [column: string]: unknown }>): Promise<void> {
    const columns = Object.keys(row);
    const places = columns.map((_, i) => `$${i + 1}`);
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`;
    return this.tx.run(sql, Object.values(row));
  }
}

// More people than disciplines: a second worker of the same one.
const disciplineAt = (place: number) =>
  (reviewing[place % reviewing.length] as (typeof reviewing)[number]).code;
