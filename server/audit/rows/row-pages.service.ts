import { Injectable } from '@nestjs/common';
import { allReasonsOf, countOf, cutBy, type Row, unsaid } from '../../../shared/audit/figure.js';
import { measureTitles } from '../../../shared/audit/measures/titles.js';
import type { RowShown, RowsAsked, RowsPage } from '../../../shared/audit/rows-http.js';
import { Reader } from '../../core/reader.js';
import type { Scope } from '../audit-access.service.js';
import { type Named, Naming, restricted, type WillBeNamed } from '../naming.service.js';
import { inParts, places } from '../places.js';
import type { PeriodQuestion } from '../talks/talk-pages.service.js';
import { Measured } from './measured.service.js';

/** Which rows of which measure, and how many of them at most. */
export interface RowsWanted
  extends Pick<RowsAsked, 'measure' | 'month' | 'lands' | 'reason' | 'group' | 'provisional'> {
  most?: number | undefined;
}

/** The rows behind any number of the audit: as many as it says, whoever reads them. */
@Injectable()
export class RowPages {
  constructor(
    private readonly reader: Reader,
    private readonly measured: Measured,
    private readonly naming: Naming,
  ) {}

  async page(
    scope: Scope,
    question: PeriodQuestion,
    wanted: RowsWanted,
    { personId, willBeNamed }: { personId: string; willBeNamed: WillBeNamed },
  ): Promise<RowsPage> {
    const { asAt, from, limit, by } = question;
    const { measure, lands, reason, group, provisional } = wanted;
    const month = wanted.month ?? asAt.slice(0, 7);
    const [rows, named] = await Promise.all([
      this.measured.rows(measure, scope, question, month),
      willBeNamed,
    ]);
    const nameOf = by ? await this.naming.groups(by) : () => '';
    const grouped = by && group !== undefined;
    const all = grouped ? rows.filter((row) => isIn(row.groups[by], group)) : rows;
    const these = all.filter(
      (row) =>
        (lands === undefined || row.lands === lands) &&
        (reason === undefined || row.reason === reason) &&
        (provisional === undefined || row.provisional),
    );
    const blind = measure === 'quality' ? await this.unread(personId) : new Set<string>();
    const seen = (row: Row) => named.has(row.familyId) && !blind.has(row.discussionId ?? '');
    // What nobody here may know stands last: between others its place would tell its day.
    const sorted = [...these.filter(seen).sort(inOrder), ...these.filter((row) => !seen(row))];
    return {
      ...(await this.naming.asked(scope, { asAt, limit })),
      from,
      measure,
      title: measureTitles[measure],
      month: measure === 'monthly-coverage' ? month : null,
      count: countOf(all),
      reasons: allReasonsOf(all),
      groups: by
        ? [...cutBy({ rows }, by)].map(([code, of]) => ({ group: code, name: nameOf(code), ...of }))
        : [],
      groupName: grouped ? nameOf(group) : null,
      matching: these.length,
      rows: await this.shown(sorted.slice(0, wanted.most), named, blind),
    };
  }

  private async shown(rows: readonly Row[], named: Named, blind: ReadonlySet<string>): Promise<RowShown[]> {
    const mine = rows.filter((row) => named.has(row.familyId) && !blind.has(row.discussionId ?? ''));
    const [names, children, minutes] = await Promise.all([
      this.naming.families(
        mine.map((row) => row.familyId),
        named,
      ),
      this.of('SELECT id AS key, first_name AS value FROM child WHERE id IN', mine, 'childId'),
      this.of(
        'SELECT discussion_id AS key, id AS value FROM minutes WHERE discussion_id IN',
        mine,
        'discussionId',
      ),
    ]);
    return rows.map((row) => {
      const { familyId, lands, reason } = row;
      const name = blind.has(row.discussionId ?? '') ? undefined : names.get(familyId)?.name;
      if (name === undefined) return { ...nothing, lands, reason };
      return {
        ...{ familyId, name, lands, reason, provisional: row.provisional },
        child: children.get(row.childId ?? '') ?? null,
        // Only a line of who was there is of one discipline.
        discipline:
          row.id === `${row.discussionId}/${row.groups.discipline[0]}` ? row.groups.discipline[0]! : null,
        on: row.on ?? null,
        days: row.days === undefined ? null : Math.max(0, row.days),
        minutesId: minutes.get(row.discussionId ?? '') ?? null,
      };
    });
  }

  private async of(
    select: string,
    rows: readonly Row[],
    by: 'childId' | 'discussionId',
  ): Promise<Map<string, string>> {
    const ids = [...new Set(rows.flatMap((row) => row[by] ?? []))];
    const asked = inParts(ids, 500).map((some) =>
      this.reader.query<{ key: string; value: string }>(`${select} (${places(some.length, 0)})`, some),
    );
    return new Map((await Promise.all(asked)).flat().map(({ key, value }) => [key, value]));
  }

  /** Records that wait for a grade from somebody: until then a grade is for none but its grader. */
  private async unread(personId: string): Promise<Set<string>> {
    const rows = await this.reader.query<{ discussion_id: string }>(
      `SELECT r.discussion_id FROM dip_record r WHERE r.second + 1 >
           (SELECT COUNT(*) FROM dip_grade g WHERE g.sample_id = r.sample_id AND g.discussion_id = r.discussion_id)
         AND NOT EXISTS (SELECT 1 FROM dip_grade o WHERE o.sample_id = r.sample_id
           AND o.discussion_id = r.discussion_id AND o.grader_id = $1)`,
      [personId],
    );
    return new Set(rows.map((r) => r.discussion_id));
  }
}

const nothing = {
  ...{ familyId: null, name: restricted, child: null, discipline: null, on: null, days: null },
  ...{ provisional: false, minutesId: null },
};

function isIn(groups: readonly string[], group: string): boolean {
  return group === unsaid ? groups.length === 0 : groups.includes(group);
}

/** The longest first, then the newest. */
function inOrder(a: Row, b: Row): number {
  const days = (b.days ?? 0) - (a.days ?? 0);
  if (days !== 0) return days;
  if (a.on !== b.on) return (a.on ?? '') < (b.on ?? '') ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
