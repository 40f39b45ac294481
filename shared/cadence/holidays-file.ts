import { z } from 'zod';
import { LocalDate, words } from '../fields.js';
import { bankHolidays } from '../schedule/working-days.js';

/** The shape of www.gov.uk/bank-holidays.json, as far as it is read. */
const File = z.object({
  'england-and-wales': z.object({
    events: z
      .array(z.object({ title: words(120), date: LocalDate }))
      .min(1)
      .max(1000),
  }),
});

export type HolidaysRead =
  | { days: readonly (readonly [day: string, title: string])[] }
  /** Why nothing of it is taken, for a person. */
  | { problem: string };

/** A whole year has eight bank holidays or more: fewer, and the file was cut off. */
const fewestInYear = 8;

/**
 * Reads a file of bank holidays, whole or not at all. Days before `today` must be those already known: limits counted
 * over them have been judged.
 */
export function readHolidays(text: string, knownShut: (day: string) => boolean, today: string): HolidaysRead {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { problem: 'This is not the file from www.gov.uk/bank-holidays.json: it is not JSON.' };
  }
  const file = File.safeParse(given);
  if (!file.success) {
    const at = file.error.issues[0]?.path.join(' › ');
    return {
      problem: `This is not the file from www.gov.uk/bank-holidays.json: look at ${at || 'its beginning'}.`,
    };
  }
  const days = file.data['england-and-wales'].events
    .map(({ date, title }) => [date, title] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const problem = whatIsWrong(
    days.map(([day]) => day),
    knownShut,
    today,
  );
  return problem ? { problem } : { days };
}

function whatIsWrong(
  days: readonly string[],
  knownShut: (day: string) => boolean,
  today: string,
): string | null {
  const twice = days.find((day, at) => day === days[at - 1]);
  if (twice) return `${twice} is in the file twice.`;
  const weekend = days.find((day) => [0, 6].includes(new Date(day).getUTCDay()));
  if (weekend) return `${weekend} is a Saturday or Sunday: the file should give the day in its place.`;
  const years = new Set(days.map((day) => Number(day.slice(0, 4))));
  for (const year of years) {
    const own = days.filter((day) => Number(day.slice(0, 4)) === year);
    if (own.length < fewestInYear)
      return `Of ${year} the file has ${own.length} days: it seems to be cut off.`;
    const lost = [...bankHolidays(year)].find((day) => day < today && knownShut(day) && !own.includes(day));
    if (lost) return `${lost} was a bank holiday, and is not in the file. What is past does not change.`;
  }
  const added = days.find((day) => day < today && !knownShut(day));
  return added ? `${added} was not a bank holiday by what is known. What is past does not change.` : null;
}
