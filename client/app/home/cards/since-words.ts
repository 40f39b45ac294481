import { disciplineOf } from '../../../../shared/disciplines.js';
import type { SinceLine } from '../../../../shared/home/since.js';
import { clockTime, countOf, listed, localDate, timeOfDay, weekdayShortDate } from '../../../ui/format.js';

/** What somebody did, after their name; `link` is the family's name where it does not stand in the words. */
export function sinceSays(line: SinceLine, today: string): { words: string; link: string | null } {
  if (line.kind === 'voice')
    return { words: `added what ${listed(line.children)} said.`, link: `/discussions/${line.discussionId}` };
  if (line.kind === 'review') {
    const review = `the ${disciplineOf(line.discipline).label.toLowerCase()} review`;
    return {
      words: line.ready ? `finished ${review}.` : `wrote in ${review}.`,
      link: `/discussions/${line.discussionId}`,
    };
  }
  if (line.kind === 'minutes') {
    const steps = line.stepsForYou > 0 ? `, with ${countOf(line.stepsForYou, 'next step')} for you` : '';
    return { words: `signed the minutes${steps}.`, link: `/minutes/${line.minutesId}` };
  }
  const { to, familyName } = line;
  if (!to) return { words: `took ${familyName} out of its session`, link: null };
  const day = to.on === today ? 'today' : weekdayShortDate(to.on, today);
  return { words: `moved ${familyName} to ${day}, ${timeOfDay(to.at)}`, link: null };
}

/** "Today, 9:05am", "Yesterday, 4:40pm", "Friday 6 March, 4:40pm" */
export function whenSays(at: string, today: string): string {
  const day = localDate(at);
  const yesterday = localDate(new Date(Date.parse(`${today}T12:00:00Z`) - 24 * 60 * 60 * 1000));
  const words = day === today ? 'Today' : day === yesterday ? 'Yesterday' : weekdayShortDate(at, today);
  return `${words}, ${clockTime(at)}`;
}
