import type { Cut } from '../../shared/audit/figure.js';
import { countOf } from '../ui/format.js';

interface Counted {
  numerator: number;
  denominator: number;
  rate: number | null;
  small: boolean;
}

/** "70.0%". Nobody counted: there is no rate. */
export function rateSays({ rate }: Pick<Counted, 'rate'>): string {
  return rate === null ? 'none counted' : `${rate.toFixed(1)}%`;
}

/** "7 of 10". */
export function ofSays({ numerator, denominator }: Pick<Counted, 'numerator' | 'denominator'>): string {
  return `${numerator.toLocaleString('en-GB')} of ${denominator.toLocaleString('en-GB')}`;
}

/** "24 of 26, 92.3%"; few are shown as a count alone. */
export function countSays(count: Counted): string {
  return count.small || count.rate === null ? ofSays(count) : `${ofSays(count)}, ${rateSays(count)}`;
}

/** The sentence that leads: "7 of 10 families are in time". */
export function leadSays({ numerator, denominator }: Counted): string {
  if (denominator === 0) return 'No family is counted on this day';
  if (denominator === 1)
    return numerator === 1 ? 'The one family is in time' : 'The one family is not in time';
  if (numerator === denominator) return `All ${denominator} families are in time`;
  return `${ofSays({ numerator, denominator })} families are in time`;
}

/** "3 families have waited too long". */
export function overdueSays(count: number): string {
  if (count === 0) return 'No family has waited too long';
  return `${countOf(count, 'family has', 'families have')} waited too long`;
}

/** What kind of audit list a family stands in, for headings. */
export const listTitles = {
  inTime: 'In time',
  overdue: 'Waited too long',
  unsigned: 'Held in time, the record unsigned for more than 10 working days',
  exempt: 'Exempt',
  notYetDue: 'Not yet due',
  noChild: 'No child in the family on this day',
} as const;
export type ListName = keyof typeof listTitles;

/** The limits a manager is offered; any other stands in the address. */
export const limitChoices = [
  { value: 'policy', label: 'By each family’s policy' },
  { value: '28d', label: '28-day limit' },
  { value: '31d', label: '31-day limit' },
  { value: '35d', label: '35-day limit' },
  { value: 'month', label: 'Calendar month' },
  { value: '20wd', label: '20 working days' },
] as const;

/** "28-day limit", "every 30 days" for one that is not on the list. */
export function limitLabel(limit: string, says: string): string {
  return limitChoices.find(({ value }) => value === limit)?.label ?? says;
}

/** "65.2% of children (15 of 23)"; few are shown as a count alone: "3 of 4 children". */
export function shareSays(count: Counted, things: string): string {
  if (count.denominator === 0) return `no ${things} counted`;
  if (count.small || count.rate === null) return `${ofSays(count)} ${things}`;
  return `${rateSays(count)} of ${things} (${ofSays(count)})`;
}

/** What figures can be cut by, as a choice and over a column. */
export const cutLabels: Readonly<Record<Cut, string>> = {
  team: 'Team',
  worker: 'Social worker',
  chair: 'Chair',
  plan: 'Plan',
  discipline: 'Discipline',
  ethnicity: 'Ethnicity',
  disability: 'Disability',
};

/** "By plan"; "By group" while they stand together. */
export function cutSays(by: Cut | null): string {
  return by ? `By ${cutLabels[by].toLowerCase()}` : 'By group';
}
