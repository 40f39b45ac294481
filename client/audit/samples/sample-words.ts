import type { SamplePage, SampleRecord } from '../../../shared/audit/sample/http.js';
import { type Grade, gradeCodes, isGood } from '../../../shared/audit/sample/questions.js';
import { longDate } from '../../ui/format.js';

/** "1 to 31 March 2026", "20 February to 5 March 2026", "1 December 2025 to 5 January 2026". */
export function periodSays(from: string, to: string): string {
  if (from === to) return longDate(from);
  const [day = '', month = '', year = ''] = longDate(from).split(' ');
  if (from.slice(0, 7) === to.slice(0, 7)) return `${day} to ${longDate(to)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${day} ${month} to ${longDate(to)}`;
  return `${day} ${month} ${year} to ${longDate(to)}`;
}

/** Why a record can or cannot be graded by whoever looks at it. */
export function whyNotSays({ whyNot, given, wanted }: SampleRecord): string {
  if (whyNot === 'own-chair') return 'You chaired it';
  if (whyNot === 'graded-already')
    return given < wanted ? 'You graded it; one more reader to come' : 'Graded';
  if (whyNot === 'graded-by-all') return 'Graded';
  return whyNot === 'not-yours' ? 'Not yours to see' : '';
}

/** "3 of 4 records are good or better". Nothing while none has been graded. */
export function qualitySays(quality: SamplePage['quality']): string {
  const of = gradeCodes.reduce((sum, grade) => sum + quality[grade], 0);
  const good = gradeCodes.filter(isGood).reduce((sum, grade) => sum + quality[grade], 0);
  if (of === 0) return 'No record has all its grades yet';
  return `${good} of ${of} ${of === 1 ? 'record is' : 'records are'} good or better`;
}

type Agreement = SamplePage['agreement']['overall'];

/** "75.0% (3 of 4)", and what of that chance alone would not give. */
export function agreementSays({ pairs, same, share, kappa }: Agreement): string {
  if (pairs === 0 || share === null) return 'Nothing graded by two readers yet';
  const beyond =
    kappa === null ? 'kappa cannot be reckoned: every grade was the same' : `kappa ${kappa.toFixed(2)}`;
  return `${share.toFixed(1)}% (${same} of ${pairs}), ${beyond}`;
}

/** How a grade is tinted; the word says it. */
export const gradeTones: Readonly<Record<Grade, 'good' | 'warn' | 'bad'>> = {
  outstanding: 'good',
  good: 'good',
  'requires-improvement': 'warn',
  inadequate: 'bad',
};
