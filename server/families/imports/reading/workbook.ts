import { refuseWhenDear } from './budget.js';
import { LIMITS } from './limits.js';
import type { RawCell, TellRow } from './table.js';
import { type OpenFile, UnreadableFile } from './unreadable.js';
import { attribute, plainText, XmlFault, type XmlListener, XmlStream } from './xml-stream.js';
import { inflate, readDirectory, type ZipMember } from './zip.js';

const target = attribute('Target');
const type = attribute('Type');
const id = attribute('Id');
const sheetName = attribute('name');
const sheetPart = attribute('[A-Za-z0-9]+:id');
const date1904 = attribute('date1904');
const cellPlace = attribute('r');
const cellType = attribute('t');

interface Sheet {
  name: string;
  member: ZipMember;
}

/**
 * Reads the sheets that `wanted` picks by name, row after row, and nothing else of the workbook but its list of
 * sheets and the texts that cells point to. Formulas are never looked at: a cell gives the value last saved for it.
 */
export async function readWorkbook(
  file: OpenFile,
  wanted: (sheetName: string) => string | undefined,
  tell: TellRow,
): Promise<{ from1904: boolean; sheetsSeen: string[] }> {
  const parts = new Map(readDirectory(file).map((m) => [m.name.toLowerCase(), m]));
  const part = (path: string) => parts.get(path.toLowerCase());
  const book = await findBook(file, part);
  const { sheets, from1904, links } = await readBook(file, book, part);

  const chosen = new Map<string, Sheet>();
  for (const sheet of sheets) {
    const list = wanted(sheet.name);
    const before = list === undefined ? undefined : chosen.get(list);
    if (list === undefined) continue;
    if (before)
      throw new UnreadableFile(
        `“${file.name}” has two sheets for ${list}, “${before.name}” and “${sheet.name}”; keep one of them.`,
      );
    chosen.set(list, sheet);
  }
  const textsPart = links.find((l) => l.type.endsWith('/sharedStrings'));
  const textsMember = textsPart ? part(textsPart.path) : undefined;
  const texts = textsMember && chosen.size > 0 ? await readTexts(file, textsMember) : [];
  for (const [list, sheet] of chosen)
    await readSheet(file, sheet.member, texts, (row, cells) => tell(list, row, cells));
  return { from1904, sheetsSeen: sheets.map((s) => s.name) };
}

async function findBook(file: OpenFile, part: (path: string) => ZipMember | undefined): Promise<ZipMember> {
  const links = await readLinks(file, part('_rels/.rels'), '');
  const found = links.find((l) => l.type.endsWith('/officeDocument'));
  const member = found ? part(found.path) : undefined;
  if (!member)
    throw new UnreadableFile(`“${file.name}” is not an Excel workbook; choose the Annex A workbook.`);
  return member;
}

