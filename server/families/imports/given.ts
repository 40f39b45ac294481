import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { Refused } from '../../../shared/refusals.js';
import { readAnnexA } from './lists/annex-a.js';
import { THE_HISTORY } from './lists/history-file.js';
import { THE_MAP } from './lists/map-file.js';
import { Problems } from './lists/problems.js';
import { readAnnexAWorkbook, readCsvTables, type TablesRead } from './reading/read-tables.js';
import type { RawTable } from './reading/table.js';
import type { OpenFile } from './reading/unreadable.js';

const LIST_FILE = /list[\s_-]*0?([67])(?!\d)[^/\\]*\.csv$/i;

/** What somebody gave us, read into tables; nothing of it has been understood yet. */
export interface Given {
  tables: ReadonlyMap<string, RawTable>;
  /** The map of children to families, with Annex A. */
  map: RawTable | null;
  fileName: string;
  /** SHA-256 over all the files. */
  hash: string;
}

/** Reads an Annex A workbook, or a CSV for each list, and the map when there is one. */
export async function readGivenAnnexA(files: readonly OpenFile[], map: OpenFile | undefined): Promise<Given> {
  const { tables } = await readLists(files);
  mustBeLists(tables);
  return {
    tables,
    map: map ? await readOneCsv(map, THE_MAP) : null,
    fileName: namesOf(files),
    hash: hashOf(map ? [...files, map] : files),
  };
}

/** Refuses, before anything else is begun, what has no list 6 or not its headings: its first rows tell. */
function mustBeLists(tables: ReadonlyMap<string, RawTable>): void {
  const beginnings = [...tables].map(
    ([name, table]) => [name, { ...table, rows: table.rows.slice(0, 20) }] as const,
  );
  readAnnexA(new Map(beginnings), '2099-12-31', new Problems());
}

/** Reads the CSV of past supervisions. */
export async function readGivenHistory(files: readonly OpenFile[]): Promise<Given> {
  const [file, ...more] = files;
  if (!file || more.length > 0)
    throw new Refused('file-refused', 'Choose one CSV with the past supervisions.');
  const table = await readOneCsv(file, THE_HISTORY);
  return {
    tables: new Map([[THE_HISTORY, table]]),
    map: null,
    fileName: namesOf(files),
    hash: hashOf(files),
  };
}

const namesOf = (files: readonly OpenFile[]) =>
  files
    .map((f) => f.name)
    .join(', ')
    .slice(0, 300);

async function readLists(files: readonly OpenFile[]): Promise<TablesRead> {
  const [first, ...more] = files;
  if (!first) throw new Refused('file-refused', 'Choose the Annex A workbook, or List_6.csv and List_7.csv.');
  if (more.length === 0 && !/\.csv$/i.test(first.name)) return readAnnexAWorkbook(first);
  const tables = files.map((file) => {
    const list = LIST_FILE.exec(file.name)?.[1];
    if (list === undefined)
      throw new Refused(
        'file-refused',
        `“${file.name}” is not called List_6.csv or List_7.csv, so we cannot tell which list it is.`,
      );
    return { ...file, table: `List ${list}` };
  });
  if (new Set(tables.map((t) => t.table)).size < tables.length)
    throw new Refused('file-refused', 'Two files are for the same list; keep one of them.');
  return readCsvTables(tables);
}

async function readOneCsv(file: OpenFile, table: string): Promise<RawTable> {
  const { tables } = await readCsvTables([{ ...file, table }]);
  return tables.get(table) ?? { name: table, rows: [], from1904: false };
}

function hashOf(files: readonly OpenFile[]): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(64 * 1024);
  for (const file of files) {
    hash.update(`${file.size}\n`);
    for (let at = 0; at < file.size; ) {
      const n = readSync(file.fd, piece, 0, piece.length, at);
      if (n === 0) break;
      hash.update(piece.subarray(0, n));
      at += n;
    }
  }
  return hash.digest('hex');
}

/** Opens what a path names: a file, or in a folder its List_6.csv and List_7.csv. Close them with `closeAll`. */
export function openGiven(place: string): OpenFile[] {
  try {
    if (!statSync(place).isDirectory()) return [openOne(place)];
    const names = readdirSync(place).filter((name) => LIST_FILE.test(name));
    if (names.length === 0)
      throw new Refused('file-refused', `There is no List_6.csv or List_7.csv in “${place}”.`);
    return names.sort().map((name) => openOne(path.join(place, name)));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('file-refused', `“${place}” cannot be opened.`);
  }
}

export function closeAll(files: readonly OpenFile[]): void {
  for (const file of files) closeSync(file.fd);
}

function openOne(place: string): OpenFile {
  const fd = openSync(place, 'r');
  const facts = fstatSync(fd);
  if (facts.isFile()) return { fd, size: facts.size, name: path.basename(place) };
  closeSync(fd);
  throw new Refused('file-refused', `“${place}” is not a file.`);
}
