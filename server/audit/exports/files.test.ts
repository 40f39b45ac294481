import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { unzip } from '../../../test/support/unzip.js';
import { csvFile } from './csv-file.js';
import { inert } from './inert.js';
import type { Book } from './sheet.js';
import { xlsxFile } from './xlsx-file.js';

/** What somebody could call a family so that a spreadsheet does something for them. */
const hostile = [
  '=HYPERLINK("http://evil.example","Doyle")',
  '+44 7700 900123',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '\t=1+1',
  '\r=1+1',
  '  =1+1',
  '＝1+1',
];
const book: Book = {
  head: [
    ['Group supervision', 'Families and how they stand'],
    ['Taken by', 'Helen "Nell" Brandt, 30 March 2026'],
  ],
  sheets: [
    {
      name: 'Counts & more',
      headings: ['Measure', 'Numerator', 'Denominator', 'Rate %'],
      rows: [['Families in time', 7, 10, 70]],
    },
    {
      name: 'Families',
      headings: ['Family', 'Days over', 'Due by'],
      rows: [
        ...hostile.map((name) => [name, -3, '2026-03-30']),
        ['O’Brien, <Zoë> 😀\nsecond line', null, null],
      ],
    },
  ],
};

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
async function bytesOf(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
/** A reader of its own of RFC 4180, which takes nothing else. */
function recordsOf(csv: string): string[][] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const records: string[][] = [[]];
  while (field.lastIndex < csv.length) {
    const at = field.lastIndex;
    const [, quoted, plain, end] = field.exec(csv) ?? [];
    if (end === undefined) throw new Error(`not RFC 4180 at ${at}: ${csv.slice(at, at + 40)}`);
    records.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') records.push([]);
  }
  return records.slice(0, -1);
}

describe('a file of figures, as a spreadsheet program opens it', () => {
  it('is CSV by RFC 4180: a mark for UTF-8, CRLF, each line of one width', async () => {
    const text = await textOf(csvFile(book));
    expect(text.startsWith('\uFEFFGroup supervision,Families and how they stand,,\r\n')).toBe(true);
    const records = recordsOf(text.slice(1));
    expect(new Set(records.map((r) => r.length))).toEqual(new Set([4]));
    expect(records).toContainEqual(['Taken by', 'Helen "Nell" Brandt, 30 March 2026', '', '']);
    expect(records).toContainEqual(['Families in time', '7', '10', '70']);
    expect(records).toContainEqual(['O’Brien, <Zoë> 😀\nsecond line', '', '', '']);
  });

  it('computes nothing, whatever a family is called, and still counts below nought', async () => {
    const cells = recordsOf((await textOf(csvFile(book))).slice(1)).flat();
    for (const name of hostile) expect([name, cells.includes(`'${name}`)]).toEqual([name, true]);
    expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => cell.startsWith('-')).every((cell) => cell === '-3')).toBe(true);
    const workbook = read(await bytesOf(xlsxFile(book)), { cellFormula: true });
    for (const sheet of Object.values(workbook.Sheets))
      for (const [at, cell] of Object.entries(sheet).filter(([at]) => !at.startsWith('!')))
        expect([at, cell.f, cell.l, ['s', 'n'].includes(cell.t)]).toEqual([at, undefined, undefined, true]);
    const rows = utils.sheet_to_json<(string | number)[]>(workbook.Sheets['Families']!, { header: 1 });
    for (const name of hostile) expect(rows.map((row) => row[0])).toContain(`'${name}`);
  });

  it('no text of any sort begins a formula', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\u0000=', ''),
        (text, start) => {
          expect(inert(start + text)).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
        },
      ),
    );
  });

  it('is a workbook of one visible sheet for each table, with its head, and of no part that nobody sees', async () => {
    const bytes = await bytesOf(xlsxFile(book));
    const parts = await unzip(bytes);
    expect([...parts.keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    const all = [...parts.values()].map((part) => part.toString('utf8')).join('');
    expect(all).not.toMatch(/<f[ >]|hidden|externalLink|TargetMode|definedName|hyperlink /i);
    const workbook = read(bytes);
    expect(workbook.SheetNames).toEqual(['Counts & more', 'Families']);
    expect(workbook.Workbook?.Sheets?.map((sheet) => sheet.Hidden)).toEqual([0, 0]);
    expect(utils.sheet_to_json(workbook.Sheets['Counts & more']!, { header: 1 })).toEqual([
      ['Group supervision', 'Families and how they stand'],
      ['Taken by', 'Helen "Nell" Brandt, 30 March 2026'],
      [],
      ['Measure', 'Numerator', 'Denominator', 'Rate %'],
      ['Families in time', 7, 10, 70],
    ]);
    expect(utils.sheet_to_json(workbook.Sheets['Families']!, { header: 1 }).at(-1)).toEqual([
      'O’Brien, <Zoë> 😀\nsecond line',
    ]);
  });

  it('keeps nobody waiting: 20,000 families are written in pieces, with others between', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [`Family ${at}`, at, '2026-03-30']);
    const long = { ...book, sheets: [{ name: 'Families', headings: ['Family', 'Days', 'Due'], rows }] };
    for (const write of [() => textOf(csvFile(long)), () => bytesOf(xlsxFile(long))]) {
      let turns = 0;
      let going = true;
      const others = () => {
        turns += 1;
        if (going) setImmediate(others);
      };
      setImmediate(others);
      await write();
      going = false;
      expect(turns).toBeGreaterThan(30);
    }
  });
});
