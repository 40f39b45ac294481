import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { ZipFile } from 'yazl';
import { inert } from './inert.js';
import { type Book, type Cell, rowsOf, type Sheet } from './sheet.js';

const atOnce = 500;
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const typeOf = (kind: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
/** Before 1980 no zip can say when; the file says it in its head. */
const mtime = new Date('1980-01-01T12:00:00Z');

/**
 * A workbook of values: one visible sheet for each table and the five parts that a workbook must have. Nothing else is
 * in it to be found later. Written piece by piece and packed outside the main thread, so that a long list keeps no room
 * waiting, nor is it ever held whole.
 */
export function xlsxFile(book: Book): NodeJS.ReadableStream {
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(declared + text), name, { mtime });
  add('[Content_Types].xml', contentTypes(book.sheets.length));
  add(
    '_rels/.rels',
    `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add('xl/workbook.xml', workbook(book.sheets));
  add('xl/_rels/workbook.xml.rels', workbookRelations(book.sheets.length));
  add('xl/styles.xml', styles);
  for (const [at, sheet] of book.sheets.entries())
    zip.addReadStreamLazy(`xl/worksheets/sheet${at + 1}.xml`, { mtime }, (give) =>
      give(null, Readable.from(worksheet(book, sheet))),
    );
  zip.end();
  return zip.outputStream;
}

async function* worksheet(book: Book, sheet: Sheet): AsyncGenerator<string> {
  const columns = Array.from({ length: Math.max(2, sheet.headings.length) }, (_, at) => {
    const width = Math.min(60, Math.max(14, (sheet.headings[at] ?? '').length + 3, at === 0 ? 28 : 0));
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  let piece = `${declared}<worksheet xmlns="${spreadsheet}"><cols>${columns.join('')}</cols><sheetData>`;
  const headingRow = book.head.length + 2;
  let row = 0;
  for (const cells of rowsOf(book, sheet)) {
    row += 1;
    const style = row === headingRow ? ' s="1"' : '';
    piece += `<row r="${row}">${cells.map((cell, at) => cellOf(cell, `${letters(at)}${row}`, style)).join('')}</row>`;
    if (row % atOnce > 0) continue;
    yield piece;
    piece = '';
    await setImmediate();
  }
  yield `${piece}</sheetData></worksheet>`;
}

function cellOf(cell: Cell, at: string, style: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"${style}><v>${cell}</v></c>`;
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(inert(cell))}</t></is></c>`;
}

function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${typeOf('worksheet')}"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typeOf('sheet.main')}"/><Override PartName="/xl/styles.xml" ContentType="${typeOf('styles')}"/>${parts.join('')}</Types>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const named = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `<workbook xmlns="${spreadsheet}" xmlns:r="${officeRelations}"><sheets>${named.join('')}</sheets></workbook>`;
}

function workbookRelations(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${officeRelations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return `<Relationships xmlns="${relations}">${parts.join('')}<Relationship Id="rId${sheets + 1}" Type="${officeRelations}/styles" Target="styles.xml"/></Relationships>`;
}

// The headings of a table are bold; all else is plain.
const styles = `<styleSheet xmlns="${spreadsheet}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;
