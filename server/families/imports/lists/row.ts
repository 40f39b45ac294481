import type { RawCell, RawRow } from '../reading/table.js';
import { type CodeSet, readCode } from './codes.js';
import type { Headed } from './columns.js';
import { readLocalDate } from './local-date.js';
import type { Problems } from './problems.js';

const EXCEL_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|CALC!|SPILL!|GETTING_DATA)$/i;
const NOTHING = /^(?:null|n\/a|nan|-+|\.)$/i;
/** Control characters, and those that are there but cannot be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/** One row of a list by the names of its columns. What cannot be used is said once, where it stands. */
export class Row<Field extends string> {
  constructor(
    private readonly list: string,
    private readonly headed: Headed,
    private readonly raw: RawRow,
    private readonly problems: Problems,
    private readonly from1904: boolean,
  ) {}

  get number(): number {
    return this.raw.row;
  }

  /** The cell's text in one line, or null when it holds nothing (an Excel error is nothing, and is said). */
  text(field: Field, longest = 120): string | null {
    const cell = this.cell(field);
    if (cell === null) return null;
    const text = String(cell).replace(/\s+/g, ' ').replace(UNSEEN, '').trim();
    if (text === '' || NOTHING.test(text)) return null;
    if (EXCEL_ERROR.test(text)) {
      this.notice(field, `This holds the error ${text}. It is taken as empty.`);
      return null;
    }
    if (text.length <= longest) return text;
    this.notice(field, `This is longer than ${longest} characters. Only the beginning was kept.`);
    return text.slice(0, longest).trim();
  }

  /** An identifier: what looks like a number is kept digit for digit. */
  identifier(field: Field): string | null {
    const text = this.text(field, 48);
    return text?.replace(/^(\d+)\.0+$/, '$1') ?? null;
  }

  date(field: Field): string | null {
    const cell = this.cell(field);
    const text = typeof cell === 'number' ? null : this.text(field);
    if (typeof cell !== 'number' && text === null) return null;
    const date = readLocalDate(typeof cell === 'number' ? cell : (text ?? ''), this.from1904);
    if (date !== undefined) return date;
    this.notice(
      field,
      `“${text ?? String(cell)}” is not a date we can read. Write it as day/month/year with four figures for the year.`,
    );
    return null;
  }

  /** A national code, or the authority's own text, kept as it is written and said. */
  code(field: Field, set: CodeSet): string | null {
    const text = this.text(field, 80);
    if (text === null) return null;
    const code = readCode(set, text);
    if (code !== undefined) return code;
    this.notice(field, `“${text}” is not a national code. It is kept as it is written.`);
    return text;
  }

  figure(field: Field): number | null {
    const cell = this.cell(field);
    if (typeof cell === 'number') return cell;
    const text = cell === null ? '' : String(cell).trim();
    return text !== '' && Number.isFinite(Number(text)) ? Number(text) : null;
  }

  notice(field: Field, words: string): void {
    this.problems.notice(this.list, this.raw.row, this.headingOf(field), words);
  }

  leaveOut(field: Field | null, words: string): void {
    this.problems.leaveOut(this.list, this.raw.row, field === null ? null : this.headingOf(field), words);
  }

  private headingOf(field: Field): string | null {
    return this.headed.places.get(field)?.heading ?? null;
  }

  private cell(field: Field): string | number | null {
    const at = this.headed.places.get(field)?.at;
    const cell: RawCell = at === undefined ? null : (this.raw.cells[at] ?? null);
    return cell !== null && typeof cell === 'object' ? cell.error : cell;
  }
}
