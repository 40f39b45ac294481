import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { type Config, readConfig } from '../../server/config.js';
import { CoreModule } from '../../server/core/core.module.js';
import { Reader } from '../../server/core/reader.js';
import { Transactions, type Tx } from '../../server/core/transaction.js';
import { AfterImport } from '../../server/families/imports/after-import.service.js';
import type { Given } from '../../server/families/imports/given.js';
import { ImportsModule } from '../../server/families/imports/imports.module.js';
import { Imports } from '../../server/families/imports/imports.service.js';
import { LiveModule } from '../../server/live/live.module.js';
import { Record } from '../../server/live/record.js';
import { PeopleModule } from '../../server/people/people.module.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import type { ImportReport } from '../../shared/families/imports.js';
import { type Cell, LIST_6_HEADINGS, LIST_7_HEADINGS, tableOf } from './annex-a-workbook.js';
import { SetClock } from './http-server.js';

@Module({})
class ImportingModule {
  static with(config: Config, clock: SetClock): DynamicModule {
    return {
      module: ImportingModule,
      imports: [CoreModule.with(config, clock), PeopleModule, LiveModule, ImportsModule],
    };
  }
}

const TABLES = [
  'team',
  'person',
  'person_role',
  'family',
  'child',
  'plan',
  'allocation',
  'listed_family',
  'listed_child',
  'act',
  'import_run',
  'import_due',
  'discussion',
  'log',
  'entry',
  'supervision',
  'authority',
];

/** A council's data with nothing listening: for what is brought in, compared and written. */
export interface Importing {
  clock: SetClock;
  annexA(given: Given, more?: { check: boolean }): Promise<ImportReport>;
  history(given: Given): Promise<ImportReport>;
  query<T>(sql: string): Promise<T[]>;
  writes(work: (tx: Tx) => Promise<void>): Promise<void>;
  team(name: string): Promise<string>;
  person(name: string, teamId: string, email: string): Promise<string>;
  /** Every row of every table an import may touch. */
  everything(): Promise<unknown>;
  lastHeldOn(familyRef: string): Promise<string | null | undefined>;
  /** The children that the discussion in preparation of a family shows. */
  childrenPrepared(familyRef: string): Promise<string[]>;
  /** Imports break off as soon as the file is in, before anything follows from it, until they are mended. */
  breaksOffAfterTheFile(): { mends(): void };
  startsAgain(): Promise<void>;
  stop(): Promise<void>;
}

export async function startImporting(make: 'sqlite' | 'postgres'): Promise<Importing> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'council-'));
  const database = make === 'postgres' ? await freshPostgres() : null;
  const config = readConfig({ DATA_DIR: dataDir, ...(database ? { DATABASE_URL: database.url } : {}) });
  const clock = new SetClock();
  const starts = () =>
    NestFactory.createApplicationContext(ImportingModule.with(config, clock), {
      logger: false,
      abortOnError: false,
    });
  let app = await starts();
  const council: Importing = {
    clock,
    ...acts(app),
    breaksOffAfterTheFile() {
      const after = app.get(AfterImport) as Partial<AfterImport>;
      after.follow = () => Promise.reject(new Error('the power went'));
      return { mends: () => void delete after.follow };
    },
    async startsAgain() {
      await app.close();
      app = await starts();
      Object.assign(council, acts(app));
    },
    async stop() {
      await app.close();
      await database?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return council;
}

type Acts = Omit<Importing, 'clock' | 'breaksOffAfterTheFile' | 'startsAgain' | 'stop'>;

function acts(app: INestApplicationContext): Acts {
  const reader = app.get(Reader);
  const writes = (work: (tx: Tx) => Promise<void>) => app.get(Transactions).run(work);
  const prepared = async (familyRef: string) => {
    const [open] = await reader.query<{ id: string }>(
      `SELECT d.id FROM discussion d JOIN family f ON f.id = d.family_id WHERE d.status = 'preparing' AND f.ref = $1`,
      [familyRef],
    );
    return (await app.get(Record).stateOf<DiscussionState>(`discussion/${open?.id}`))?.state;
  };
  return {
    annexA: (given, { check } = { check: false }) =>
      app.get(Imports).annexA({ read: async () => given, byId: null, check }),
    history: (given) => app.get(Imports).history({ read: async () => given, byId: null, check: false }),
    query: (sql) => reader.query(sql),
    writes,
    async team(name) {
      const id = randomUUID();
      await writes((tx) => tx.run(`INSERT INTO team (id, name, hub) VALUES ($1, $2, '')`, [id, name]));
      return id;
    },
    async person(name, teamId, email) {
      const id = randomUUID();
      await writes(async (tx) => {
        await tx.run(
          `INSERT INTO person (id, name, first_name, email, discipline, title, working_days, remote, made_at)
           VALUES ($1, $2, $2, $3, 'social-work', 'Social worker', '1111100', 0, '2026-01-01T00:00:00.000Z')`,
          [id, name, email],
        );
        await tx.run(
          `INSERT INTO person_role (id, person_id, role, team_id, from_on) VALUES ($1, $2, 'practitioner', $3, '2026-01-01')`,
          [randomUUID(), id, teamId],
        );
      });
      return id;
    },
    async everything() {
      const rows = await Promise.all(
        TABLES.map(async (table) => [
          table,
          (await reader.query(`SELECT * FROM ${table}`)).map((r) => JSON.stringify(r)).sort(),
        ]),
      );
      return Object.fromEntries(rows);
    },
    lastHeldOn: async (familyRef) => (await prepared(familyRef))?.lastHeldOn,
    childrenPrepared: async (familyRef) =>
      (await prepared(familyRef))?.children.map((child) => child.firstName) ?? [],
  };
}

/** A database of its own on the PostgreSQL whose address is given. */
async function freshPostgres(): Promise<{ url: string; drop(): Promise<void> }> {
  const url = new URL(process.env['TEST_PG_URL'] ?? '');
  const name = `council_${randomUUID().replaceAll('-', '')}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: process.env['TEST_PG_URL'] });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await admin(`CREATE DATABASE ${name}`);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => admin(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** The lists as they come out of the reading process. */
export function lists(list6: Cell[][], list7: Cell[][] | null = [], map: Cell[][] | null = null): Given {
  const tables = new Map([['List 6', tableOf('List 6', [LIST_6_HEADINGS, ...list6])]]);
  if (list7) tables.set('List 7', tableOf('List 7', [LIST_7_HEADINGS, ...list7]));
  return {
    tables,
    map:
      map &&
      tableOf('m', [['child_id', 'family_ref', 'family_name', 'allocated_on', 'child_first_name'], ...map]),
    fileName: 'a.xlsx',
    hash: 'x',
  };
}

/** PostgreSQL too, when its address is given. */
export const databases = process.env['TEST_PG_URL']
  ? (['sqlite', 'postgres'] as const)
  : (['sqlite'] as const);
