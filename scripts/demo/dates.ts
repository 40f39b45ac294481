import { dateInWords } from '../../shared/schedule/in-words.js';

const dayMs = 86_400_000;
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The Tuesday for which the demonstration's families were written. */
const writtenFor = '2026-03-10';

/**
 * Moves the written history by whole weeks, so that its Tuesday is the first one on or after today and the gaps stay
 * what they were. What would then lie ahead of today, though it is told as past, is drawn back to the last working day.
 */
export function shiftTo(today: string) {
  const weeks = Math.ceil((utc(today) - utc(writtenFor)) / (7 * dayMs));
  const move = (day: string) => iso(utc(day) + weeks * 7 * dayMs);
  const yesterday = lastWorkingDayBefore(today);
  const past = (day: string) => (move(day) > yesterday ? yesterday : move(day));
  return {
    /** For what lies behind: visits, reviews, discussions. */
    past,
    /** For what may lie ahead: due dates. */
    any: move,
    /** Puts {2026-03-05} into words inside prose. */
    words: (text: string) =>
      text.replace(/\{(\d{4}-\d\d-\d\d)\}/g, (_, day: string) =>
        inWords(day < writtenFor ? past(day) : move(day)),
      ),
  };
}

export type Shift = ReturnType<typeof shiftTo>;

/** "5 March": in the middle of a sentence the year is left out. */
function inWords(day: string): string {
  return dateInWords(day).replace(/ \d{4}$/, '');
}

function lastWorkingDayBefore(day: string): string {
  let ms = utc(day) - dayMs;
  while ([0, 6].includes(new Date(ms).getUTCDay())) ms -= dayMs;
  return iso(ms);
}
