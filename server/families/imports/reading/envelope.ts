import { LIMITS } from './limits.js';
import { type OpenFile, UnreadableFile } from './unreadable.js';
import { readAt, readDirectory, refuseBomb, type ZipMember } from './zip.js';

/** A workbook whose zip has been looked through; nothing in it has been inflated. */
export interface Envelope {
  members: ZipMember[];
}

const SAVE_AS = 'Open the Annex A file in Excel, save it as an Excel workbook (.xlsx) and choose that.';

/** First bytes of things that are given a workbook's name by mistake, or on purpose. */
const OTHERS: [marks: string[], what: string][] = [
  [['%PDF'], 'a PDF'],
  [['\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM'], 'a picture'],
  [['Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh', '\xfd7zXZ'], 'a packed archive'],
  [['{\\rtf'], 'a text document'],
  [['MZ', '\x7fELF', '#!'], 'a program'],
];

/**
 * Says whether this is a workbook that may be opened, from its first bytes and its zip directory alone.
 * Cheap on purpose: most bad files end here, before a process is started for them.
 */
export function lookAtWorkbook(file: OpenFile): Envelope {
  if (file.size === 0) throw new UnreadableFile(`“${file.name}” is empty.`);
  const start = readAt(file, 0, Math.min(file.size, 1024)).toString('latin1');
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw new UnreadableFile(oldContainer(file));
  if (!start.startsWith('PK'))
    throw new UnreadableFile(`“${file.name}” is ${whatItIs(start)}, not an Excel workbook. ${SAVE_AS}`);
  if (file.size > LIMITS.workbookBytes) throw new UnreadableFile(tooLarge(file.name, LIMITS.workbookBytes));
  const members = readDirectory(file);
  refuseWhatIsNotPlain(file, members);
  return { members };
}

/** The sentence for a file above the size that is read at all. */
export const tooLarge = (name: string, limit: number) =>
  `“${name}” is larger than ${Math.floor(limit / 1024 / 1024)} MB; keep only lists 6 and 7 in it and choose it again.`;

function whatItIs(start: string): string {
  const other = OTHERS.find(([marks]) => marks.some((mark) => start.startsWith(mark)));
  if (other) return other[1];
  const text = start
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase();
  if (text.startsWith('<!doctype html') || text.startsWith('<html')) return 'a web page';
  if (text.startsWith('<svg')) return 'a picture';
  if (text.startsWith('<')) return 'an XML file';
  return 'another kind of file';
}

/** Excel uses one old container both for password-protected workbooks and for the .xls of before 2007. */
function oldContainer(file: OpenFile): string {
  const head = readAt(file, 0, Math.min(file.size, 512));
  const sector = head.length === 512 ? 1 << Math.min(head.readUInt16LE(30), 12) : 512;
  const at = head.length === 512 ? (head.readInt32LE(48) + 1) * sector : 0;
  const span = Math.max(0, Math.min(4096, file.size - at));
  const names = at > 0 && span > 0 ? readAt(file, at, span).toString('utf16le') : '';
  return names.includes('EncryptedPackage') || names.includes('EncryptionInfo')
    ? `“${file.name}” is protected with a password; save a copy without one and choose that.`
    : `“${file.name}” is in Excel’s format of before 2007. ${SAVE_AS}`;
}

function refuseWhatIsNotPlain(file: OpenFile, members: ZipMember[]): void {
  const names = members.map((m) => m.name.toLowerCase());
  const holds = (test: (name: string) => boolean) => names.some(test);
  if (
    holds((n) => n.includes('vbaproject') || n.startsWith('xl/macrosheets/')) ||
    /\.(xlsm|xltm|xlam)$/i.test(file.name)
  ) {
    throw new UnreadableFile(
      `“${file.name}” holds macros, which are never run here; save it as an Excel workbook (.xlsx) without them and choose that.`,
    );
  }
  if (holds((n) => n === 'xl/workbook.bin'))
    throw new UnreadableFile(`“${file.name}” is a binary workbook (.xlsb). ${SAVE_AS}`);
  if (!holds((n) => n === '[content_types].xml') || !holds((n) => n === '_rels/.rels')) {
    throw new UnreadableFile(`“${file.name}” is a zip file, not an Excel workbook. ${SAVE_AS}`);
  }
  // Every part, read or not: a workbook that carries a bomb beside the lists is not one to trust.
  for (const m of members) if (m.name.toLowerCase().endsWith('.xml')) refuseBomb(file, m);
}
