import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from '../server/config.js';
import { openSqlite } from '../server/core/sqlite.js';
import type { ImportReport } from '../shared/families/imports.js';
import { annexAOf, list6Row } from './support/annex-a-workbook.js';

const COMMAND = ['--import', './test/support/from-source.mjs', 'scripts/import.ts'];
const CHILDREN = 4_000;

describe('npm run import', () => {
  let folder: string;
  let workbook: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'import-'));
    workbook = path.join(folder, 'lists.xlsx');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const env = () => ({ PATH: process.env['PATH'], DATA_DIR: path.join(folder, 'data') });
  const runs = (...args: string[]) =>
    spawnSync(process.execPath, [...COMMAND, ...args], { env: env(), encoding: 'utf8' });
  const counts = async () => {
    const database = await openSqlite(readConfig(env()));
    const [row] = await database.reader.query<Record<string, number>>(
      `SELECT (SELECT COUNT(*) FROM child) AS children, (SELECT COUNT(*) FROM family) AS families, (SELECT COUNT(*) FROM plan) AS plans,
         (SELECT COUNT(*) FROM import_run) AS runs, (SELECT COUNT(*) FROM discussion) AS discussions`,
    );
    await database.close();
    return row;
  };

  it('killed in the middle of writing leaves nothing, and killed after it leaves everything', async () => {
    writeFileSync(workbook, annexAOf(Array.from({ length: CHILDREN }, (_, i) => list6Row({ id: i + 1 }))));
    // The tables are made first, so that what grows afterwards is the import's own transaction.
    writeFileSync(path.join(folder, 'small.xlsx'), annexAOf([list6Row({ id: null })]));
    runs('annex-a', path.join(folder, 'small.xlsx'));
    expect(await counts()).toMatchObject({ children: 0 });

    await killedOnceTheLogHolds(1024 * 1024);
    expect(await counts()).toEqual({ children: 0, families: 0, plans: 0, runs: 0, discussions: 0 });

    const again = runs('annex-a', workbook, '--json');
    expect(JSON.parse(again.stdout) as ImportReport).toMatchObject({
      changed: true,
      counts: { childrenAdded: CHILDREN },
    });
    expect(await counts()).toEqual({
      children: CHILDREN,
      families: CHILDREN,
      plans: CHILDREN,
      runs: 1,
      discussions: CHILDREN,
    });
    expect(JSON.parse(runs('annex-a', workbook, '--json').stdout)).toMatchObject({ changed: false });
  }, 120_000);

  it('says in a sentence what is wrong with a call, a file, or a directory that a server holds', async () => {
    expect(runs()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('npm run import -- annex-a FILE.xlsx'),
    });
    expect(runs('annex-a', 'nowhere.xlsx').stderr).toBe('“nowhere.xlsx” cannot be opened.\n');
    writeFileSync(workbook, '%PDF-1.7');
    expect(runs('annex-a', workbook).stderr).toMatch(/^“lists.xlsx” is a PDF, not an Excel workbook\./);
    writeFileSync(workbook, annexAOf([list6Row({ id: 1 })]));
    const held = await openSqlite(readConfig(env()));
    expect(runs('annex-a', workbook)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/in use by another server/),
    });
    await held.close();
    expect(runs('annex-a', workbook).stdout).toMatch(/^Imported\.\n/);
  }, 60_000);

  /** Kills the import when its uncommitted pages have begun to spill into the write-ahead log. */
  async function killedOnceTheLogHolds(bytes: number): Promise<void> {
    const log = path.join(folder, 'data', 'supervision.sqlite-wal');
    const child = spawn(process.execPath, [...COMMAND, 'annex-a', workbook], { env: env(), stdio: 'ignore' });
    const ended = new Promise((done) => child.once('exit', (_, signal) => done(signal)));
    const watch = setInterval(() => {
      const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
      if (size >= bytes) child.kill('SIGKILL');
    }, 1);
    expect(await ended).toBe('SIGKILL');
    clearInterval(watch);
  }
});
