import { groupedBy } from './grouped.js';
import { percent } from './numbers.js';

/** What a figure can be cut by. */
export const cuts = ['team', 'worker', 'chair', 'plan', 'discipline', 'ethnicity', 'disability'] as const;
export type Cut = (typeof cuts)[number];
/** The groups that a row belongs to; a family is in the group of each of its children. None: it stands under `unsaid`. */
export type Groups = Readonly<Record<Cut, readonly string[]>>;
/** The group of those of whom nothing is recorded. */
export const unsaid = '';

/** One thing that a measure looked at, and where it went. Every count is the number of these. */
export interface Row {
  /** Unique within the figure. */
  id: string;
  familyId: string;
  childId?: string;
  discussionId?: string;
  personId?: string;
  /** The day it is about. */
  on?: string | null;
  /** Days since, over or between: what the measure counts in days. */
  days?: number;
  lands: 'met' | 'not-met' | 'apart';
  /** Why it landed there: "in-time", "exempt". */
  reason: string;
  /** It rests on a record that is not signed yet. */
  provisional: boolean;
  groups: Groups;
  /** How many alike it stands for, where the database counted them: one, when left out. */
  times?: number | undefined;
}

/** How many there are of some rows. */
export function numberOf(rows: readonly Pick<Row, 'times'>[]): number {
  return rows.reduce((n, { times = 1 }) => n + times, 0);
}

export interface Count {
  numerator: number;
  denominator: number;
  /** In percent, to one decimal; null where nobody was counted. */
  rate: number | null;
  /** Too few for a rate to mean much: show the counts. */
  small: boolean;
  /** Of the numerator, those whose record waits for its signature. */
  provisional: number;
  /** Looked at and not counted: exempt, not yet due, post vacant. */
  apart: number;
}

/** A figure with the rows that made it, and with figures that belong beside it. */
export interface Figure extends Count {
  measure: string;
  rows: readonly Row[];
  /** Numbers to be read with it: "medianDays". Null where there is nothing to reckon. */
  beside: Readonly<Record<string, number | null>>;
}

/** A denominator below this is too small for a rate to stand alone. */
export const fewest = 10;

/** The count of some rows: nothing is counted but rows. */
export function countOf(rows: readonly Pick<Row, 'lands' | 'provisional' | 'times'>[]): Count {
  const met = rows.filter((r) => r.lands === 'met');
  const numerator = numberOf(met);
  const denominator = numberOf(rows.filter((r) => r.lands !== 'apart'));
  return {
    numerator,
    denominator,
    rate: percent(numerator, denominator),
    small: denominator < fewest,
    provisional: numberOf(met.filter((r) => r.provisional)),
    apart: numberOf(rows) - denominator,
  };
}

export function figureOf(measure: string, rows: readonly Row[], beside: Figure['beside'] = {}): Figure {
  return { measure, ...countOf(rows), rows, beside };
}

/** The same figure for each group. Groups of disciplines, ethnicities and disabilities overlap where a family is in several. */
export function cutBy({ rows }: Pick<Figure, 'rows'>, cut: Cut): Map<string, Count> {
  const stands = rows.flatMap((row) => {
    const groups = row.groups[cut].length > 0 ? row.groups[cut] : [unsaid];
    return [...new Set(groups)].map((group) => ({ group, row }));
  });
  const found = groupedBy(stands, ({ group }) => group);
  return new Map(
    [...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, of]) => [group, countOf(of.map(({ row }) => row))]),
  );
}

/** How many rows landed so for each reason: what stands apart is listed, never only left out. */
export function reasonsOf(
  rows: readonly Pick<Row, 'lands' | 'reason' | 'times'>[],
  lands: Row['lands'],
): Record<string, number> {
  const found: Record<string, number> = {};
  for (const row of rows)
    if (row.lands === lands) found[row.reason] = (found[row.reason] ?? 0) + (row.times ?? 1);
  return found;
}

/** The same for all that landed anywhere. */
export function allReasonsOf(
  rows: readonly Pick<Row, 'lands' | 'reason' | 'times'>[],
): Record<Row['lands'], Record<string, number>> {
  return {
    met: reasonsOf(rows, 'met'),
    'not-met': reasonsOf(rows, 'not-met'),
    apart: reasonsOf(rows, 'apart'),
  };
}
