import type { DisciplineCode } from '../../../../shared/disciplines.js';
import type { Scale } from '../../../../shared/discussion/state.js';
import { listed } from '../../../ui/format.js';
import type { People } from '../../people/people.js';

export interface ScoreLine {
  personId: string;
  name: string;
  discipline: DisciplineCode;
  score: number;
  reason: string;
  recordedBy: string | null;
  /** One of the two who are furthest apart. */
  furthest: boolean;
}

/** The revealed scores, lowest first; nobody is furthest while all agree. */
export function scoresLowestFirst(scale: Scale, people: People): ScoreLine[] {
  const lines = Object.entries(scale.scores)
    .map(([personId, { score, reason, recordedBy }]) => ({
      personId,
      name: people.firstName(personId),
      discipline: people.find(personId)?.discipline ?? ('management' as const),
      score,
      reason,
      recordedBy,
    }))
    .sort((a, b) => a.score - b.score || a.name.localeCompare(b.name, 'en-GB'));
  const apart = lines.length > 1 && lines[0]?.score !== lines.at(-1)?.score;
  return lines.map((line, at) => ({ ...line, furthest: apart && (at === 0 || at === lines.length - 1) }));
}

/** "Lorna 3, Adaeze 4, Marcus 6. Spread 3. Last month: …": the ruler in a sentence. */
export function scoresSay(scale: Scale, people: People): string {
  const lines = scoresLowestFirst(scale, people);
  if (lines.length === 0) return 'Nobody scored.';
  const spread = (lines.at(-1)?.score ?? 0) - (lines[0]?.score ?? 0);
  const last = Object.entries(scale.last.scores).map(
    ([personId, score]) => `${people.firstName(personId)} ${score}`,
  );
  const before = last.length > 0 ? ` Last month: ${last.join(', ')}.` : '';
  return `${lines.map((line) => `${line.name} ${line.score}`).join(', ')}. Spread ${spread}.${before}`;
}

/** The two furthest apart: "Lorna 3" and "Marcus 6", for the bar and the side; null while all agree. */
export function widestGap(scale: Scale, people: People): [ScoreLine, ScoreLine] | null {
  const [low, high] = scoresLowestFirst(scale, people).filter((line) => line.furthest);
  return low && high ? [low, high] : null;
}

/** "Lorna and Marcus are furthest apart. Adaeze 4, Priya 5, Dean 5.": the small ruler's words. */
export function gapSays(scale: Scale, people: People): string {
  const gap = widestGap(scale, people);
  const rest = scoresLowestFirst(scale, people).filter((line) => !line.furthest);
  const others = rest.map((line) => `${line.name} ${line.score}`).join(', ');
  if (!gap) return others ? `All agree: ${others}.` : '';
  return `${listed(gap.map((line) => line.name))} are furthest apart.${others && ` ${others}.`}`;
}
