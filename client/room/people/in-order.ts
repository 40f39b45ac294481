import { type DisciplineCode, disciplineCodes } from '../../../shared/disciplines.js';

/** In the order in which disciplines are heard: the social worker first, then the specialists. */
export function inOrder<T extends { discipline: DisciplineCode }>(all: readonly T[]): T[] {
  return [...all].sort(
    (a, b) => disciplineCodes.indexOf(a.discipline) - disciplineCodes.indexOf(b.discipline),
  );
}
