import type { ClockShown } from '../../../shared/cadence/http.js';

export interface WhyLine {
  key: string;
  /** The local date. */
  on: string;
  today: boolean;
  words: string;
}

/** The lines of why with one for each day, and the rule apart. `named`: what somebody is called. */
export function whyLines(
  { because, asAt }: Pick<ClockShown, 'because' | 'asAt'>,
  named: (personId: string) => string,
): { days: WhyLine[]; rule: string } {
  const days: WhyLine[] = [];
  for (const { on, says, kind, personId } of because) {
    if (kind === 'rule') continue;
    const words = stopped(says) + (personId ? ` Approved by ${named(personId)}.` : '');
    const before = days.at(-1);
    if (before?.on === on) before.words = `${before.words} ${words}`;
    else days.push({ key: `${on} ${kind}`, on, today: on === asAt, words });
  }
  return { days, rule: because.find((line) => line.kind === 'rule')?.says ?? '' };
}

function stopped(says: string): string {
  return says.endsWith('.') ? says : `${says}.`;
}
