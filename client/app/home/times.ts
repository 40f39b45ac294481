import { localDate } from '../../ui/format.js';

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** "Good morning", by the clock in Europe/London. */
export function greeting(now: Date): string {
  const hour = Number(london.format(now));
  if (hour < 12) return 'Good morning';
  return hour < 18 ? 'Good afternoon' : 'Good evening';
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
