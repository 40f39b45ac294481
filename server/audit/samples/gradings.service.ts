import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { agreementOf, mayNotGrade } from '../../../shared/audit/sample/agreement.js';
import { gradersWanted, gradesSeenBy, isGraded } from '../../../shared/audit/sample/blind.js';
import type { NewGrading, SamplePage, SampleRecord } from '../../../shared/audit/sample/http.js';
import { type Grade, gradeCodes, questionCodes } from '../../../shared/audit/sample/questions.js';
import { Refused } from '../../../shared/refusals.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { Transactions } from '../../core/transaction.js';
import { AuditAccess } from '../audit-access.service.js';
import { type Named, restricted } from '../naming.service.js';
import { Samples } from './samples.service.js';

interface RecordRow {
  discussion_id: string;
  family_id: string;
  team_id: string;
  chair_id: string | null;
  because: 'chair' | 'team';
  second: number;
  minutes_id: string;
  held_on: string;
  name: string;
  ref: string;
  team_name: string;
  chair_name: string | null;
}

interface GradeRow {
  discussion_id: string;
  grader_id: string;
  grader_name: string;
  nth: number;
  overall: Grade;
  answers: string;
  words: string;
  at: string;
}

type Given = SampleRecord['grades'][number];

/** Grades that managers give to the records of a sample: never to what they chaired, and blind to one another. */
@Injectable()
export class Gradings {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly access: AuditAccess,
    private readonly samples: Samples,
  ) {}

  async page(by: Caller, sampleId: string): Promise<SamplePage> {
    const { line, teamIds } = await this.samples.one(by, sampleId);
    const [named, records, grades] = [
      await this.access.named(by),
      await this.records(sampleId),
      await this.grades(sampleId),
    ];
    const complete = records.flatMap((r) => {
      const given = grades.get(r.discussion_id) ?? [];
      return isGraded({ second: r.second === 1 }, given.length) ? [given] : [];
    });
    return {
      ...line,
      list: records.map((r) => this.shown(by, named, r, grades.get(r.discussion_id) ?? [])),
      quality: qualityOf(complete),
      agreement: {
        overall: agreementOf(complete.flatMap(pairsOf((g) => [g.overall]))),
        answers: agreementOf(complete.flatMap(pairsOf((g) => questionCodes.map((code) => g.answers[code])))),
      },
      mayPack: this.access.manages(by, teamIds),
    };
  }

  /** Grades one record, and answers whose team’s it is. Two people at once stand behind one another: whoever comes second is judged by what the first gave. */
  async grade(by: Caller, sampleId: string, discussionId: string, grading: NewGrading): Promise<string> {
    const named = await this.access.named(by);
    return this.transactions.run(async (tx) => {
      const [record] = await tx.query<Pick<RecordRow, 'family_id' | 'team_id' | 'chair_id' | 'second'>>(
        `UPDATE dip_record SET second = second WHERE sample_id = $1 AND discussion_id = $2
         RETURNING family_id, team_id, chair_id, second`,
        [sampleId, discussionId],
      );
      if (!record || !this.mayRead(by, named, record)) throw new Refused('not-found');
      const given = await tx.query<{ grader_id: string }>(
        'SELECT grader_id FROM dip_grade WHERE sample_id = $1 AND discussion_id = $2',
        [sampleId, discussionId],
      );
      const no = mayNotGrade(by.personId, {
        chairId: record.chair_id,
        gradedBy: given.map((g) => g.grader_id),
        second: record.second === 1,
      });
      if (no) throw new Refused(no);
      const { answers, overall, words } = grading;
      const nth = given.length + 1;
      await tx.run(
        `INSERT INTO dip_grade (id, sample_id, discussion_id, grader_id, nth, overall, answers, words, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          randomUUID(),
          sampleId,
          discussionId,
          by.personId,
          nth,
          overall,
          JSON.stringify(answers),
          words,
          this.clock.at(),
        ],
      );
      // The grade itself stays out: whoever is to grade next may read what was done.
      await this.acts.keep(tx, {
        byId: by.personId,
        kind: 'sample.grade',
        subject: 'dip_sample',
        subjectId: sampleId,
        says: nth === 1 ? 'graded a record' : 'graded a record as its second reader',
        after: { discussionId, nth },
      });
      return record.team_id;
    });
  }

  /** Its records in the order of days, as they are kept. */
  records(sampleId: string): Promise<RecordRow[]> {
    return this.reader.query<RecordRow>(
      `SELECT r.discussion_id, r.family_id, r.team_id, r.chair_id, r.because, r.second, m.id AS minutes_id, m.held_on,
         f.name, f.ref, t.name AS team_name, p.name AS chair_name
       FROM dip_record r JOIN minutes m ON m.discussion_id = r.discussion_id JOIN family f ON f.id = r.family_id
         JOIN team t ON t.id = r.team_id LEFT JOIN person p ON p.id = r.chair_id
       WHERE r.sample_id = $1 ORDER BY m.held_on, r.discussion_id`,
      [sampleId],
    );
  }

  /** The grades of each record, the first before the second. */
  async grades(sampleId: string): Promise<Map<string, Given[]>> {
    const rows = await this.reader.query<GradeRow>(
      `SELECT g.discussion_id, g.grader_id, p.name AS grader_name, g.nth, g.overall, g.answers, g.words, g.at
       FROM dip_grade g JOIN person p ON p.id = g.grader_id WHERE g.sample_id = $1 ORDER BY g.nth`,
      [sampleId],
    );
    const grades = new Map<string, Given[]>();
    for (const row of rows) {
      const given: Given = {
        graderId: row.grader_id,
        graderName: row.grader_name,
        nth: row.nth,
        at: row.at,
        overall: row.overall,
        answers: JSON.parse(row.answers) as Given['answers'],
        words: row.words,
      };
      grades.set(row.discussion_id, [...(grades.get(row.discussion_id) ?? []), given]);
    }
    return grades;
  }

  private mayRead(by: Caller, named: Named, record: Pick<RecordRow, 'family_id' | 'team_id'>): boolean {
    return this.access.manages(by, [record.team_id]) && named.has(record.family_id);
  }

  private shown(by: Caller, named: Named, row: RecordRow, grades: readonly Given[]): SampleRecord {
    const record = { second: row.second === 1 };
    const counted = { because: row.because, wanted: gradersWanted(record), given: grades.length };
    if (!this.mayRead(by, named, row))
      return {
        ...counted,
        discussionId: null,
        minutesId: null,
        familyName: restricted,
        ref: '',
        teamName: row.team_name,
        chairName: '',
        heldOn: null,
        whyNot: 'not-yours',
        grades: [],
      };
    return {
      ...counted,
      discussionId: row.discussion_id,
      minutesId: row.minutes_id,
      familyName: row.name,
      ref: row.ref,
      teamName: row.team_name,
      chairName: row.chair_name ?? '',
      heldOn: row.held_on,
      whyNot: mayNotGrade(by.personId, {
        chairId: row.chair_id,
        gradedBy: grades.map((g) => g.graderId),
        ...record,
      }),
      grades: [...gradesSeenBy(by.personId, record, grades)],
    };
  }
}

function qualityOf(complete: readonly (readonly Given[])[]): Record<Grade, number> {
  const of = (grade: Grade) => complete.filter(([first]) => first?.overall === grade).length;
  return Object.fromEntries(gradeCodes.map((grade) => [grade, of(grade)])) as Record<Grade, number>;
}

/** The same grades of two people, side by side, where there are two. */
function pairsOf(what: (given: Given) => Grade[]) {
  return ([first, second]: readonly Given[]): [Grade, Grade][] => {
    if (!first || !second) return [];
    const others = what(second);
    return what(first).map((grade, i) => [grade, others[i]!]);
  };
}
