import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { unzip } from '../../../test/support/unzip.js';
import { csvFile } from '../exports/csv-file.js';
import { csvOf } from './csv.js';
import { inPieces, type Listed, type PackFile, zipOf } from './zip-file.js';

const madeAt = new Date('2026-03-10T09:00:00Z');
const list = (listed: readonly Listed[]): PackFile[] => [
  { path: 'list', text: listed.map((f) => `${f.sha256} ${f.path}\n`).join('') },
];

describe('somebody who opens a pack', () => {
  it('finds every file as it was written, and one list with the hash of each', async () => {
    const files = Array.from({ length: 40 }, (_, i) => ({
      path: `logs/${i}.csv`,
      text: `é“${i}”\n`.repeat(i * 997 + 1),
    }));
    const given = (async function* () {
      yield* files;
    })();
    const pieces: Buffer[] = [];
    for await (const piece of inPieces(zipOf(given, madeAt, list), 1000)) pieces.push(piece);
    expect(pieces.slice(0, -1).every((p) => p.length === 1000)).toBe(true);
    const read = await unzip(Buffer.concat(pieces));
    expect([...read.keys()]).toEqual([...files.map((f) => f.path), 'list']);
    for (const { path, text } of files) expect(read.get(path)?.toString()).toBe(text);
    for (const line of read.get('list')!.toString().trim().split('\n')) {
      const [sha256, path] = line.split(' ') as [string, string];
      expect(createHash('sha256').update(read.get(path)!).digest('hex')).toBe(sha256);
    }
  });

  it('is not waited for longer than one file: the next is asked for when the one before has gone out', async () => {
    let asked = 0;
    const given = (async function* () {
      for (; asked < 50; asked += 1)
        yield { path: `${asked}`, text: createHash('sha512').update(`${asked}`).digest('hex').repeat(2000) };
    })();
    const zip = zipOf(given, madeAt, () => []);
    await zip.next();
    expect(asked).toBeLessThan(5);
    await zip.return(undefined);
  });

  it('gets none where one of its files cannot be made', async () => {
    const given = (async function* () {
      yield { path: 'a', text: 'a' };
      throw new Error('gone');
    })();
    const all = async () => {
      for await (const _ of zipOf(given, madeAt, list));
    };
    await expect(all()).rejects.toThrow('gone');
  });

  it('opens its tables in a spreadsheet without anything in them being reckoned', () => {
    expect(
      csvOf(
        ['a', 'b'],
        [
          ['=1+1', -1],
          ['say “no”, "yes"\n', null],
        ],
      ),
    ).toBe('\uFEFFa,b\r\n\'=1+1,-1\r\n"say “no”, ""yes""\n",\r\n');
    expect(csvOf(['@x'], [['\t+'], ['-']])).toBe("\uFEFF'@x\r\n'\t+\r\n'-\r\n");
  });

  it('finds the same guard there as in every other file of the audit: blanks, wide signs and line ends in front too', async () => {
    const named = [
      '  =1+1',
      '\u200B=1+1',
      '\n=1+1',
      '\u0000=1+1',
      '＝1+1',
      '＋44',
      '－2',
      '＠SUM(1)',
      'Doyle',
    ];
    const book = {
      head: [],
      sheets: [{ name: 'Families', headings: ['Family', ''], rows: named.map((n) => [n, null]) }],
    };
    let exported = '';
    for await (const piece of csvFile(book)) exported += piece;
    const pack = csvOf(
      ['Family', ''],
      named.map((n) => [n, null]),
    );
    expect(exported.endsWith(pack.slice(1))).toBe(true);
    expect(pack.split(/"?,\r\n"?/).filter((cell) => cell.startsWith("'"))).toHaveLength(named.length - 1);
  });
});
