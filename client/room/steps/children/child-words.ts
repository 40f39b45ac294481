import { type ChildNow, voiceMethods } from '../../../../shared/discussion/state.js';
import { shortDate } from '../../../ui/format.js';
import { daysBetween, staleAfterDays } from '../../brief/worth-asking.js';
import type { People } from '../../people/people.js';

/** How a child's words came to us: "told Priya, 5 March", "in play, 5 March"; and when they have grown old. */
export function voiceSays(now: ChildNow | undefined, people: People, today: string): string {
  if (!now) return '';
  if (now.notAskedBecause) return `Not asked: ${now.notAskedBecause}`;
  const told =
    now.method === 'words' && now.seenBy ? `told ${people.firstName(now.seenBy)}` : methodSays(now);
  const when = now.gatheredOn ? shortDate(now.gatheredOn, today) : '';
  const age = now.gatheredOn ? daysBetween(now.gatheredOn, today) : 0;
  return [told, when, age > staleAfterDays ? `${age} days ago` : ''].filter(Boolean).join(', ');
}

/** Words that a child said stand in quotation marks; what was seen in play or drawn does not. */
export function asSaid(words: string, now: ChildNow | undefined): string {
  return now?.method === 'words' && !/^[“"‘']/.test(words) ? `“${words}”` : words;
}

/** "Seen 5 March by Priya, alone": when, by whom and how a child was last seen. */
export function seenSays(now: ChildNow | undefined, people: People, today: string): string {
  if (!now?.lastSeenOn) return 'Not yet said when last seen';
  const by = now.seenBy ? ` by ${people.firstName(now.seenBy)}` : '';
  const alone = { yes: ', alone', no: ', with others there', unknown: '' }[now.seenAlone];
  return `Seen ${shortDate(now.lastSeenOn, today)}${by}${alone}`;
}

function methodSays({ method }: ChildNow): string {
  return method === null ? '' : voiceMethods[method].toLowerCase();
}
