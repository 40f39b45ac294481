import type { Cut } from '../../../shared/audit/figure.js';
import type { FamilyStands, MonthsPage, SnapshotPage } from '../../../shared/audit/http.js';
import { spelled } from '../../../shared/audit/spelled.js';
import { planTypes } from '../../../shared/families/members.js';
import { type Cell, countCells, countHeadings, type Sheet } from './sheet.js';

type TeamName = (teamId: string) => string;

const listed = {
  inTime: ['In time', 'numerator and denominator'],
  overdue: ['Past the limit', 'denominator'],
  unsigned: ['Held in time, the record unsigned too long', 'denominator'],
  exempt: ['Exempt', 'not counted'],
  notYetDue: ['Not yet due for the first time', 'not counted'],
  noChild: ['No child in the family on this day', 'not counted'],
} as const satisfies Record<keyof SnapshotPage['lists'], readonly [string, string]>;
type List = keyof typeof listed;
const lists = Object.keys(listed) as List[];

/** How families stand on a day: as many rows of families as the counts say, each once. */
export function snapshotSheets(page: SnapshotPage, teamName: TeamName): Sheet[] {
  return [
    {
      name: 'Counts',
      headings: ['Measure', ...countHeadings],
      rows: [
        ['Families in time', ...countCells(page.families)],
        ['Children in time', ...countCells(page.children)],
      ],
    },
    {
      name: 'Where every family stands',
      headings: ['List', 'Families', 'Counted in'],
      rows: lists.map((list) => [listed[list][0], page.lists[list].length, listed[list][1]]),
    },
    {
      name: 'Longest open wait',
      headings: ['Days', ...familyHeadings],
      rows: page.longest ? [[page.longest.days, ...familyCells(page.longest, teamName)]] : [],
    },
    ...(page.by ? [groupSheet(page.by)] : []),
    {
      name: 'Families',
      headings: ['List', ...familyHeadings],
      rows: lists.flatMap((list) =>
        page.lists[list].map((family) => [listed[list][0], ...familyCells(family, teamName)]),
      ),
    },
  ];
}

const familyHeadings = [
  'Family',
  'Reference',
  'Team',
  'Reason',
  'Children',
  'Plan',
  'Last held',
  'With the team since',
  'Due by',
  'Days over',
  'Record',
];

function familyCells(family: FamilyStands, teamName: TeamName): Cell[] {
  const plan = family.plan && (planTypes[family.plan as keyof typeof planTypes] ?? family.plan);
  return [
    family.name,
    family.ref,
    teamName(family.teamId),
    spelled(family.reason),
    family.children,
    plan,
    family.lastHeldOn,
    family.sinceOn,
    family.dueBy,
    family.daysOver === null ? null : Math.max(0, family.daysOver),
    family.provisional ? 'Not signed yet' : null,
  ];
}

function groupSheet({ cut, families, children }: NonNullable<SnapshotPage['by']>): Sheet {
  const of = (measure: string, groups: typeof families) =>
    groups.map((group) => [measure, group.name, ...countCells(group)]);
  return {
    name: `By ${cut satisfies Cut}`,
    headings: ['Measure', 'Group', ...countHeadings],
    rows: [...of('Families in time', families), ...of('Children in time', children)],
  };
}

/** Month by month: as now known, as reported, and what lies between. */
export function monthsSheets({ months, chart }: MonthsPage): Sheet[] {
  const points = new Map(chart.points.map((point) => [point.month, point]));
  const known = ['numerator', 'denominator', 'rate %', 'provisional'];
  return [
    {
      name: 'Months',
      headings: [
        'Month',
        'Over',
        ...known.map((part) => `As now known: ${part}`),
        'Not counted',
        ...known.map((part) => `As reported: ${part}`),
        'Reported at',
        'Average %',
        'Lower limit %',
        'Upper limit %',
        'What it means',
        'As reported: in time on the last day',
        'As reported: of',
      ],
      rows: months.map(({ month, over, now, reported }) => {
        const point = points.get(month);
        return [
          month,
          over ? 'Yes' : 'Not yet',
          ...[now.numerator, now.denominator, now.rate, now.provisional, now.apart],
          ...(reported
            ? [reported.numerator, reported.denominator, reported.rate, reported.provisional]
            : [null, null, null, null]),
          reported?.closedAt ?? null,
          ...(point
            ? [oneDecimal(point.mean), oneDecimal(point.lower), oneDecimal(point.upper)]
            : [null, null, null]),
          point?.says ?? null,
          reported?.inTime?.numerator ?? null,
          reported?.inTime?.denominator ?? null,
        ];
      }),
    },
    { name: 'The chart in words', headings: ['The chart in words'], rows: [[chart.says]] },
    {
      name: 'Not supervised in the month',
      headings: ['Month', 'Family', 'Reason'],
      rows: months.flatMap(({ month, missing }) => missing.map((m) => [month, m.name, spelled(m.reason)])),
    },
    {
      name: 'Changed since reported',
      headings: ['Month', 'Family', 'Was', 'Is now'],
      rows: months.flatMap(({ month, changed }) =>
        changed.map((c) => [month, c.name, spelled(c.was), spelled(c.is)]),
      ),
    },
    {
      name: 'Not counted',
      headings: ['Month', 'Reason', 'Families'],
      rows: months.flatMap(({ month, apart }) =>
        Object.entries(apart).map(([reason, families]) => [month, spelled(reason), families]),
      ),
    },
  ];
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
