import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../bench/lib/server-process.js';
import { type Config, readConfig } from '../../../server/config.js';
import { type DisciplineCode, disciplines } from '../../../shared/disciplines.js';
import { Council, type Family } from '../../support/council.js';
import { ownDatabase } from '../../support/databases.js';
import { SetClock } from '../../support/http-server.js';

/** Somebody at a device that is signed in. */
export interface Somebody {
  personId: string;
  cookie: string;
  discipline: DisciplineCode;
  chairs: boolean;
}

/** One session under way with its families. */
export interface Sitting {
  logId: string;
  slotIds: readonly string[];
  families: readonly Family[];
}

/** Everything that the server is killed in the middle of. */
export interface Scene {
  people: readonly Somebody[];
  sittings: readonly Sitting[];
  env: Readonly<Record<string, string>>;
  config: Config;
  /** For the journal and whatever else is to be looked at after a failure. */
  folder: string;
  /** Throws everything away. */
  clear(): Promise<void>;
}

const origin = 'http://council.test';
const familiesEach = 3;
const dayMs = 24 * 3600_000;

/** A council with so many sessions, made through the product's own doors before the first server starts. */
export async function setScene(sittings: number, postgres: boolean): Promise<Scene> {
  const database = postgres ? await ownDatabase() : null;
  if (postgres && !database) throw new Error('--postgres needs TEST_PG_URL, the address of a PostgreSQL.');
  const folder = mkdtempSync(path.join(tmpdir(), 'crash-'));
  const env = {
    DATA_DIR: path.join(folder, 'data'),
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    ORIGINS: origin,
    // People in tests are faster than people.
    CHANGES_PER_SECOND: '5000',
    CHANGES_AT_ONCE: '5000',
    ...(database ? { DATABASE_URL: database.url } : {}),
  };
  const config = readConfig(env);
  const council = new Council(new SetClock(new Date()), origin, config, folder, database);
  await council.start();
  const teamId = await council.team('Northgate');
  const people = await signIn(council, teamId);
  const chair = people[0] as Somebody;
  const allocated = people.slice(1).map(({ personId, discipline }) => ({ personId, as: discipline }));
  const made: Sitting[] = [];
  for (let s = 0; s < sittings; s++) {
    const families: Family[] = [];
    for (let f = 0; f < familiesEach; f++)
      families.push(await council.family(`Family ${s}.${f}`, teamId, allocated));
    made.push({ ...(await council.session(teamId, chair.personId, families)), families });
  }
  await keepSignedIn(council);
  await council.server.stop();
  return { people, sittings: made, env, config, folder, clear: () => council.close() };
}

/** Twelve people: a manager who chairs, and eleven who work with every family. */
async function signIn(council: Council, teamId: string): Promise<Somebody[]> {
  const reviewing = disciplines.filter((d) => d.reviews).map((d) => d.code);
  const wanted: DisciplineCode[] = ['management', ...reviewing, 'recovery'];
  const people: Somebody[] = [];
  for (const [i, discipline] of wanted.entries()) {
    const chairs = i === 0;
    const role = chairs ? { role: 'team-manager' as const, teamId } : {};
    const person = await council.person({ name: `Person ${i}`, discipline, ...role });
    person.losesConnection();
    people.push({ personId: person.personId, cookie: person.cookie, discipline, chairs });
  }
  return people;
}

// Servers that live a second each never get to write that somebody was seen; nobody must look idle because of it.
function keepSignedIn(council: Council): Promise<void> {
  const later = new Date(council.clock.now().getTime() + dayMs).toISOString();
  return council.write((tx) => tx.run('UPDATE sign_in SET seen_at = $1, ends_at = $1', [later]));
}
