import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { makeApp } from '../../server/app.js';
import { type Config, readConfig } from '../../server/config.js';
import { LifeCycle } from '../../server/core/life-cycle.js';
import { Reader } from '../../server/core/reader.js';
import { hashToken } from '../../server/core/sign-ins.js';
import { Transactions, type Tx } from '../../server/core/transaction.js';
import { Snapshots } from '../../server/families/snapshots.service.js';
import { Audience } from '../../server/live/audience.js';
import { Record } from '../../server/live/record.js';
import type { DisciplineCode } from '../../shared/disciplines.js';
import type { Role } from '../../shared/people.js';
import { type OwnDatabase, ownDatabase } from './databases.js';
import { SetClock } from './http-server.js';
import { Person } from './person.js';

/** One server of a council. */
export interface CouncilServer {
  app: INestApplication;
  url: string;
  stop(): Promise<void>;
}

interface Somebody {
  name: string;
  discipline: DisciplineCode;
  role?: Role;
  teamId?: string;
}

export interface Family {
  familyId: string;
  discussionId: string;
  /** Its log. */
  logId: string;
  childIds: string[];
}

const fixedDay = '2026-01-05';

/** A council with the real server on a database of its own, a clock that stands until it is moved, and people who act. */
export class Council {
  readonly servers: CouncilServer[] = [];
  readonly people: Person[] = [];
  private numbers = 0;

  constructor(
    readonly clock: SetClock,
    readonly origin: string,
    private readonly config: Config,
    private readonly dataDir: string,
    private readonly database: OwnDatabase | null,
  ) {}

  get server(): CouncilServer {
    return this.servers[0] as CouncilServer;
  }

  /** What a server in a process of its own needs to serve this council. */
  get environment(): { [name: string]: string } {
    const { databaseUrl, redisUrl } = this.config;
    return {
      DATA_DIR: this.dataDir,
      ORIGINS: this.origin,
      SECRET_KEY: this.config.secretKey.toString('base64'),
      CHANGES_PER_SECOND: '5000',
      CHANGES_AT_ONCE: '5000',
      DATABASE_URL: databaseUrl ?? '',
      REDIS_URL: redisUrl ?? '',
    };
  }

  get record(): Record {
    return this.server.app.get(Record);
  }

  get reader(): Reader {
    return this.server.app.get(Reader);
  }

  /** Writes as an administrator's page would, through the one door. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.server.app.get(Transactions).run(work);
  }

  /** Starts a server; a second one shares the database, where that can be shared. */
  async start(): Promise<CouncilServer> {
    const app = await makeApp(this.config, this.clock);
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const server: CouncilServer = {
      app,
      url: `http://127.0.0.1:${port}`,
      stop: async () => {
        this.servers.splice(this.servers.indexOf(server), 1);
        await app.get(LifeCycle).leave();
        await app.close();
      },
    };
    this.servers.push(server);
    return server;
  }

