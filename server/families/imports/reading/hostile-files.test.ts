import { describe, expect, it, jest } from '@jest/globals';
import { Refused } from '../../../../shared/refusals.js';
import { withFile } from '../../../../test/support/given-file.js';
import { type Member, plainParts, sheetOf, zipOf } from '../../../../test/support/zip-of.js';
import { lookAtWorkbook } from './envelope.js';
import { LIMITS } from './limits.js';
import { readAnnexAWorkbook, readCsvTables } from './read-tables.js';
import { UnreadableFile } from './unreadable.js';

// Each starts processes of its own; on a busy machine they take their time.
jest.setTimeout(60_000);

const READS = sheetOf([
  ['Child Unique ID', 'Case Status'],
  ['7', 'c)'],
]);
const parts = (spoil: (m: Member) => Member = (m) => m) => plainParts(READS).map(spoil);
const onlySheet = (spoil: Partial<Member>) =>
  parts((m) => (m.name.includes('sheet1') ? { ...m, ...spoil } : m));

/** The one sentence somebody gets, and whether a process was started to find it. */
async function sentenceFor(
  name: string,
  bytes: Buffer | string,
): Promise<{ says: string; byLooking: boolean }> {
  return withFile(name, bytes, async (file) => {
    let byLooking = false;
    try {
      lookAtWorkbook(file);
    } catch (e) {
      byLooking = e instanceof UnreadableFile;
    }
    const refused = await readAnnexAWorkbook(file).catch((e: unknown) => e);
    expect(refused).toBeInstanceOf(Refused);
    return { says: (refused as Refused).message, byLooking };
  });
}

const ole = (mark: string) => {
  const bytes = Buffer.alloc(4096);
  bytes.writeUInt32LE(0xe011cfd0, 0);
  bytes.writeUInt16LE(9, 30);
  bytes.writeInt32LE(1, 48);
  bytes.write(mark, 1024, 'utf16le');
  return bytes;
};

