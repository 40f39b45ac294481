import { Temporal } from 'temporal-polyfill';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const EARLIEST = '1900-03-01';
const LATEST = '2099-12-31';

/**
 * A date as the lists write it, as a local date (YYYY-MM-DD), or undefined when it is none. Takes Excel's numbers,
 * day/month/year with any of / - . or month names, and ISO; a time after it is dropped. Never a UTC instant: a birth
 * date that moved a day at midnight in summer would be another child's. Two-digit years are not guessed.
 */
export function readLocalDate(value: string | number, from1904 = false): string | undefined {
  const date = typeof value === 'number' ? fromSerial(value, from1904) : fromText(value.trim());
  return date !== undefined && date >= EARLIEST && date <= LATEST ? date : undefined;
}

function fromSerial(serial: number, from1904: boolean): string | undefined {
  // Half a second of rounding: some programs write midnight as 44999.9999999.
  const days = Math.floor(serial + 0.5 / 86_400);
  if (!Number.isFinite(serial) || days < 0 || days > 80_000) return undefined;
  // Excel's 1900 calendar has a 29 February that never was; counting from 30 December 1899 is right after it.
  const start = from1904 ? Temporal.PlainDate.from('1904-01-01') : Temporal.PlainDate.from('1899-12-30');
  return start.add({ days }).toString();
}

function fromText(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text);
  if (iso) return exact(iso[1], iso[2], iso[3]);
  const british = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?: \d{1,2}:\d{2}.*)?$/.exec(text);
  if (british) return exact(british[4], british[3], british[1]);
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4})(?: \d{1,2}:\d{2}.*)?$/i.exec(
    text,
  );
  if (named) return exact(named[3], MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1, named[1]);
  // A number that went through text: a CSV saved from cells not formatted as dates.
  return /^\d{5}(?:\.\d+)?$/.test(text) ? fromSerial(Number(text), false) : undefined;
}

function exact(year: unknown, month: unknown, day: unknown): string | undefined {
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** “5 March 2026”, as everywhere on screen. */
export function inWords(date: string): string {
  return Temporal.PlainDate.from(date).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** Whole days from one local date to another. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}
