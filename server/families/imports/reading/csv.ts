import { refuseWhenDear } from './budget.js';
import { CsvFault, CsvStream } from './csv-stream.js';
import { LIMITS } from './limits.js';
import type { RawCell } from './table.js';
import { type OpenFile, UnreadableFile } from './unreadable.js';
import { readAt } from './zip.js';

const CHUNK = 64 * 1024;
const NOT_TEXT = /^(?:PK|%PDF|\xd0\xcf\W\xe0|\WPNG|\xff\xd8\xff|\{\\rtf|MZ)/;
const MARKUP = /^(?:\xef\xbb\xbf)?\s*<[!?a-z]/i;

/**
 * Reads a CSV file record after record. The file is taken as UTF-8, with or without its mark, and as Windows-1252
 * when it is not valid UTF-8: what Excel writes in this country when it is told only "CSV".
 */
export function readCsv(file: OpenFile, tell: (row: number, cells: RawCell[]) => void): void {
  const start = readAt(file, 0, Math.min(file.size, 4096)).toString('latin1');
  if (NOT_TEXT.test(start) || MARKUP.test(start)) {
    throw new UnreadableFile(`“${file.name}” is not a CSV file; save the list as CSV and choose that.`);
  }
  if (/^(?:\xff\xfe|\xfe\xff)/.test(start)) {
    throw new UnreadableFile(
      `“${file.name}” is saved as Unicode text; save it as “CSV UTF-8” and choose that.`,
    );
  }
  const decoder = new TextDecoder(isUtf8(file) ? 'utf-8' : 'windows-1252');
  const records = new CsvStream(delimiterOf(start), (row, fields) =>
    tell(
      row,
      fields.map((f) => (f === '' ? null : f.slice(0, LIMITS.cellCharacters))),
    ),
  );
  try {
    for (const piece of pieces(file)) {
      refuseWhenDear(file.name);
      if (piece.includes(0))
        throw new UnreadableFile(`“${file.name}” is not text, so it cannot be read as CSV.`);
      records.write(decoder.decode(piece, { stream: true }));
    }
    records.write(decoder.decode());
    records.end();
  } catch (e) {
    throw e instanceof CsvFault ? new UnreadableFile(faultWords[e.kind](file.name, e.row)) : e;
  }
}

const faultWords = {
  'row too long': (name: string, row: number) =>
    `“${name}” has a row, row ${row}, that is far too long for a list; a quotation mark may not be closed there.`,
  'quote not closed': (name: string, row: number) =>
    `“${name}” ends inside a quotation mark that opens in row ${row}; the file may be cut short.`,
  'too many rows': (name: string) => `“${name}” has far more rows than a council’s lists hold.`,
};

function delimiterOf(start: string): string {
  const header = start.split(/\r?\n/, 1)[0] ?? '';
  return [',', ';', '\t'].find((d) => header.includes(d)) ?? ',';
}

function isUtf8(file: OpenFile): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (const piece of pieces(file)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function* pieces(file: OpenFile): Generator<Buffer> {
  for (let at = 0; at < file.size; at += CHUNK) yield readAt(file, at, Math.min(CHUNK, file.size - at));
}
