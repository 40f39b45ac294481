import type {
  AttendancePage,
  FigurePart,
  GapsPage,
  MonthsPage,
  OversightPage,
  SnapshotPage,
} from '../../../shared/audit/http.js';
import { spelled } from '../../../shared/audit/spelled.js';
import { countOf } from '../../ui/format.js';
import { rateSays } from '../count-words.js';
import { monthName } from '../months/month-words.js';

type Count = Omit<FigurePart, 'measure' | 'title' | 'beside' | 'reasons' | 'groups'>;

/** Everything that a committee reads, in the order in which it reads it. */
export interface Printed {
  snapshot: SnapshotPage;
  months: MonthsPage;
  attendance: AttendancePage;
  oversight: OversightPage;
  gaps: GapsPage;
}

export interface MeasureLine extends Count {
  title: string;
}

export interface GroupLine extends Count {
  key: string;
  /** Of the first group alone. */
  title: string;
  name: string;
}

/** Each measure once: how families stand first, then the last month that is over, then what was done in the period. */
export function measureLines({ snapshot, months, attendance, oversight, gaps }: Printed): MeasureLine[] {
  const last = months.months.filter((m) => m.over).at(-1);
  return [
    { title: 'Families in time', ...snapshot.families },
    { title: 'Children in time', ...snapshot.children },
    ...(last ? [{ title: `Families supervised in ${monthName(last.month, true)}`, ...last.now }] : []),
    ...[gaps.intervals, attendance.attendance, attendance.contribution, ...oversight.figures],
  ];
}

/** "92.3%"; of few, that they are too few for one. */
export function rateOrWhyNot(count: Pick<Count, 'rate' | 'small' | 'denominator'>): string {
  if (count.denominator === 0) return 'none counted';
  return count.small ? 'too few for a rate' : rateSays(count);
}

/** The same measures by group, a line for each group of each. None where they stand together. */
export function groupLines({ snapshot, attendance, oversight, gaps }: Printed): GroupLine[] {
  const { by } = snapshot;
  const figures = [gaps.intervals, attendance.attendance, attendance.contribution, ...oversight.figures];
  const all = [
    { title: 'Families in time', groups: by?.families ?? [] },
    { title: 'Children in time', groups: by?.children ?? [] },
    ...figures,
  ];
  return all.flatMap(({ title, groups }) =>
    [...groups]
      .filter((group) => group.denominator > 0)
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
      .map((group, at) => ({ ...group, title: at === 0 ? title : '', key: `${title} ${group.group}` })),
  );
}

/** How long families have waited past their limit, without saying which they are. */
export function waitsSay({ overdue }: SnapshotPage['lists']): { title: string; families: number }[] {
  const weeks = [
    { title: 'Up to a week', from: 1, to: 7 },
    { title: 'One to four weeks', from: 8, to: 28 },
    { title: 'More than four weeks', from: 29, to: Number.POSITIVE_INFINITY },
  ];
  const named = overdue.filter((f) => f.daysOver !== null);
  const lines = weeks.map(({ title, from, to }) => ({
    title,
    families: named.filter((f) => f.daysOver! >= from && f.daysOver! <= to).length,
  }));
  const unknown = overdue.length - named.length;
  return unknown > 0 ? [...lines, { title: 'Families you do not work with', families: unknown }] : lines;
}

/** What was looked at and is in no numerator or denominator, with the reason, a sentence each. */
export function leftOut({ snapshot, months, attendance, oversight }: Printed): string[] {
  const { lists } = snapshot;
  const families = (n: number, why: string) =>
    n === 0 ? [] : [`${countOf(n, 'family', 'families')} ${why}`];
  const last = months.months.filter((m) => m.over).at(-1);
  const figures = [attendance.attendance, ...oversight.figures].filter((f) => f.apart > 0);
  return [
    ...families(lists.exempt.length, 'exempt, by a manager’s decision.'),
    ...families(lists.notYetDue.length, 'new, and not yet due for the first time.'),
    ...families(lists.noChild.length, 'without a child on this day.'),
    ...(last
      ? Object.entries(last.apart).map(
          ([reason, n]) =>
            `${monthName(last.month, true)}: ${countOf(n, 'family', 'families')} not counted (${spelled(reason).toLowerCase()}).`,
        )
      : []),
    ...figures.map((f) =>
      f.measure === 'attendance'
        ? `Attendance: ${countOf(f.apart, 'place')} of a post that was vacant, which is nobody’s absence.`
        : `${f.title}: ${f.apart} looked at and not counted.`,
    ),
  ];
}
