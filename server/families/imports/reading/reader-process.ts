import { writeSync } from 'node:fs';
import { readCsv } from './csv.js';
import { LIMITS } from './limits.js';
import type { RawCell } from './table.js';
import { UnreadableFile } from './unreadable.js';
import { readWorkbook } from './workbook.js';

/**
 * The whole of the process that reads a file somebody brought. It is given open files (from descriptor 3 on),
 * writes one line of JSON for each row, and knows nothing else: no settings, no database, no other file.
 */

/** What the parent asks for; see `read-tables.ts`. */
export interface Asked {
  format: 'workbook' | 'csv';
  files: { name: string; size: number; table: string }[];
}

/** What is sent back, a line each: rows, then how it ended. */
export type Told =
  | { row: number; table: string; cells: RawCell[] }
  | { done: true; from1904: boolean; sheetsSeen: string[] }
  | { unreadable: string };

const ANNEX_A_SHEET = /^\s*list[\s_-]*0?([67])(?!\d)/i;
let waiting: string[] = [];
let waitingSize = 0;
let rows = 0;

function flush(): void {
  const bytes = Buffer.from(waiting.join(''));
  waiting = [];
  waitingSize = 0;
  for (let at = 0; at < bytes.length; ) at += writeSome(bytes, at);
}

function writeSome(bytes: Buffer, at: number): number {
  try {
    return writeSync(1, bytes, at);
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code !== 'EAGAIN') throw e;
    // The pipe is full and the parent is busy: rest a moment instead of spinning.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    return 0;
  }
}

function tell(told: Told): void {
  const line = `${JSON.stringify(told)}\n`;
  waiting.push(line);
  waitingSize += line.length;
  if (waitingSize > 64 * 1024) flush();
}

function tellRow(name: string, table: string, row: number, cells: RawCell[]): void {
  if (++rows > LIMITS.rows) {
    throw new UnreadableFile(
      `“${name}” has more than ${LIMITS.rows.toLocaleString('en-GB')} rows, more than a council’s lists hold.`,
    );
  }
  tell({ row, table, cells });
}

async function read(asked: Asked): Promise<void> {
  if (asked.format === 'workbook') {
    const [first] = asked.files;
    if (!first) return;
    const found = await readWorkbook(
      { fd: 3, ...first },
      (sheet) => {
        const list = ANNEX_A_SHEET.exec(sheet)?.[1];
        return list === undefined ? undefined : `List ${list}`;
      },
      (table, row, cells) => tellRow(first.name, table, row, cells),
    );
    tell({ done: true, ...found });
    return;
  }
  for (const [i, file] of asked.files.entries()) {
    readCsv({ fd: 3 + i, ...file }, (row, cells) => tellRow(file.name, file.table, row, cells));
  }
  tell({ done: true, from1904: false, sheetsSeen: asked.files.map((f) => f.table) });
}

read(JSON.parse(process.argv[2] ?? '') as Asked)
  .catch((e: unknown) => {
    if (!(e instanceof UnreadableFile)) throw e;
    tell({ unreadable: e.words });
  })
  .finally(flush);
