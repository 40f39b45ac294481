import { fieldOf } from '../../../shared/agenda.js';
import { type DisciplineCode, disciplineCodes, disciplineOf } from '../../../shared/disciplines.js';
import type { DiscussionState } from '../../../shared/discussion/state.js';

/**
 * What was written after the brief was frozen, each named once: reviews by their discipline, in the order in which
 * disciplines stand; then what stands in other fields.
 */
export function addedSince(
  { prose, reviews }: Pick<DiscussionState, 'prose' | 'reviews'>,
  frozenAt: string,
): string[] {
  const changed = new Set<DisciplineCode>();
  const others = new Set<string>();
  for (const [key, { at }] of Object.entries(prose)) {
    const found = fieldOf(key);
    if (at <= frozenAt || !found) continue;
    if (found.field.of === 'discipline') changed.add(found.of as DisciplineCode);
    else others.add(found.field.title);
  }
  for (const code of disciplineCodes) if ((reviews[code]?.at ?? '') > frozenAt) changed.add(code);
  const ordered = disciplineCodes.filter((code) => changed.has(code));
  return [...ordered.map((code) => disciplineOf(code).label), ...others];
}
