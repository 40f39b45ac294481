import { disciplineOf } from '../../../shared/disciplines.js';
import type { Board, BoardSession, BoardSlot, MoveSays, Planned } from '../../../shared/schedule/planner.js';
import { plusDays } from '../../../shared/schedule/working-days.js';
import { slotReasons } from '../../../shared/session/state.js';
import { countOf, longDate, shortDate, timeOfDay, weekdayShortDate } from '../../ui/format.js';
import { lengthSays } from '../running-order.js';

/** One line of how the plan stands, with whether it is as it should be. */
export interface Said {
  tone: 'good' | 'warn' | 'plain';
  words: string;
}

/** "Tue 7 April", "Tue 1 Dec"; with the time of day when the board has another session on that day. */
export function dayShort(
  session: Pick<BoardSession, 'date' | 'startsAt'>,
  sessions: readonly Pick<BoardSession, 'date'>[],
  today: string,
): string {
  const [weekday = '', day = '', month = '', ...year] = weekdayShortDate(session.date, today).split(' ');
  // Four columns stand side by side: the longest months have no room in the head of one.
  const named = month.length > 7 ? month.slice(0, 3) : month;
  const words = [weekday.slice(0, 3), day, named, ...year].join(' ');
  const several = sessions.filter(({ date }) => date === session.date).length > 1;
  return several ? `${words}, ${timeOfDay(session.startsAt)}` : words;
}

/** Days on which nobody meets, those in a row as one: "Good Friday 3 April", "Hub closed 24 to 31 December". */
export function closuresSay(days: Board['closedDays'], today: string): string[] {
  const runs: { title: string; from: string; to: string }[] = [];
  for (const { on, title } of [...days].sort((a, b) => a.on.localeCompare(b.on))) {
    const last = runs.at(-1);
    if (last && last.title === title && plusDays(last.to, 1) === on) last.to = on;
    else runs.push({ title, from: on, to: on });
  }
  return runs.map(({ title, from, to }) => {
    if (from === to) return `${title} ${shortDate(from, today)}`;
    const sameMonth = from.slice(0, 7) === to.slice(0, 7);
    const first = sameMonth ? String(Number(from.slice(8))) : shortDate(from, today);
    return `${title} ${first} to ${shortDate(to, today)}`;
  });
}

/** "22 of 24 planned", or that nobody is due. */
export function resultSays({ due, planned }: Board['counts']): string {
  return due === 0 && planned === 0 ? 'No family is due' : `${planned} of ${due} planned`;
}

/** What the plan keeps and what it does not: the limit, whole blocks, and whether anybody was told. */
export function resultLines(board: Board): Said[] {
  const { counts, sessions, plan, unsent, told, policySays } = board;
  const families = sessions.reduce((sum, session) => sum + session.slots.length, 0);
  if (families === 0) return plan || unsent > 0 || told ? [sentSays(board)] : [];
  const limit = /^every (\d+ days)$/.exec(policySays)?.[1];
  const inside = limit ? `inside their ${limit}` : 'inside their limit';
  const lines: Said[] = [];
  if (counts.late === 0) lines.push({ tone: 'good', words: `All ${counts.inTime} ${inside}` });
  else lines.push({ tone: 'warn', words: `${counts.inTime} ${inside}, ${counts.late} later` });
  if (counts.splits === 0) lines.push({ tone: 'good', words: 'Every specialist has one block a day' });
  else {
    const times = counts.splits === 1 ? 'Once' : `${counts.splits} times`;
    lines.push({ tone: 'warn', words: `${times} a specialist is called in twice on a day` });
  }
  return plan || unsent > 0 || told ? [...lines, sentSays(board)] : lines;
}

/** Whether what goes out now is a change of what people were told. */
export function wasTold({ plan, told }: Pick<Board, 'plan' | 'told'>): boolean {
  return plan ? plan.sentAt !== null : told;
}

function sentSays({ plan, unsent, told }: Board): Said {
  if (plan?.sentAt && unsent === 0)
    return { tone: 'good', words: `Everyone was invited on ${longDate(plan.sentAt)}` };
  if (told && unsent === 0) return { tone: 'good', words: 'Everyone was invited' };
  if (plan?.sentAt || told) return { tone: 'warn', words: `${countOf(unsent, 'change')} not sent yet` };
  return { tone: 'good', words: 'Nothing sent yet' };
}

/** "The chair was away. Adaeze is ill": why a session was called off. */
export function offSays({ reason, words }: NonNullable<BoardSession['cancelled']>): string {
  return [slotReasons[reason], words].filter(Boolean).join('. ');
}

/** What is left of a session: "Free, 30 min", "15 min too long", or nothing when it is just full. */
export function roomLeft({ minutesLong, minutesUsed }: BoardSession): string {
  const left = minutesLong - minutesUsed;
  if (left === 0) return '';
  return left > 0 ? `Free, ${lengthSays(left)}` : `${lengthSays(-left)} too long`;
}

/** Whose marks a slot shows. Social work is always called in, so its mark would tell nothing beside others. */
export function marksOf(people: BoardSlot['people']): BoardSlot['people'] {
  const others = people.filter(({ discipline }) => discipline !== 'social-work');
  return others.length > 0 ? others : people;
}

/** "With mental health, psychology (post vacant)": what the row of marks says. */
export function marksSay(people: BoardSlot['people']): string {
  const names = people.map(({ discipline, personId }) => {
    const label = disciplineOf(discipline).label.toLowerCase();
    return personId ? label : `${label} (post vacant)`;
  });
  return `With ${names.join(', ')}`;
}

/** Which sessions hold other families, in another order or for another time than before: what somebody else did. */
export function changedSessions(before: Board, after: Board): BoardSession[] {
  const shape = (session: BoardSession) =>
    [
      session.date,
      session.startsAt,
      session.endsAt,
      session.status,
      ...session.slots.map((slot) => `${slot.slotId} ${slot.minutes} ${slot.outcome}`),
    ].join('\n');
  const known = new Map(before.sessions.map((session) => [session.sessionId, shape(session)]));
  return after.sessions.filter((session) => known.get(session.sessionId) !== shape(session));
}

/** "22 families planned. 2 need you." What came of planning in one act. */
export function plannedSays({ placed, notPlaced, late }: Planned): string {
  const parts = [`${countOf(placed, 'family', 'families')} planned.`];
  if (late > 0) parts.push(`${late} later than the limit.`);
  if (notPlaced > 0) parts.push(notPlaced === 1 ? '1 needs you.' : `${notPlaced} need you.`);
  return parts.join(' ');
}

/** "Kaczmarek is on Tuesday 14 April, 10am." Where a family is after it was moved or put in. */
export function nowOn(
  name: string,
  { onDate, startsAt }: Pick<MoveSays, 'onDate' | 'startsAt'>,
  today: string,
): string {
  return `${name} is on ${weekdayShortDate(onDate, today)}, ${timeOfDay(startsAt)}.`;
}
