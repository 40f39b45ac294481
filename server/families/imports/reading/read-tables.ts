import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Refused } from '../../../../shared/refusals.js';
import { lookAtWorkbook, tooLarge } from './envelope.js';
import { LIMITS } from './limits.js';
import type { Asked, Told } from './reader-process.js';
import type { RawTable } from './table.js';
import { type OpenFile, UnreadableFile } from './unreadable.js';

export interface TablesRead {
  tables: Map<string, RawTable>;
  /** Every sheet of the workbook by name, wanted or not: for telling somebody what was found instead. */
  sheetsSeen: string[];
}

/** Reads lists 6 and 7 of an Annex A workbook. Refuses, in one sentence, anything that is not a plain one. */
export async function readAnnexAWorkbook(file: OpenFile): Promise<TablesRead> {
  return refusing(async () => {
    lookAtWorkbook(file);
    return readInItsOwnProcess(
      { format: 'workbook', files: [{ name: file.name, size: file.size, table: '' }] },
      [file.fd],
    );
  });
}

/** Reads CSV files, each as the table it is named to be. */
export async function readCsvTables(files: (OpenFile & { table: string })[]): Promise<TablesRead> {
  return refusing(async () => {
    for (const f of files) {
      if (f.size === 0) throw new UnreadableFile(`“${f.name}” is empty.`);
      if (f.size > LIMITS.csvBytes) throw new UnreadableFile(tooLarge(f.name, LIMITS.csvBytes));
    }
    const asked = files.map(({ name, size, table }) => ({ name, size, table }));
    return readInItsOwnProcess(
      { format: 'csv', files: asked },
      files.map((f) => f.fd),
    );
  });
}

async function refusing(work: () => Promise<TablesRead>): Promise<TablesRead> {
  try {
    return await work();
  } catch (e) {
    throw e instanceof UnreadableFile ? new Refused('file-refused', e.words) : e;
  }
}

const self = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(self), self.endsWith('.ts') ? '../../../..' : '../../../../..');

/**
 * How Node is started for a reader: a small heap, no environment, and (from the build) no files but the program
 * itself, no processes and no threads. Run from source, as the tests do, Node has to be taught TypeScript first.
 */
function readerArguments(): string[] {
  const limits = [
    `--max-old-space-size=${LIMITS.heapMegabytes}`,
    '--max-semi-space-size=2',
    '--disable-proto=delete',
  ];
  if (self.endsWith('.ts')) {
    const teach = pathToFileURL(path.join(root, 'test/support/from-source.mjs')).href;
    return [...limits, '--import', teach, path.join(path.dirname(self), 'reader-process.ts')];
  }
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  // Packages may be linked in from elsewhere, and Node asks leave for both ends of a link.
  const packages = path.join(root, 'node_modules');
  const mayRead = [
    path.join(root, 'dist'),
    path.join(root, 'package.json'),
    packages,
    realpathSync(packages),
  ];
  return [
    ...limits,
    permission,
    // Each once: Node 20 aborts when it is given the same path twice.
    ...[...new Set(mayRead)].map((p) => `--allow-fs-read=${p}`),
    path.join(path.dirname(self), 'reader-process.js'),
  ];
}

async function readInItsOwnProcess(asked: Asked, descriptors: number[]): Promise<TablesRead> {
  const names = asked.files.map((f) => `“${f.name}”`).join(' and ');
  const child = spawn(process.execPath, [...readerArguments(), JSON.stringify(asked)], {
    stdio: ['ignore', 'pipe', 'ignore', ...descriptors],
    env: {},
    cwd: root,
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMITS.wallMilliseconds);
  const ended = new Promise<void>((done, fail) => {
    child.once('close', () => done());
    child.once('error', fail);
  });
  const tables = new Map<string, RawTable>();
  let last: Told | undefined;
  let size = 0;
  try {
    // stdio[1] is a pipe, so it is there.
    for await (const line of createInterface({ input: child.stdout!, crlfDelay: Number.POSITIVE_INFINITY })) {
      size += line.length;
      if (size > LIMITS.answerBytes)
        throw new UnreadableFile(`${names} holds more text than lists 6 and 7 ever do.`);
      last = JSON.parse(line) as Told;
      if ('row' in last) rowsOf(tables, last.table).push({ row: last.row, cells: last.cells });
    }
    await ended;
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
  if (last && 'unreadable' in last) throw new UnreadableFile(last.unreadable);
  // No ending, but an end: the limits killed it.
  if (!last || !('done' in last)) {
    throw new UnreadableFile(
      `${names} could not be read within the time and memory that a list needs; it may be damaged.`,
    );
  }
  for (const table of tables.values()) table.from1904 = last.from1904;
  return { tables, sheetsSeen: last.sheetsSeen };
}

function rowsOf(tables: Map<string, RawTable>, name: string): RawTable['rows'] {
  const table = tables.get(name) ?? { name, rows: [], from1904: false };
  tables.set(name, table);
  return table.rows;
}