  async close(): Promise<void> {
    for (const person of this.people) person.losesConnection();
    for (const server of [...this.servers]) await server.stop();
    await this.database?.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Waits until something is so. */
  async until(so: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 20_000;
    while (!(await so())) {
      if (Date.now() > end) throw new Error(`Waited in vain: ${so.toString()}`);
      await new Promise((later) => setTimeout(later, 10));
    }
  }

  /** How many connections the first server holds for somebody. */
  async socketsOf(personId: string): Promise<number> {
    const sockets = this.server.app.get(Audience, { strict: false }).everyone();
    return sockets.filter((socket) => socket.data.asker.personId === personId).length;
  }

  async team(name: string): Promise<string> {
    const id = randomUUID();
    await this.write((tx) =>
      tx.run('INSERT INTO team (id, name, hub) VALUES ($1, $2, $3)', [id, name, name]),
    );
    return id;
  }

  /** Somebody who is employed, signed in, and at their device. */
  async person(somebody: Somebody, at: CouncilServer = this.server): Promise<Person> {
    const personId = await this.employs(somebody);
    return this.signsIn(personId, somebody.name, at);
  }

  async employs({ name, discipline, role, teamId }: Somebody): Promise<string> {
    const id = randomUUID();
    await this.write(async (tx) => {
      await tx.run(
        `INSERT INTO person (id, name, first_name, discipline, title, working_days, remote, made_at)
         VALUES ($1, $2, $3, $4, '', '1111100', 0, $5)`,
        [id, name, name.split(' ')[0], discipline, this.clock.at()],
      );
      if (role)
        await tx.run(
          'INSERT INTO person_role (id, person_id, role, team_id, from_on) VALUES ($1, $2, $3, $4, $5)',
          [randomUUID(), id, role, teamId, fixedDay],
        );
      tx.touchAuthority([id]);
    });
    return id;
  }

  /** The same person on another device, or again. */
  async signsIn(personId: string, name: string, at: CouncilServer = this.server): Promise<Person> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.at();
    const ends = new Date(this.clock.now().getTime() + 12 * 3600_000).toISOString();
    await this.write((tx) =>
      tx.run(
        `INSERT INTO sign_in (id, person_id, token_hash, made_at, seen_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [randomUUID(), personId, hashToken(token), now, now, ends],
      ),
    );
    const person = new Person(at.url, personId, name, { origin: this.origin, cookie: `sign-in=${token}` });
    this.people.push(person);
    return person.comes();
  }

  /** Confirms that it is them, as with their password. */
  async confirms(person: Person): Promise<void> {
    const until = new Date(this.clock.now().getTime() + 5 * 60_000).toISOString();
    await this.write(async (tx) => {
      await tx.run('UPDATE sign_in SET confirmed_until = $2 WHERE person_id = $1', [person.personId, until]);
      tx.touchAuthority([person.personId]);
    });
  }

  /** A family with two children, allocated to these people, its discussion open for preparation. */
  async family(
    name: string,
    teamId: string,
    allocated: readonly { personId: string; as: DisciplineCode }[],
  ): Promise<Family> {
    const [familyId, discussionId] = [randomUUID(), randomUUID()];
    const childIds = [randomUUID(), randomUUID()];
    const ref = `F-${++this.numbers}`;
    await this.write(async (tx) => {
      await tx.run(
        `INSERT INTO family (id, ref, name, team_id, status, allocated_on, source, made_at)
         VALUES ($1, $2, $3, $4, 'open', $5, 'test', $6)`,
        [familyId, ref, name, teamId, fixedDay, this.clock.at()],
      );
      await tx.run(
        `INSERT INTO family_event (id, family_id, on_day, kind, team_id, reason, known_at)
         VALUES ($1, $2, $3, 'allocated', $4, '', $5)`,
        [randomUUID(), familyId, fixedDay, teamId, this.clock.at()],
      );
      for (const [i, id] of childIds.entries())
        await tx.run('INSERT INTO child (id, family_id, first_name, born_on) VALUES ($1, $2, $3, $4)', [
          id,
          familyId,
          `${name} child ${i + 1}`,
          '2019-05-01',
        ]);
      for (const { personId, as } of allocated) await this.allocate(tx, familyId, personId, as);
      await this.openDiscussion(tx, familyId, discussionId);
      tx.touchAuthority();
    });
    return { familyId, discussionId, logId: `discussion/${discussionId}`, childIds };
  }

  allocate(tx: Tx, familyId: string, personId: string, as: DisciplineCode): Promise<void> {
    return tx.run(
      `INSERT INTO allocation (id, family_id, discipline, person_id, about, from_on) VALUES ($1, $2, $3, $4, '', $5)`,
      [randomUUID(), familyId, as, personId, fixedDay],
    );
  }

  /** A session of today with these families in it. */
  async session(
    teamId: string,
    chairId: string,
    families: readonly Family[],
  ): Promise<{ sessionId: string; logId: string; slotIds: string[] }> {
    const sessionId = randomUUID();
    const logId = `session/${sessionId}`;
    const slotIds = families.map(() => randomUUID());
    const date = this.clock.today();
    await this.write(async (tx) => {
      await tx.run(
        `INSERT INTO session (id, team_id, held_on, starts, ends, room, join_link, chair_id, status, title)
         VALUES ($1, $2, $3, '09:30', '12:30', 'Room 2', '', $4, 'planned', '')`,
        [sessionId, teamId, date, chairId],
      );
      const plan = {
        teamId,
        date,
        startsAt: '09:30',
        endsAt: '12:30',
        room: 'Room 2',
        joinLink: '',
        chairId,
      };
      await this.record.append(tx, logId, 'session.plan', plan, chairId);
      for (const [i, family] of families.entries()) {
        const slotId = slotIds[i] as string;
        const pattern = (i % 5) + 1;
        await tx.run(
          'INSERT INTO slot (id, session_id, discussion_id, position, minutes, pattern) VALUES ($1, $2, $3, $4, 30, $5)',
          [slotId, sessionId, family.discussionId, i, pattern],
        );
        await tx.run('UPDATE discussion SET session_id = $1 WHERE id = $2', [sessionId, family.discussionId]);
        await this.record.append(tx, logId, 'slot.add', { slotId, minutes: 30, pattern }, chairId);
        await this.record.append(tx, family.logId, 'discussion.plan', { sessionId }, chairId);
      }
      tx.touchAuthority();
    });
    return { sessionId, logId, slotIds };
  }

  private async openDiscussion(tx: Tx, familyId: string, discussionId: string): Promise<void> {
    await tx.run(
      `INSERT INTO discussion (id, family_id, status, opened_at) VALUES ($1, $2, 'preparing', $3)`,
      [discussionId, familyId, this.clock.at()],
    );
    const snapshot = await this.server.app
      .get(Snapshots, { strict: false })
      .of(tx, familyId, this.clock.today());
    const carried = {
      afterId: null,
      lastHeldOn: null,
      lastProse: {},
      lastSteps: [],
      challenges: [],
      scaleLast: { group: null, scores: {} },
    };
    const payload = { discussionId, familyId, ...snapshot, ...carried };
    await this.record.append(tx, `discussion/${discussionId}`, 'discussion.open', payload, null);
  }
}

/** Opens a council with one server running: on SQLite, or on PostgreSQL when TEST_PG_URL names one. */
export async function openCouncil(change: Partial<Config> = {}): Promise<Council> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'council-'));
  const origin = 'http://council.test';
  // People in tests are faster than people.
  const env = {
    DATA_DIR: dataDir,
    ORIGINS: origin,
    PORT: '0',
    CHANGES_PER_SECOND: '5000',
    CHANGES_AT_ONCE: '5000',
  };
  const config = { ...readConfig(env), ...change };
  const database = await ownDatabase();
  if (database) config.databaseUrl = database.url;
  const council = new Council(new SetClock(), origin, config, dataDir, database);
  await council.start();
  return council;
}
