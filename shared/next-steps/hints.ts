import type { LastStep, NextStep } from '../discussion/state.js';
import { dateInWords, weekdayInWords } from '../schedule/in-words.js';
import { verbs } from './verbs.js';

/** What is known of a step's owner: their working week, seven digits from Monday ("1110000" is Monday to Wednesday). */
export interface Owner {
  personId: string;
  firstName: string;
  workingDays: string;
}

export type HintCode =
  | 'no-verb'
  | 'no-end'
  | 'weekend'
  | 'bank-holiday'
  | 'not-working'
  | 'drift'
  | 'different';

/** A word to whoever is typing. It never blocks; what blocks at signing is in `whatIsMissing`. */
export interface Hint {
  code: HintCode;
  says: string;
  field: 'text' | 'dueOn' | 'different';
}

/** The third carry asks what will be different (practice 5.6). */
export const asksAtCarry = 3;

/** What could be better about a next step, in the order of its fields. */
export function stepHints(
  step: NextStep,
  people: readonly Owner[],
  bankHolidays: ReadonlySet<string>,
  lastSteps: readonly LastStep[] = [],
): Hint[] {
  return [...textHints(step), ...dateHints(step, people, bankHolidays), ...carryHints(step, lastSteps)];
}

function textHints({ text, openEndedBecause }: NextStep): Hint[] {
  const hints: Hint[] = [];
  if (text.trim() === '') return hints;
  if (!beginsWithVerb(text)) {
    hints.push({
      code: 'no-verb',
      field: 'text',
      says: 'Start with what will be done: agree, ask, book, write…',
    });
  }
  const endless = endlessIn(text);
  if (endless && openEndedBecause.trim() === '') {
    hints.push({
      code: 'no-end',
      field: 'text',
      says: `“${endless}” has no end. Say what will be there when it is done, or why it has no end.`,
    });
  }
  return hints;
}

/** Whether a step says first what is done. "Alfie to see the dentist" does not. */
export function beginsWithVerb(text: string): boolean {
  const first =
    text
      .trim()
      .match(/^[\p{L}’'-]+/u)?.[0]
      .toLowerCase() ?? '';
  return verbs.has(first) || verbs.has(first.replace(/^re-?/, ''));
}

// Each of these was found in next steps that inspectors criticised: nobody can tell when they are done.
const endless = [
  /\bon-?going\b/i,
  /\basap\b/i,
  /\bas soon as possible\b/i,
  /\b(continue|carry on|keep on)\b( to\b)?/i,
  /\bmonitor(ing)?\b/i,
  /\bkeep (an eye|a watch|under review)\b/i,
  /\bdirect work\b/i,
  /\bas and when\b/i,
  /\bwhen(ever)? (needed|necessary|required|possible)\b/i,
  /\bregularly\b/i,
];
// "Do three direct work sessions", "monitor until 20 March": counted or bounded after all.
const measurable =
  /\b(\d+|once|twice|one|two|three|four|five|six|seven|eight|nine|ten)\b|\buntil\b|\bby (the|\d|mon|tue|wed|thu|fri|sat|sun)/i;

/** The words that leave a step without an end, or nothing. */
export function endlessIn(text: string): string | null {
  if (measurable.test(text)) return null;
  for (const pattern of endless) {
    const found = text.match(pattern);
    if (found) return found[0];
  }
  return null;
}

function dateHints(
  { dueOn, ownerId }: NextStep,
  people: readonly Owner[],
  bankHolidays: ReadonlySet<string>,
): Hint[] {
  if (!dueOn) return [];
  const weekday = weekdayInWords(dueOn);
  if (weekday === 'Saturday' || weekday === 'Sunday') {
    return [{ code: 'weekend', field: 'dueOn', says: `${dateInWords(dueOn)} is a ${weekday}.` }];
  }
  if (bankHolidays.has(dueOn)) {
    return [{ code: 'bank-holiday', field: 'dueOn', says: `${dateInWords(dueOn)} is a bank holiday.` }];
  }
  const owner = people.find((p) => p.personId === ownerId);
  if (!owner || worksOn(owner.workingDays, weekday)) return [];
  return [{ code: 'not-working', field: 'dueOn', says: `${owner.firstName} does not work on a ${weekday}.` }];
}

function worksOn(workingDays: string, weekday: string): boolean {
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  return workingDays[days.indexOf(weekday)] === '1';
}

function carryHints(step: NextStep, lastSteps: readonly LastStep[]): Hint[] {
  if (step.carried >= asksAtCarry && step.different.trim() === '') {
    return [
      {
        code: 'different',
        field: 'different',
        says: `Carried ${step.carried} times. What will be different this time?`,
      },
    ];
  }
  const last = lastSteps.find((s) => s.stepId === step.stepId);
  const unchanged = last && last.text.trim() === step.text.trim() && step.text.trim() !== '';
  // The same words twice in a row: drift (practice 5.6).
  return step.carried >= 2 && unchanged
    ? [
        {
          code: 'drift',
          field: 'text',
          says: 'The same words as last time. Is it still the right step, and the right person?',
        },
      ]
    : [];
}
