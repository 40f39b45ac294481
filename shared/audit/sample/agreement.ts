import { percent } from '../numbers.js';
import { type Grade, gradeCodes } from './questions.js';

/** How far two graders of the same records agree. */
export interface Agreement {
  pairs: number;
  same: number;
  /** In percent; null without a pair. */
  share: number | null;
  /** Cohen's kappa: agreement beyond what chance alone would give, 1 at best. Null where chance alone gives full agreement. */
  kappa: number | null;
}

/** Agreement over pairs of grades, each of one record by two people. */
export function agreementOf(pairs: readonly (readonly [Grade, Grade])[]): Agreement {
  const same = pairs.filter(([a, b]) => a === b).length;
  const n = pairs.length;
  const gave = (which: 0 | 1, grade: Grade) => pairs.filter((p) => p[which] === grade).length;
  const byChance = gradeCodes.reduce((sum, grade) => sum + gave(0, grade) * gave(1, grade), 0);
  // All in whole numbers until the one division: (n·same − chance) / (n² − chance).
  const kappa = n * n === byChance ? null : (n * same - byChance) / (n * n - byChance);
  return { pairs: n, same, share: percent(same, n), kappa };
}

/** Why somebody may not grade a record, if they may not: nobody grades what they chaired, nor twice. */
export function mayNotGrade(
  personId: string,
  record: { chairId: string | null; gradedBy: readonly string[]; second: boolean },
): 'own-chair' | 'graded-already' | 'graded-by-all' | null {
  if (personId === record.chairId) return 'own-chair';
  if (record.gradedBy.includes(personId)) return 'graded-already';
  return record.gradedBy.length >= (record.second ? 2 : 1) ? 'graded-by-all' : null;
}
