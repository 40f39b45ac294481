import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { type Cell, LIST_6_HEADINGS, workbookOf } from '../../../../test/support/annex-a-workbook.js';
import { withFile } from '../../../../test/support/given-file.js';
import { CsvStream } from './csv-stream.js';
import { readAnnexAWorkbook, readCsvTables } from './read-tables.js';
import type { RawCell } from './table.js';
import { plainText } from './xml-stream.js';

// Each starts processes of its own; on a busy machine they take their time.
jest.setTimeout(60_000);

const FIXTURES = path.resolve('test/fixtures/annex-a');

/** The same sheet as another library reads it: the rows that hold something, without empty cells at their end. */
function peerReads(bytes: Buffer, list: RegExp): { row: number; cells: unknown[] }[] {
  const book = read(bytes, { type: 'buffer', cellText: false });
  const name = book.SheetNames.find((n) => list.test(n));
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets[name ?? '']!, {
    header: 1,
    raw: true,
    defval: null,
    blankrows: true,
  });
  const first = utils.decode_range(book.Sheets[name ?? '']!['!ref'] ?? 'A1').s.r;
  return rows
    .map((cells, i) => ({ row: first + i + 1, cells: trimmed(cells) }))
    .filter((r) => r.cells.length > 0);
}

const trimmed = (cells: readonly unknown[]) =>
  cells.slice(0, cells.findLastIndex((c) => c !== null && c !== '') + 1);

/** The peer gives nothing for an error; we give the error, so that it can be said. */
const asPeer = (c: RawCell) => (c !== null && typeof c === 'object' ? null : c);

describe('an administrator who chooses a real Annex A workbook', () => {
  it.each([
    'Annex_A_2024_Jan_liia.xlsx',
    'Ofsted_AnnexA_Aug2019_template_with_codes.xlsx',
    'Ofsted_AnnexA_example_B_2004_rows_in_lists_1_2.xlsx',
  ])('gets from %s what another spreadsheet library reads', async (name) => {
    const bytes = readFileSync(path.join(FIXTURES, name));
    const { tables } = await withFile(name, bytes, readAnnexAWorkbook);
    for (const list of ['6', '7']) {
      const ours = tables
        .get(`List ${list}`)
        ?.rows.map((r) => ({ row: r.row, cells: trimmed(r.cells.map(asPeer)) }));
      expect(ours).toEqual(peerReads(bytes, new RegExp(`^List.${list}$`)));
    }
  });

  it('gets from any generated list what was written into it', async () => {
    const cell = fc.oneof(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
        .filter((s) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(s) && !s.includes('_x') && s.trim() === s),
      fc.integer(),
      fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
        .filter((n) => !Object.is(n, -0)),
      fc.constant(null),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const bytes = workbookOf({ List_6: [LIST_6_HEADINGS, ...(list as Cell[][])] });
        const { tables } = await withFile('a.xlsx', bytes, readAnnexAWorkbook);
        const written = [LIST_6_HEADINGS, ...list]
          .map((cells, i) => ({ row: i + 1, cells: trimmed(cells) }))
          .filter((r) => r.cells.length > 0);
        expect(tables.get('List 6')?.rows.map((r) => ({ ...r, cells: trimmed(r.cells) }))).toEqual(written);
      }),
      { numRuns: 12 },
    );
  });

  it('gets a formula’s last value, an error as an error, and dates that count from 1904', async () => {
    const bytes = workbookOf(
      { 'List 6': [[{ formula: 'A2&"x"', value: '12x' }, { error: '#N/A' }, 5, true]] },
      { from1904: true },
    );
    const { tables } = await withFile('a.xlsx', bytes, readAnnexAWorkbook);
    expect(tables.get('List 6')).toEqual({
      name: 'List 6',
      from1904: true,
      rows: [{ row: 1, cells: ['12x', { error: '#N/A' }, 5, 'TRUE'] }],
    });
  });
});

describe('an administrator who chooses a CSV', () => {
  const readText = async (bytes: Buffer | string) => {
    const { tables } = await withFile('a.csv', bytes, (f) => readCsvTables([{ ...f, table: 't' }]));
    return tables.get('t')?.rows;
  };

  it('gets the same rows with and without a byte order mark, and from Windows-1252', async () => {
    const rows = [
      { row: 1, cells: ['id', 'name'] },
      { row: 2, cells: ['7', 'Zoë'] },
    ];
    expect(await readText('id,name\r\n7,Zoë\r\n')).toEqual(rows);
    expect(await readText('\ufeffid,name\n7,Zoë')).toEqual(rows);
    expect(await readText(Buffer.from('id,name\r\n7,Zo\xeb\r\n', 'latin1'))).toEqual(rows);
  });

  it('is told rows by the number a spreadsheet shows, with lines inside a cell and empty rows between', async () => {
    expect(await readText('id,where\n1,"12 High Street\nNorthgate, ""N1"""\n,\n2,x\n')).toEqual([
      { row: 1, cells: ['id', 'where'] },
      { row: 2, cells: ['1', '12 High Street\nNorthgate, "N1"'] },
      { row: 4, cells: ['2', 'x'] },
    ]);
  });

  it('gets the same records however the file falls into pieces', () => {
    const field = fc.stringMatching(/^[a-z",;\r\n ]{0,6}$/);
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        (records, size) => {
          const text = records
            .map((r) => r.map((f) => `"${f.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          const got: string[][] = [];
          const stream = new CsvStream(',', (_, fields) => got.push(fields));
          for (let i = 0; i < text.length; i += size) stream.write(text.slice(i, i + size));
          stream.end();
          expect(got).toEqual(records.filter((r) => r.some((f) => f !== '')));
        },
      ),
    );
  });
});

describe('a reader of a workbook’s texts', () => {
  it('sees the five entities and numbered characters, and no other', () => {
    expect(plainText('&lt;a&gt; &amp;amp; &quot;&apos; &#65;&#x42; &nbsp; &#0;&#x110000;')).toBe(
      '<a> &amp; "\' AB &nbsp; ',
    );
  });
});
