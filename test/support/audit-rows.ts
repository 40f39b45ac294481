import { expect } from '@jest/globals';
import type { Scope } from '../../server/audit/audit-access.service.js';
import type { Pages } from '../../server/audit/pages.service.js';
import type { RowsWanted } from '../../server/audit/rows/row-pages.service.js';
import type { Count, Cut, Row } from '../../shared/audit/figure.js';
import type { MonthsPage } from '../../shared/audit/http.js';
import type { MeasureCode } from '../../shared/audit/measures/titles.js';
import type { RowsPage } from '../../shared/audit/rows-http.js';

export interface AskedOf {
  scope: Scope;
  personId: string;
  from: string;
  asAt: string;
  by: Cut | undefined;
}

/** One number of a page: which rows it is of, and how many. */
interface Told {
  wanted: RowsWanted;
  by?: Cut | undefined;
  says: number;
}

/** So many groups of each figure are opened: by worker there are many. */
const groupsOpened = 4;
const lands = ['met', 'not-met', 'apart'] as const;

function told(
  measure: MeasureCode,
  count: Count,
  more: Partial<RowsWanted> & { by?: Cut | undefined } = {},
): Told[] {
  const { by, ...wanted } = more;
  const each = (says: number, landed: Partial<RowsWanted>): Told => ({
    wanted: { measure, ...wanted, ...landed },
    by,
    says,
  });
  return [
    each(count.numerator, { lands: 'met' }),
    each(count.denominator - count.numerator, { lands: 'not-met' }),
    each(count.apart, { lands: 'apart' }),
    each(count.provisional, { lands: 'met', provisional: 'yes' }),
  ];
}

/** Every number that the pages of the audit say in answer to one question, without those of the months. */
async function numbers(pages: Pages, { by, ...asked }: AskedOf): Promise<Told[]> {
  const question = { ...asked, limit: 'policy', by };
  const some = <G>(groups: readonly G[]): readonly G[] => groups.slice(0, groupsOpened);
  const snapshot = await pages.of('snapshot', question);
  const attendance = await pages.of('attendance', question);
  const oversight = await pages.of('oversight', question);
  const gaps = await pages.of('gaps', question);
  const { lists } = snapshot;
  const figures = [attendance.attendance, attendance.contribution, ...oversight.figures, gaps.intervals];
  if (by)
    return [
      ...some(snapshot.by!.families).flatMap(({ group, ...count }) =>
        told('snapshot-families', count, { by, group }),
      ),
      ...some(snapshot.by!.children).flatMap(({ group, ...count }) =>
        told('snapshot-children', count, { by, group }),
      ),
      ...figures.flatMap((figure) =>
        some(figure.groups).flatMap(({ group, ...count }) =>
          told(figure.measure as MeasureCode, count, { by, group }),
        ),
      ),
    ];
  const listed: [Row['lands'], string, number][] = [
    ['met', 'in-time', lists.inTime.length],
    ['not-met', 'unsigned', lists.unsigned.length],
    ['apart', 'exempt', lists.exempt.length],
    ['apart', 'not-yet-due', lists.notYetDue.length],
    ['apart', 'no-child', lists.noChild.length],
  ];
  return [
    ...told('snapshot-families', snapshot.families),
    ...told('snapshot-children', snapshot.children),
    ...listed.map(([landed, reason, says]) => ({
      wanted: { measure: 'snapshot-families' as const, lands: landed, reason },
      says,
    })),
    { wanted: { measure: 'overdue', lands: 'met' }, says: lists.overdue.length },
    ...attendance.lines.flatMap(({ discipline: group, ...line }): Told[] => {
      const wanted = { measure: 'attendance' as const, group };
      return [
        { wanted: { ...wanted, lands: 'met' }, by: 'discipline', says: line.there },
        { wanted: { ...wanted, lands: 'apart' }, by: 'discipline', says: line.vacant },
        { wanted: { ...wanted, lands: 'not-met' }, by: 'discipline', says: line.inPost - line.there },
        { wanted: { ...wanted, reason: 'in-writing' }, by: 'discipline', says: line.inWriting },
      ];
    }),
    ...figures.flatMap((figure): Told[] => {
      const measure = figure.measure as MeasureCode;
      return [
        ...told(measure, figure),
        ...lands.flatMap((landed) =>
          Object.entries(figure.reasons[landed]).map(([reason, says]) => ({
            wanted: { measure, lands: landed, reason },
            says,
          })),
        ),
      ];
    }),
  ];
}

function ofMonth({ month, now, missing, apart }: MonthsPage['months'][number]): Told[] {
  const measure = 'monthly-coverage';
  return [
    ...told(measure, now, { month }),
    { wanted: { measure, month, lands: 'not-met' }, says: missing.length },
    ...Object.entries(apart).map(([reason, says]) => ({
      wanted: { measure, month, lands: 'apart', reason } as const,
      says,
    })),
  ];
}

/** Opens every number that the pages say, and holds each to its rows. Returns how many numbers and rows there were. */
export async function everyNumberOpens(
  pages: Pages,
  asked: AskedOf,
): Promise<{ numbers: number; rows: number; measures: Set<string> }> {
  const question = { ...asked, limit: 'policy' };
  const { months } = await pages.of('months', { ...question, from: undefined, by: undefined });
  const all = [...(await numbers(pages, asked)), ...(asked.by ? [] : months.slice(-3).flatMap(ofMonth))];
  const opened = new Map<string, Promise<RowsPage>>();
  /** All of a measure, or of a group, are asked for once; only what is provisional does not say so where it has no name. */
  const open = (wanted: RowsWanted, by: Cut | undefined): Promise<RowsPage> => {
    const key = JSON.stringify([wanted, by]);
    const page = opened.get(key) ?? pages.of('rows', { ...question, by: by ?? asked.by, rows: wanted });
    opened.set(key, page);
    return page;
  };
  const measures = new Set<string>();
  let rows = 0;
  for (const { wanted, by, says } of all) {
    const { lands: landed, reason, ...whole } = wanted;
    const page = await open(wanted.provisional ? wanted : whole, by);
    const found = page.rows.filter(
      (row) => (landed ?? row.lands) === row.lands && (reason ?? row.reason) === row.reason,
    );
    expect([wanted, found.length]).toEqual([wanted, says]);
    if (says > 0) measures.add(wanted.measure);
    rows += says;
  }
  return { numbers: all.length, rows, measures };
}