describe('an administrator who chooses a file that is no workbook, or a hostile one', () => {
  it.each<[string, string, () => Buffer | string, RegExp]>([
    ['an empty file', 'a.xlsx', () => '', /is empty/],
    ['a PDF', 'a.xlsx', () => '%PDF-1.7\n', /is a PDF, not an Excel workbook/],
    ['a picture', 'a.xlsx', () => Buffer.from('\x89PNG\r\n', 'latin1'), /is a picture/],
    ['a web page', 'a.xlsx', () => '<!DOCTYPE html><html>', /is a web page/],
    ['a drawing', 'a.xlsx', () => '<svg xmlns="x"/>', /is a picture/],
    ['XML', 'a.xlsx', () => '\ufeff<?xml version="1.0"?><Workbook/>', /is an XML file/],
    ['a test virus', 'a.xlsx', () => 'X5O!P%@AP[4\\PZX54(P^)7CC)7}', /is another kind of file/],
    ['a password-protected workbook', 'a.xlsx', () => ole('EncryptedPackage'), /protected with a password/],
    ['a workbook of before 2007', 'a.xls', () => ole('Workbook'), /format of before 2007/],
    [
      'a workbook with macros',
      'a.xlsx',
      () => zipOf([...parts(), { name: 'xl/vbaProject.bin', bytes: 'x' }]),
      /holds macros/,
    ],
    ['a macro workbook by its name', 'a.xlsm', () => zipOf(parts()), /holds macros/],
    [
      'a binary workbook',
      'a.xlsb',
      () => zipOf([...parts(), { name: 'xl/workbook.bin', bytes: 'x' }]),
      /binary workbook/,
    ],
    ['some other zip', 'a.xlsx', () => zipOf([{ name: 'holiday.jpg', bytes: 'x' }]), /is a zip file/],
    ['a truncated workbook', 'a.xlsx', () => zipOf(parts()).subarray(0, -40), /damaged or only part/],
    [
      'a workbook with bytes behind it',
      'a.xlsx',
      () => Buffer.concat([zipOf(parts()), Buffer.from('<html>')]),
      /damaged/,
    ],
    [
      'an encrypted member',
      'a.xlsx',
      () => zipOf(onlySheet({ says: { flags: 1 } })),
      /protected with a password/,
    ],
    ['a hundred thousand members', 'a.xlsx', () => zipOf(parts(), { count: 60_000 }), /unpack to far more/],
    ['a directory that miscounts', 'a.xlsx', () => zipOf(parts(), { count: 3 }), /damaged/],
    [
      'a name that climbs out',
      'a.xlsx',
      () => zipOf([...parts(), { name: '../../etc/passwd', bytes: 'x' }]),
      /not made by a spreadsheet/,
    ],
    [
      'an absolute name',
      'a.xlsx',
      () => zipOf([...parts(), { name: '/etc/passwd', bytes: 'x' }]),
      /not made by a spreadsheet/,
    ],
    ['two members of one name', 'a.xlsx', () => zipOf([...parts(), ...parts()]), /not made by a spreadsheet/],
    ['members that overlap', 'a.xlsx', () => zipOf(onlySheet({ says: { at: 0 } })), /unpack to far more/],
    [
      'a bomb that admits its size',
      'a.xlsx',
      () => zipOf(onlySheet({ bytes: Buffer.alloc(LIMITS.ratioFreeBytes * 2) })),
      /unpack to far more/,
    ],
    [
      'a bomb beside the lists',
      'a.xlsx',
      () => zipOf([...parts(), { name: 'xl/comments1.xml', bytes: Buffer.alloc(9e6) }]),
      /unpack to far more/,
    ],
  ])('gets one sentence for %s, and nothing is unpacked', async (_, name, bytes, words) => {
    expect(await sentenceFor(name, bytes())).toEqual({ says: expect.stringMatching(words), byLooking: true });
  });

  const cell = (inside: string) =>
    `<worksheet><sheetData><row><c t="inlineStr"><is><t>${inside}</t></is></c></row></sheetData></worksheet>`;
  it.each<[string, () => Member[], RegExp]>([
    [
      'a bomb that hides its size',
      () => onlySheet({ bytes: cell('x'.repeat(3e6)), says: { size: 900 } }),
      /unpack to far more/,
    ],
    ['a sheet whose bytes were changed', () => onlySheet({ says: { crc: 1 } }), /damaged/],
    [
      'a document type',
      () => plainParts('<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'),
      /document type/,
    ],
    [
      'a document type in the list of texts',
      () => plainParts(READS, '<!DOCTYPE sst SYSTEM "http://127.0.0.1:1/x"><sst/>'),
      /document type/,
    ],
    ['a hundred thousand nested tags', () => plainParts('<a>'.repeat(100_000)), /far more than an Annex A/],
    [
      'an endless attribute',
      () =>
        plainParts(`<worksheet a="${Array.from({ length: 60_000 }, (_, i) => i.toString(36)).join('')}"/>`),
      /far more than an Annex A/,
    ],
    [
      'an endless cell',
      () => plainParts(cell(Array.from({ length: 60_000 }, (_, i) => i.toString(36)).join(''))),
      /more text than any list/,
    ],
    ['tags that do not match', () => plainParts('<worksheet><sheetData></worksheet>'), /damaged/],
    ['a sheet that stops', () => plainParts('<worksheet><sheetData><row>'), /damaged/],
    ['UTF-16', () => onlySheet({ bytes: Buffer.from(`\ufeff${READS}`, 'utf16le') }), /damaged/],
    [
      'two sheets called list 6',
      () =>
        parts((m) => ({
          ...m,
          bytes: String(m.bytes).replace('</sheets>', '<sheet name="List_6" r:id="r1"/></sheets>'),
        })),
      /two sheets for List 6/,
    ],
  ])('gets one sentence for %s', async (_, members, words) => {
    expect(await sentenceFor('a.xlsx', zipOf(members()))).toEqual({
      says: expect.stringMatching(words),
      byLooking: false,
    });
  });

  it('is told of too many rows, cells of which reach the far corner of a sheet cost nothing', async () => {
    const far =
      '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="A1048576"><v>2</v></c></row></sheetData></worksheet>';
    const read = await withFile('a.xlsx', zipOf(plainParts(far)), readAnnexAWorkbook);
    expect(read.tables.get('List 6')?.rows).toEqual([{ row: 1_048_576, cells: [2] }]);
  });

  it('sees entities, links to other files and headings such as __proto__ as plain text', async () => {
    const sheet = sheetOf([
      ['__proto__', 'constructor'],
      ['&#60;b&#62; &amp;lol;', '_x0041_'],
    ]);
    const read = await withFile('a.xlsx', zipOf(plainParts(sheet)), readAnnexAWorkbook);
    expect(read.tables.get('List 6')?.rows.map((r) => r.cells)).toEqual([
      ['__proto__', 'constructor'],
      ['<b> &lol;', 'A'],
    ]);
  });

  it.each<[string, Buffer | string, RegExp]>([
    ['nothing', '', /is empty/],
    ['a workbook', zipOf(parts()), /not a CSV file/],
    ['a web page', '<!DOCTYPE html>', /not a CSV file/],
    ['NUL bytes', 'a,b\n\0,1\n', /not text/],
    ['UTF-16', Buffer.from('\ufeffa,b\n', 'utf16le'), /Unicode text/],
    ['a line of ten million letters', 'a'.repeat(10_000_000), /row 1, that is far too long/],
    ['a line of nothing but commas', `a,b\n${','.repeat(100_000)}`, /row 2, that is far too long/],
    ['a quotation mark that never closes', 'a,b\n"x,1\n', /ends inside a quotation mark that opens in row 2/],
    ['more empty lines than any list', '\n'.repeat(LIMITS.emptyRows + 2), /far more rows/],
    ['more rows than any list', 'a\n'.repeat(LIMITS.rows + 2), /more than 60,000 rows/],
  ])('gets one sentence for a CSV of %s', async (_, bytes, words) => {
    const refused = await withFile('a.csv', bytes, (file) =>
      readCsvTables([{ ...file, table: 'List 6' }]).catch((e: unknown) => e),
    );
    expect((refused as Refused).message).toMatch(words);
  });
});