async function readLinks(file: OpenFile, member: ZipMember | undefined, folder: string) {
  const links: { id: string; type: string; path: string }[] = [];
  if (!member) return links;
  await readXml(file, member, {
    open: (name, tag) => {
      if (name !== 'Relationship' || links.length >= LIMITS.zipMembers) return;
      const to = target(tag) ?? '';
      links.push({
        id: id(tag) ?? '',
        type: type(tag) ?? '',
        path: to.startsWith('/') ? to.slice(1) : folder + to,
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return links;
}

async function readBook(file: OpenFile, book: ZipMember, part: (path: string) => ZipMember | undefined) {
  const cut = book.name.lastIndexOf('/') + 1;
  const folder = book.name.slice(0, cut);
  const links = await readLinks(file, part(`${folder}_rels/${book.name.slice(cut)}.rels`), folder);
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readXml(file, book, {
    open: (name, tag) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/i.test(date1904(tag) ?? '');
      if (name !== 'sheet') return;
      const link = links.find((l) => l.id === sheetPart(tag));
      const member = link ? part(link.path) : undefined;
      if (member && link?.type.endsWith('/worksheet')) sheets.push({ name: sheetName(tag) ?? '', member });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, from1904, links };
}

/** The texts that cells point to by number. Phonetic guides (`rPh`) are not part of a text. */
async function readTexts(file: OpenFile, member: ZipMember): Promise<string[]> {
  const texts: string[] = [];
  const text = new Gathered(file);
  let phonetic = false;
  let total = 0;
  await readXml(file, member, {
    open: (name) => {
      if (name === 'rPh') phonetic = true;
      else if (name === 'si') text.clear();
      else if (name === 't') text.listening = !phonetic;
    },
    close: (name) => {
      if (name === 'rPh') phonetic = false;
      else if (name === 't') text.listening = false;
      else if (name === 'si') {
        const whole = text.take();
        total += whole.length;
        if (texts.length >= LIMITS.sharedTexts || total > LIMITS.sharedTextCharacters)
          throw new XmlFault('too large');
        texts.push(whole);
      }
    },
    text: (piece) => text.add(piece),
  });
  return texts;
}

async function readSheet(
  file: OpenFile,
  member: ZipMember,
  texts: string[],
  tell: (row: number, cells: RawCell[]) => void,
) {
  const text = new Gathered(file);
  let row = 0;
  let column = -1;
  let kind: string | undefined;
  let cells: RawCell[] = [];
  let filled = false;
  await readXml(file, member, {
    open: (name, tag) => {
      if (name === 'c') {
        column = columnOf(cellPlace(tag)) ?? column + 1;
        kind = cellType(tag);
        text.clear();
      } else if (name === 'v' || name === 't') text.listening = true;
      else if (name === 'row') {
        row = Number(cellPlace(tag) ?? row + 1);
        column = -1;
        cells = [];
        filled = false;
      }
    },
    close: (name) => {
      if (name === 'v' || name === 't') text.listening = false;
      else if (name === 'c') {
        const value = cellValue(kind, text.take(), texts);
        if (value === null || column >= LIMITS.columns) return;
        while (cells.length < column) cells.push(null);
        cells[column] = value;
        filled = true;
      } else if (name === 'row' && filled) tell(row, cells);
    },
    text: (piece) => text.add(piece),
  });
}

function columnOf(place: string | undefined): number | undefined {
  if (place === undefined) return undefined;
  let column = 0;
  for (let i = 0; i < place.length && i < 4; i++) {
    const c = place.charCodeAt(i);
    if (c < 65 || c > 90) break;
    column = column * 26 + c - 64;
  }
  return column === 0 ? undefined : column - 1;
}

function cellValue(kind: string | undefined, raw: string, texts: string[]): RawCell {
  if (raw === '') return null;
  if (kind === 's') return texts[Number(raw)] ?? null;
  if (kind === 'e') return { error: raw };
  if (kind === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
  if (kind === undefined || kind === 'n') {
    const value = Number(raw);
    // A number too long to be one (an identifier of 17 digits) stays the text that was written.
    return Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value)) ? value : raw;
  }
  return raw;
}

/** Gathers the pieces of one text, and refuses one longer than any cell may hold. */
class Gathered {
  listening = false;
  private raw = '';

  constructor(private readonly file: OpenFile) {}

  add(piece: string): void {
    if (!this.listening) return;
    this.raw += piece;
    if (this.raw.length > LIMITS.cellCharacters * 8) {
      throw new UnreadableFile(
        `“${this.file.name}” has a cell with more text than any list holds; choose the Annex A workbook.`,
      );
    }
  }

  clear(): void {
    this.raw = '';
  }

  take(): string {
    const text = plainText(this.raw).slice(0, LIMITS.cellCharacters);
    this.raw = '';
    // A copy: a slice would keep alive the whole piece of file it was cut from.
    return text.length > 12 ? Buffer.from(text, 'utf16le').toString('utf16le') : text;
  }
}

async function readXml(file: OpenFile, member: ZipMember, listener: XmlListener): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const xml = new XmlStream(listener);
  const text = (piece?: Buffer) => decoder.decode(piece, { stream: piece !== undefined });
  try {
    for await (const piece of inflate(file, member)) {
      refuseWhenDear(file.name);
      xml.write(text(piece));
    }
    xml.write(text());
    xml.end();
  } catch (e) {
    if (e instanceof UnreadableFile) throw e;
    const kind = e instanceof XmlFault ? e.kind : 'broken';
    throw new UnreadableFile(faultWords[kind](file.name));
  }
}

const faultWords = {
  broken: (name: string) =>
    `“${name}” is damaged: a part of it cannot be read. Save it again and choose the new copy.`,
  forbidden: (name: string) =>
    `“${name}” holds a document type, which no spreadsheet program writes, so it was not opened.`,
  'too large': (name: string) =>
    `“${name}” holds far more than an Annex A workbook does, so it was not read.`,
};
