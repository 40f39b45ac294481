import { Injectable } from '@nestjs/common';
import type { PeriodAsked } from '../../../shared/audit/http.js';
import { limitInWords, limitOf } from '../../../shared/audit/limits.js';
import { measureTitles } from '../../../shared/audit/measures/titles.js';
import type { RowsAsked } from '../../../shared/audit/rows-http.js';
import { timeInWords } from '../../../shared/messages/words.js';
import { Refused } from '../../../shared/refusals.js';
import { dateInWords } from '../../../shared/schedule/in-words.js';
import { inEngland } from '../../../shared/schedule/local-time.js';
import { plusDays } from '../../../shared/schedule/working-days.js';
import { Clock } from '../../core/clock.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { AuditAccess } from '../audit-access.service.js';
import { Counting } from '../counting/counting.service.js';
import { Looks } from '../looks.service.js';
import type { PageAsked } from '../pages.service.js';
import { rowSheets } from './row-sheets.js';
import type { Book, Sheet } from './sheet.js';
import { monthsSheets, snapshotSheets } from './standing-sheets.js';
import { attendanceSheets, gapsSheets, oversightSheets } from './talk-sheets.js';

/** What can be taken as a file, and what it is called in it. */
const exported = {
  snapshot: 'Families and how they stand',
  months: 'Families supervised in each month',
  attendance: 'Who was round the table',
  oversight: 'Other measures, and what to follow up',
  gaps: 'How long families wait',
} as const;
export type ExportName = keyof typeof exported;
export const exportNames = Object.keys(exported) as [ExportName, ...ExportName[]];

/** A quarter of a year, as on the pages. */
const quarter = 91;

interface Taken {
  book: Book;
  fileName: string;
}

/** What a file is asked for. */
interface Of {
  question: PageAsked;
  /** The first day, where one was given. */
  given: string | undefined;
  teamName: (teamId: string) => string;
}

/** The figures of the pages as files, from the same services, so that a file can say nothing else than its page. */
@Injectable()
export class Exports {
  constructor(
    private readonly access: AuditAccess,
    private readonly looks: Looks,
    private readonly clock: Clock,
    private readonly reader: Reader,
    private readonly counting: Counting,
  ) {}

  /** That it was taken is written down before it is made. */
  take(by: Caller, name: ExportName, asked: PeriodAsked, as: 'csv' | 'xlsx'): Promise<Taken> {
    const period = name !== 'snapshot' && name !== 'months';
    return this.file(by, asked, { as, name, title: exported[name], period }, (of) => this.sheets(name, of));
  }

  /** All the rows behind one number of a page. */
  async rows(by: Caller, asked: RowsAsked, as: 'csv' | 'xlsx'): Promise<Taken> {
    await this.access.mayRead(by, asked.measure, asked.teamId);
    const title = `${measureTitles[asked.measure]}: the rows`;
    const kind = { as, name: `rows-${asked.measure}`, title, period: true };
    return this.file(by, asked, kind, async ({ question }) =>
      rowSheets(await this.counting.of('rows', { ...question, rows: asked })),
    );
  }

  private async file(
    by: Caller,
    asked: PeriodAsked,
    { as, name, title, period }: { as: 'csv' | 'xlsx'; name: string; title: string; period: boolean },
    sheets: (of: Of) => Promise<Sheet[]>,
  ): Promise<Taken> {
    const asAt = asked.asAt ?? this.clock.today();
    const from = asked.from ?? plusDays(asAt, 1 - quarter);
    if (from > asAt) throw new Refused('bad-dates');
    const scope = await this.access.scope(by, asked.teamId);
    await this.looks.keep(by, `export-${name}`, {
      teamIds: scope.teamIds,
      asked: { ...asked, as },
      why: asked.why,
    });
    const teams = await this.reader.query<{ id: string; name: string }>(
      'SELECT id, name FROM team ORDER BY name',
    );
    const teamName = (teamId: string) => teams.find((team) => team.id === teamId)?.name ?? '';
    const [taker] = await this.reader.query<{ name: string }>('SELECT name FROM person WHERE id = $1', [
      by.personId,
    ]);
    const now = inEngland(this.clock.now());
    const teamSays = teams
      .filter((team) => scope.teamIds.includes(team.id))
      .map((team) => team.name)
      .join(', ');
    const head: [string, string][] = [
      ['Group supervision', title],
      [scope.teamId ? 'Team' : 'Teams', teamSays],
      ...(period ? [['From', dateInWords(from)] satisfies [string, string]] : []),
      ['As at', dateInWords(asAt)],
      ['Limit', limitInWords(limitOf(asked.limit) ?? 'policy')],
      ['Taken by', `${taker?.name ?? ''}, ${dateInWords(now.date)}, ${timeInWords(now.time)}`],
      ...(asked.why ? [['Why', asked.why] satisfies [string, string]] : []),
      ['Names', 'A family that the taker may not see is counted and stands as “Restricted family”.'],
    ];
    const { limit, by: cut, from: given } = asked;
    const question = { scope, personId: by.personId, asAt, from, limit, by: cut };
    const slug = (scope.teamId ? teamSays : 'all teams').toLowerCase().replace(/[^a-z0-9]+/g, '-');
    return {
      book: { head, sheets: await sheets({ question, given, teamName }) },
      fileName: `supervision-${name}-${slug}-${asAt}.${as}`,
    };
  }

  private async sheets(name: ExportName, { question, given, teamName }: Of): Promise<Sheet[]> {
    switch (name) {
      case 'snapshot':
        return snapshotSheets(await this.counting.of('snapshot', question), teamName);
      case 'months': {
        const months = { ...question, from: given?.slice(0, 7) };
        return monthsSheets(await this.counting.of('months', months));
      }
      case 'attendance': {
        // Once by discipline, so that what was written has its numerator too; once as it is asked for.
        const page = await this.counting.of('attendance', { ...question, by: 'discipline' });
        const asked = question.by && (await this.counting.of('attendance', question));
        return attendanceSheets(page, asked);
      }
      case 'oversight':
        return oversightSheets(await this.counting.of('oversight', question));
      case 'gaps':
        return gapsSheets(await this.counting.of('gaps', question));
    }
  }
}
