import { LIMITS } from './limits.js';

/** What stops a CSV from being read, with the number of the row it happened in. */
export class CsvFault extends Error {
  constructor(
    readonly kind: 'row too long' | 'quote not closed' | 'too many rows',
    readonly row: number,
  ) {
    super(kind);
  }
}

/**
 * A CSV reader (RFC 4180) that takes the file in pieces and holds one record at a time. Written here because the
 * usual ones cap neither the fields nor the empty rows of a record, which is how a small file fills a large memory.
 */
export class CsvStream {
  private field = '';
  private fields: string[] = [];
  private length = 0;
  private row = 1;
  private state: 'start' | 'plain' | 'quoted' | 'quote in quoted' = 'start';
  private afterReturn = false;
  private stop: RegExp;

  constructor(
    private readonly delimiter: string,
    private readonly tell: (row: number, fields: string[]) => void,
  ) {
    this.stop = new RegExp(`[${delimiter}\\r\\n]`, 'g');
  }

  write(piece: string): void {
    let i = 0;
    while (i < piece.length) {
      const c = piece[i] as string;
      if (this.state === 'quoted') i = this.takeQuoted(piece, i);
      else if (c === '"' && this.state !== 'plain') {
        // Twice inside quotes means one; first in a field it opens them.
        if (this.state === 'quote in quoted') this.grow('"');
        this.state = 'quoted';
        i++;
      } else if (c === this.delimiter || c === '\r' || c === '\n') {
        this.mark(c);
        i++;
      } else i = this.takePlain(piece, i);
    }
  }

  end(): void {
    if (this.state === 'quoted') throw new CsvFault('quote not closed', this.row);
    if (this.fields.length > 0 || this.field !== '' || this.state !== 'start') this.endRecord();
  }

  private takeQuoted(piece: string, from: number): number {
    const quote = piece.indexOf('"', from);
    this.grow(piece.slice(from, quote === -1 ? piece.length : quote));
    if (quote === -1) return piece.length;
    this.state = 'quote in quoted';
    return quote + 1;
  }

  private takePlain(piece: string, from: number): number {
    this.stop.lastIndex = from;
    const to = this.stop.exec(piece)?.index ?? piece.length;
    this.grow(piece.slice(from, to));
    this.state = 'plain';
    this.afterReturn = false;
    return to;
  }

  private mark(c: string): void {
    if (c === this.delimiter) {
      this.afterReturn = false;
      this.endField();
    } else if (c === '\r') {
      this.endRecord();
      this.afterReturn = true;
    } else if (this.afterReturn) this.afterReturn = false;
    else this.endRecord();
  }

  private grow(text: string): void {
    this.afterReturn = false;
    this.length += text.length;
    if (this.length > LIMITS.csvRecordCharacters) throw new CsvFault('row too long', this.row);
    this.field += text;
  }

  private endField(): void {
    // Delimiters count too: a row of nothing but commas is a long row.
    this.length++;
    if (this.length > LIMITS.csvRecordCharacters) throw new CsvFault('row too long', this.row);
    if (this.fields.length < LIMITS.columns) this.fields.push(this.field);
    this.field = '';
    this.state = 'start';
  }

  private endRecord(): void {
    this.endField();
    if (this.fields.some((f) => f !== '')) this.tell(this.row, this.fields);
    if (++this.row > LIMITS.emptyRows) throw new CsvFault('too many rows', this.row);
    this.fields = [];
    this.length = 0;
  }
}
