import { clockTime, localDate } from '../../ui/format.js';

/** "9:30am" of a local time `09:30`. */
export function timeSays(time: string): string {
  // In winter Europe/London is UTC, so this moment shows the same figures there.
  return clockTime(`2026-01-15T${time}:00Z`);
}

/** Local time of day in Europe/London, in minutes since midnight. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Minutes from now until a local time today; negative when it has passed. */
export function minutesUntil(time: string, now: Date): number {
  return minutesOf(time) - minutesOf(london.format(now));
}

/** "Good morning", by the clock in Europe/London. */
export function greeting(now: Date): string {
  const minutes = minutesOf(london.format(now));
  if (minutes < 12 * 60) return 'Good morning';
  return minutes < 18 * 60 ? 'Good afternoon' : 'Good evening';
}

/** How a due date stands to today: lateness belongs to the date, not to a person. */
export function dueSays(
  dueOn: string | null,
  now: Date,
  say: (date: string) => string,
): { words: string; late: boolean } {
  if (dueOn === null) return { words: 'no date yet', late: false };
  const today = localDate(now);
  if (dueOn === today) return { words: 'due today', late: false };
  const yesterday = localDate(new Date(now.getTime() - 24 * 60 * 60 * 1000));
  if (dueOn === yesterday) return { words: 'due yesterday', late: true };
  return dueOn < today
    ? { words: `was due ${say(dueOn)}`, late: true }
    : { words: `due ${say(dueOn)}`, late: false };
}
