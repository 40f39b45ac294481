import { dateInWords } from '../../shared/schedule/in-words.js';
import type { Mail } from './mail.js';

const folds = /\r\n[ \t]/g;
const softBreaks = /=\r\n/g;

/** A message in each way in which a name could stand in it: as it came over the line, and with every packing undone. */
export function readings(mail: Mail): [where: string, text: string][] {
  const subject = `“${mail.headers.get('subject')}” to ${mail.to.join()}`;
  return [
    [`the bytes of ${subject}`, mail.raw],
    [`the bytes of ${subject}, unfolded`, mail.raw.replace(softBreaks, '').replace(folds, '')],
    [`the headers of ${subject}`, [...mail.headers].flat().join('\n')],
    ...mail.parts.flatMap(({ type, headers, text }): [string, string][] => [
      [`a part (${type}) of ${subject}`, text],
      [`a part (${type}) of ${subject}, unfolded`, text.replace(folds, '')],
      [`the headers of a part of ${subject}`, [...headers].flat().join('\n')],
    ]),
  ];
}

/** What is known of the families of a council. */
export interface Known {
  names: readonly string[];
  /** Local dates. */
  bornOn: readonly string[];
}

const aDate = /(?<![0-9a-f-])(?:\d{4}-\d\d-\d\d|\d{8}|\d\d?\/\d\d?\/\d{4}|\d\d? [a-z]+ \d{4})(?![0-9a-f-])/g;
const letter = /[\p{L}\p{N}]/u;

/**
 * Finds them in a text, in lower case, however they are written there. Names of three letters only as words of their
 * own: “Obi” is no name in “mobile”. Eight digits are no date where they are part of an id.
 */
export function finderOf({ names, bornOn }: Known): (text: string) => string[] {
  const all = [...new Set(names.map((name) => name.toLowerCase()))];
  const dates = new Set(bornOn.flatMap(waysOfWriting));
  return (text) => {
    const flat = text.toLowerCase();
    const named = all.filter((name) => (name.length > 3 ? flat.includes(name) : isWordOf(flat, name)));
    return [...named, ...(flat.match(aDate) ?? []).filter((date) => dates.has(date))];
  };
}

function isWordOf(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!letter.test(text[at - 1] ?? '') && !letter.test(text[at + word.length] ?? '')) return true;
  return false;
}

/** The names that a name is made of: "Hartley / Osei / Brooks", "Hartley-Osei". */
export function partsOfName(name: string): string[] {
  return name.split(/[^\p{L}’']+/u).filter((part) => part.length > 1);
}

function waysOfWriting(date: string): string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const inWords = dateInWords(date).toLowerCase();
  return [date, `${year}${month}${day}`, `${day}/${month}/${year}`, inWords];
}
