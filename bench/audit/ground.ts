import 'reflect-metadata';
import fs from 'node:fs';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { makeApp } from '../../server/app.js';
import { TakingIn } from '../../server/audit/talks/taking-in.service.js';
import { readConfig } from '../../server/config.js';
import { Clock } from '../../server/core/clock.js';
import { Reader } from '../../server/core/reader.js';
import { cookieNames, hashToken } from '../../server/core/sign-ins.js';
import { Transactions } from '../../server/core/transaction.js';
import { Record as LogRecord } from '../../server/live/record.js';
import { newFolder } from '../lib/places.js';
import { ORIGIN, SECRET_KEY } from '../lib/serve-product.js';
import { dayNumber } from './days.js';
import { Filing } from './filing.js';
import { fileHouseholds } from './history.js';
import { Loader } from './loader.js';
import { keepOpenRecord, type OpenRecord } from './open-records.js';
import { type Extent, staysOf } from './stays.js';
import { talksOf } from './talks.js';
import { makeTown, overseerId, type Team } from './town.js';

/** A database full of the past, and who may ask about it. */
export interface Ground {
  folder: string;
  file: string;
  today: string;
  families: number;
  discussions: number;
  openRecords: number;
  mib: number;
  seconds: number;
  /** Rows of the audit that the product made anew of a sample, and how many came out otherwise. */
  checked: number;
  otherwise: number;
  overseer: string;
  /** The manager of one team in the middle, and the team. */
  manager: string;
  teamId: string;
  familyId: string;
}

const familiesATeam = 52;
const sampled = 200;

/** Makes a past of so many families open today, through the product's migrations, its logs and its own reading of them. */
export async function makeGround(families: number, years: number, seed: number): Promise<Ground> {
  const began = performance.now();
  const folder = newFolder(`audit-${families}-${years}`);
  const file = path.join(folder, 'supervision.sqlite');
  const open = (): Promise<NestExpressApplication> =>
    makeApp(readConfig({ SECRET_KEY, ORIGINS: ORIGIN, DATA_DIR: folder }));
  const empty = await open();
  const today = empty.get(Clock).today();
  await empty.close();
  const day = dayNumber(today);
  const teamCount = Math.max(2, Math.round(families / familiesATeam));
  const extent: Extent = {
    families,
    teams: teamCount,
    start: day - Math.round(years * 365.25),
    today: day,
    seed,
  };
  const loader = await Loader.open(file);
  const teams = makeTown(loader, extent);
  const filing = new Filing(loader, extent, teams);
  const opened: OpenRecord[] = [];
  let familyId = '';
  let count = 0;
  let discussions = 0;
  for (let place = 0; place < families; place++) {
    const stays = staysOf(place, extent);
    familyId = stays[0]!.familyId;
    count += new Set(stays.map((s) => s.familyId)).size;
    for (const household of fileHouseholds(loader, extent, teams, stays)) {
      const talks = talksOf(household, extent);
      discussions += talks.length;
      filing.file(household, talks);
      for (const talk of talks)
        if (talk.signedOn === null)
          opened.push({ household, talk, sessionId: filing.slots(talk), team: teams[talk.team]! });
    }
    await loader.room();
  }
  await loader.close();
  const app = await open();
  try {
    const [overseer, manager] = await signIn(app, teams);
    for (let at = 0; at < opened.length; at += 100)
      await app.get(Transactions).run(async (tx) => {
        for (const one of opened.slice(at, at + 100)) await keepOpenRecord(tx, app.get(LogRecord), one);
      });
    const check = await madeAnew(app);
    return {
      ...{ folder, file, today, families: count, discussions, openRecords: opened.length, ...check },
      ...{ mib: fs.statSync(file).size / 2 ** 20, seconds: (performance.now() - began) / 1000 },
      ...{ overseer: overseer!, manager: manager!, teamId: teams[middle(teams)]!.id, familyId },
    };
  } finally {
    await app.close();
  }
}

const middle = (teams: readonly Team[]): number => teams.length >> 1;

/** Signs in the manager of all and the manager of one team, for longer than any bench lasts. */
function signIn(app: NestExpressApplication, teams: readonly Team[]): Promise<string[]> {
  const until = new Date(app.get(Clock).now().getTime() + 8 * 3_600_000).toISOString();
  const people = [overseerId, teams[middle(teams)]!.managerId];
  return app.get(Transactions).run(async (tx) => {
    const cookies: string[] = [];
    for (const personId of people) {
      const token = `bench-${personId}`;
      await tx.run(
        'INSERT INTO sign_in (id, person_id, token_hash, made_at, seen_at, ends_at) VALUES ($1, $2, $3, $4, $5, $5)',
        [personId.replace(/^.{8}/, '0f5e9c1f'), personId, hashToken(token), app.get(Clock).at(), until],
      );
      cookies.push(`${cookieNames.local}=${token}`);
    }
    tx.touchAuthority();
    return cookies;
  });
}

/** Has the product take in a sample again from its minutes, and the open records for the first time. */
async function madeAnew(app: NestExpressApplication): Promise<{ checked: number; otherwise: number }> {
  const reader = app.get(Reader);
  const rows = await reader.query<{ id: string }>(
    `SELECT discussion_id AS id FROM audit_talk WHERE seq IS NULL ORDER BY discussion_id LIMIT ${sampled}`,
  );
  const ids = rows.map((r) => r.id);
  const places = ids.map((_, i) => `$${i + 1}`).join(', ');
  const tables = ['audit_talk', 'audit_line', 'audit_agreement'];
  const read = async (): Promise<Map<string, string>> => {
    const all = new Map<string, string>();
    for (const table of tables)
      for (const row of await reader.query<Record<string, unknown>>(
        `SELECT * FROM ${table} WHERE discussion_id IN (${places})`,
        ids,
      )) {
        // What a later discussion says of a step is not in this one.
        const { dropped_because: _, dropped_on: __, ...rest } = row;
        all.set(
          `${table} ${rest['id'] ?? ''} ${rest['discussion_id']} ${rest['discipline'] ?? ''}`,
          JSON.stringify(rest),
        );
      }
    return all;
  };
  const before = await read();
  await app.get(Transactions).run(async (tx) => {
    for (const table of ['audit_talk', 'audit_line'])
      await tx.run(`DELETE FROM ${table} WHERE discussion_id IN (${places})`, ids);
  });
  await app.get(TakingIn).upToNow();
  const after = await read();
  const keys = new Set([...before.keys(), ...after.keys()]);
  return { checked: keys.size, otherwise: [...keys].filter((k) => before.get(k) !== after.get(k)).length };
}
