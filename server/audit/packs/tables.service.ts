import { Injectable } from '@nestjs/common';
import { isGraded } from '../../../shared/audit/sample/blind.js';
import type { SampleRecord } from '../../../shared/audit/sample/http.js';
import { grades as gradeTitles, questionCodes, questions } from '../../../shared/audit/sample/questions.js';
import { dateInEngland } from '../../../shared/schedule/local-time.js';
import { daysBetween, plusDays, workingDaysBetween } from '../../../shared/schedule/working-days.js';
import { Clocks } from '../../cadence/clocks.service.js';
import { OfficeDays } from '../../cadence/office-days.service.js';
import { Clock } from '../../core/clock.js';
import { Reader } from '../../core/reader.js';
import { AuditAccess } from '../audit-access.service.js';
import { Snapshot } from '../standing/snapshot.service.js';
import { TalkPages } from '../talks/talk-pages.service.js';
import { csvOf } from './csv.js';

/** One record as the tables of a pack list it, by its number in the sample. */
export interface Numbered {
  number: number;
  discussionId: string;
  familyId: string;
  ref: string;
  teamId: string;
}

interface SupervisionRow {
  held_on: string;
  signed_at: string;
  kind: 'supervision' | 'case-discussion';
}

/** The tables of a pack: how timely each record was, how it was graded, and the figures of its time. */
@Injectable()
export class PackTables {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly clocks: Clocks,
    private readonly officeDays: OfficeDays,
    private readonly access: AuditAccess,
    private readonly snapshots: Snapshot,
    private readonly talks: TalkPages,
  ) {}

  /** When each was due, held and signed. Due as it stood on the day before: what was held is not part of it yet. */
  async timeliness(records: readonly Numbered[]): Promise<string> {
    const calendarOf = await this.officeDays.ofAll();
    const rows = [];
    for (const { number, discussionId, familyId, ref, teamId } of records) {
      const [row] = await this.reader.query<SupervisionRow>(
        'SELECT held_on, signed_at, kind FROM minutes WHERE discussion_id = $1',
        [discussionId],
      );
      if (!row) continue;
      const before = (await this.clocks.of([familyId], plusDays(row.held_on, -1))).get(familyId);
      const dueBy = before?.dueBy ?? null;
      const signedOn = dateInEngland(row.signed_at);
      rows.push([
        number,
        ref,
        before?.lastHeldOn ?? null,
        dueBy,
        row.held_on,
        dueBy === null ? null : Math.max(0, daysBetween(dueBy, row.held_on)),
        row.kind === 'supervision' ? 'yes' : 'no',
        signedOn,
        workingDaysBetween(row.held_on, signedOn, calendarOf(teamId)),
        before?.policy ? `${before.policy.name}, version ${before.policy.version}` : null,
      ]);
    }
    return csvOf(
      [
        'Number',
        'Family',
        'Held before on',
        'Due by',
        'Held on',
        'Days past due',
        'Counts as supervision',
        'Signed on',
        'Working days until signed',
        'Rule',
      ],
      rows,
    );
  }

  /** Of records that have every grade: one still to be graded again would be given away. */
  grades(
    records: readonly Numbered[],
    grades: ReadonlyMap<string, SampleRecord['grades']>,
    second: ReadonlySet<string>,
  ): string {
    const rows = records.flatMap(({ number, ref, discussionId }) => {
      const given = grades.get(discussionId) ?? [];
      if (!isGraded({ second: second.has(discussionId) }, given.length)) return [];
      return given.map((g) => [
        number,
        ref,
        g.nth,
        g.graderName,
        gradeTitles[g.overall],
        ...questionCodes.map((code) => gradeTitles[g.answers[code]]),
        g.words,
      ]);
    });
    const asked = questionCodes.map((code) => questions[code]);
    return csvOf(['Number', 'Family', 'Reader', 'Name', 'As a whole', ...asked, 'In words'], rows);
  }

  /** The measures of the sample's days, each with what it was counted from. */
  async figures(
    personId: string,
    scope: { teamId: string | null; teamIds: readonly string[] },
    { from, to }: { from: string; to: string },
  ): Promise<string> {
    const today = this.clock.today();
    const question = { from, asAt: to < today ? to : today, limit: 'policy' as const, by: undefined };
    const named = await this.access.named({ personId });
    const { families, children } = await this.snapshots.page(scope, question, named);
    const { attendance, contribution } = await this.talks.attendance(scope, question);
    const { figures } = await this.talks.oversight(scope, question, named);
    const all = [
      { title: 'Families in time', ...families },
      { title: 'Children in time', ...children },
      attendance,
      contribution,
      ...figures,
    ];
    return csvOf(
      ['Measure', 'As at', 'Numerator', 'Denominator', 'Percent', 'Of these not yet signed', 'Not counted'],
      all.map((f) => [f.title, question.asAt, f.numerator, f.denominator, f.rate, f.provisional, f.apart]),
    );
  }
}
