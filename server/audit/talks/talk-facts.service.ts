import { Injectable } from '@nestjs/common';
import type {
  AuditFacts,
  ChallengeFacts,
  DiscussionFacts,
  GradeFacts,
  SlotFacts,
  StepFacts,
} from '../../../shared/audit/facts.js';
import type { Cut, Groups } from '../../../shared/audit/figure.js';
import { groupedBy } from '../../../shared/audit/grouped.js';
import { type Line, linesOf } from '../../../shared/audit/measures/attendance.js';
import { dateInEngland } from '../../../shared/schedule/local-time.js';
import { plusDays } from '../../../shared/schedule/working-days.js';
import { Reader } from '../../core/reader.js';
import { FamilyFactsOf } from '../family-facts.service.js';
import { places } from '../places.js';
import {
  type AlikeLineRow,
  type ChallengeRow,
  type GradeRow,
  type LineRow,
  listOf,
  type SlotRow,
  type StepRow,
  slotOf,
  stepOf,
  type TalkRow,
} from './rows.js';
import { TakingIn } from './taking-in.service.js';

/** What is asked for: teams, a period, and by what its figures are cut. */
export interface TalksAsked {
  teamIds: readonly string[];
  from: string;
  asAt: string;
  by: Cut | undefined;
}

/** Cuts that are known without a family’s own history. */
const ofTalks: readonly (Cut | undefined)[] = [undefined, 'team', 'chair', 'discipline'];

/** Gathers what was said, agreed and planned in a period, from rows prepared for it. */
@Injectable()
export class TalkFacts {
  constructor(
    private readonly reader: Reader,
    private readonly takingIn: TakingIn,
    private readonly families: FamilyFactsOf,
  ) {}

  /** All but who was there: for that see `lines`. */
  async of(asked: TalksAsked): Promise<AuditFacts> {
    await this.takingIn.upToNow();
    const rules = await this.families.rules();
    const whole = asked.by !== undefined;
    const [discussions, challenges, steps, slots, grades] = await Promise.all([
      this.discussions(asked, whole ? 'all' : 'silent'),
      this.challenges(asked),
      whole ? this.steps(asked) : this.stepsAlike(asked),
      whole ? this.slots(asked) : this.slotsAlike(asked),
      this.grades(asked),
    ]);
    const ids = ofTalks.includes(asked.by)
      ? []
      : [...new Set([...discussions, ...steps, ...slots].map((x) => x.familyId))];
    const families = ids.length > 0 ? await this.families.families(ids, asked.asAt) : [];
    return { ...rules, families, discussions, challenges, steps, slots, grades };
  }

  /** Who was round the table in the period: counted by the database, where nobody asks more than it knows. */
  async lines(asked: TalksAsked): Promise<Line[]> {
    await this.takingIn.upToNow();
    if (ofTalks.includes(asked.by)) return this.linesAlike(asked);
    const discussions = await this.discussions(asked, 'all');
    const ids = [...new Set(discussions.map((d) => d.familyId))];
    const families = await this.families.families(ids, asked.asAt);
    return linesOf({ ...(await this.families.rules()), families, discussions }, asked);
  }

  private async linesAlike({ teamIds, from, asAt, by }: TalksAsked): Promise<Line[]> {
    const talk = by === 'chair' ? 'JOIN audit_talk t ON t.discussion_id = l.discussion_id' : '';
    const rows = await this.reader.query<AlikeLineRow>(
      `SELECT l.team_id, ${talk ? 't.chair_id' : 'NULL'} AS chair_id, l.discipline, l.way, l.ready, COUNT(*) AS times
       FROM audit_line l ${talk}
       WHERE l.held_on >= $1 AND l.held_on <= $2 AND l.team_id IN (${places(teamIds.length, 2)})
       GROUP BY l.team_id, ${talk ? 't.chair_id, ' : ''}l.discipline, l.way, l.ready`,
      [from, asAt, ...teamIds],
    );
    const one = (id: string | null) => (id === null ? [] : [id]);
    return rows.map(({ team_id, chair_id, discipline, way, ready, times }) => ({
      discipline,
      way,
      ready: ready === 1,
      row: {
        id: '',
        familyId: '',
        times: Number(times),
        groups: { ...noGroups, team: one(team_id), chair: one(chair_id), discipline: [discipline] },
      },
    }));
  }

  /** The period’s, and those of the two months before it: what was so twice running may have begun earlier. */
  private async discussions(
    { teamIds, from, asAt }: TalksAsked,
    lines: 'all' | 'silent',
  ): Promise<DiscussionFacts[]> {
    const these = places(teamIds.length, 3);
    const period = [plusDays(from, -70), asAt, from, ...teamIds];
    const mine = `t.held_on >= $1 AND t.held_on <= $2 AND t.team_id IN (${these})`;
    const [talks, rows] = await Promise.all([
      // What was seen is asked only where somebody stepped down; who was heard, only in the period itself.
      this.reader.query<TalkRow>(
        `SELECT t.discussion_id, t.family_id, t.team_id, t.session_id, t.chair_id, t.held_on, t.counts, t.signed_on,
           t.challenged, t.considered, t.decision, CASE WHEN t.held_on >= $3 THEN t.child_ids ELSE '[]' END AS child_ids,
           CASE WHEN t.held_on >= $3 THEN t.voices ELSE '[]' END AS voices,
           CASE WHEN t.family_id IN (SELECT s.family_id FROM audit_talk s WHERE s.decision = 'step-down'
             AND s.held_on >= $3 AND s.held_on <= $2 AND s.team_id IN (${these})) THEN t.reviews ELSE '[]' END AS reviews
         FROM audit_talk t WHERE ${mine} ${lines === 'all' ? '' : `AND ${mayMatter(these)}`}`,
        period,
      ),
      this.reader.query<LineRow>(
        `SELECT t.discussion_id, t.discipline, t.way, t.ready, t.person_ids FROM audit_line t
         WHERE ${mine} AND $3 <> '' ${lines === 'all' ? '' : `AND t.way = 'absent' AND t.ready = 0`}`,
        period,
      ),
    ]);
    const linesOfTalk = groupedBy(rows, (l) => l.discussion_id);
    return talks.map((t) => ({
      discussionId: t.discussion_id,
      familyId: t.family_id,
      teamId: t.team_id,
      sessionId: t.session_id,
      chairId: t.chair_id,
      heldOn: t.held_on,
      counts: t.counts === 1,
      signedOn: t.signed_on,
      childIds: listOf(t.child_ids),
      disciplines: (linesOfTalk.get(t.discussion_id) ?? []).map((l) => ({
        discipline: l.discipline,
        way: l.way,
        ready: l.ready === 1,
        personIds: listOf(l.person_ids),
      })),
      voices: listOf(t.voices),
      challenged: t.challenged === 1,
      considered: t.considered === 1,
      decision: t.decision,
      reviews: listOf(t.reviews),
    }));
  }

  private async challenges({ teamIds, from, asAt }: TalksAsked): Promise<ChallengeFacts[]> {
    const rows = await this.reader.query<ChallengeRow>(
      `SELECT c.id, c.family_id, c.raised_at, c.settled_at, c.outcome FROM challenge c JOIN family f ON f.id = c.family_id
       WHERE c.raised_at < $1 AND (c.settled_at IS NULL OR c.settled_at >= $2 OR c.raised_at >= $2)
         AND f.team_id IN (${places(teamIds.length, 2)})`,
      [`${plusDays(asAt, 2)}`, from, ...teamIds],
    );
    return rows.map((c) => ({
      challengeId: c.id,
      familyId: c.family_id,
      raisedOn: dateInEngland(c.raised_at),
      settledOn: c.settled_at && dateInEngland(c.settled_at),
      outcome: c.outcome,
    }));
  }

  /** Those due in the period. */
  private async steps({ teamIds, from, asAt }: TalksAsked): Promise<StepFacts[]> {
    const rows = await this.reader.query<StepRow>(
      `SELECT ${stepColumns} FROM audit_agreement a LEFT JOIN next_step n ON n.id = a.step_id
       WHERE a.due_on >= $1 AND a.due_on <= $2 AND a.team_id IN (${places(teamIds.length, 2)})`,
      [from, asAt, ...teamIds],
    );
    return rows.map(stepOf);
  }

  /** The same, as many as are alike in their days together. */
  private async stepsAlike({ teamIds, from, asAt }: TalksAsked): Promise<StepFacts[]> {
    const rows = await this.reader.query<StepRow & { times: number | string }>(
      `SELECT '' AS id, '' AS step_id, '' AS family_id, NULL AS owner_id, 0 AS carried, a.due_on, n.done_on, n.status,
         MIN(a.dropped_because) AS dropped_because, a.dropped_on, COUNT(*) AS times
       FROM audit_agreement a LEFT JOIN next_step n ON n.id = a.step_id
       WHERE a.due_on >= $1 AND a.due_on <= $2 AND a.team_id IN (${places(teamIds.length, 2)})
       GROUP BY a.due_on, n.done_on, n.status, TRIM(COALESCE(a.dropped_because, '')) = '', a.dropped_on`,
      [from, asAt, ...teamIds],
    );
    return rows.map((row) => ({ ...stepOf(row), times: Number(row.times) }));
  }

  /** Steps that are open and were carried often, whenever they were due. */
  async carried({ teamIds }: Pick<TalksAsked, 'teamIds'>): Promise<StepFacts[]> {
    const rows = await this.reader.query<StepRow>(
      `SELECT ${stepColumns} FROM next_step n JOIN audit_agreement a ON a.step_id = n.id
       WHERE n.status = 'open' AND n.carried >= 3 AND a.due_on IS NOT NULL AND a.carried >= 3
         AND NOT EXISTS (SELECT 1 FROM audit_agreement b WHERE b.step_id = a.step_id AND b.carried > a.carried)
         AND COALESCE(a.team_id, '') IN (${places(teamIds.length, 0)})`,
      teamIds,
    );
    return rows.map(stepOf);
  }

  /** Where no invitation ever went out, the list is the one that stood on the day itself. */
  private async slots({ teamIds, from, asAt }: TalksAsked): Promise<SlotFacts[]> {
    const rows = await this.reader.query<SlotRow>(
      `SELECT p.id, p.session_id, d.family_id, s.team_id, s.chair_id, s.held_on, p.outcome, p.reason, p.outcome_at,
         ${invitedAt('s.id')} AS invited_at
       FROM session s JOIN slot p ON p.session_id = s.id JOIN discussion d ON d.id = p.discussion_id
       WHERE s.held_on >= $1 AND s.held_on <= $2 AND s.team_id IN (${places(teamIds.length, 2)})`,
      [from, asAt, ...teamIds],
    );
    return rows.map(slotOf);
  }

  /** The same, as many of a session as came to the same. When an outcome was noted matters only where somebody moved it. */
  private async slotsAlike({ teamIds, from, asAt }: TalksAsked): Promise<SlotFacts[]> {
    const rows = await this.reader.query<SlotRow & { times: number | string }>(
      `SELECT g.*, ${invitedAt('g.session_id')} AS invited_at FROM (
         SELECT '' AS id, s.id AS session_id, '' AS family_id, s.team_id, s.chair_id, s.held_on, p.outcome, NULL AS reason,
           CASE WHEN p.outcome IN ('postponed', 'cancelled') THEN p.outcome_at END AS outcome_at, COUNT(*) AS times
         FROM session s JOIN slot p ON p.session_id = s.id
         WHERE s.held_on >= $1 AND s.held_on <= $2 AND s.team_id IN (${places(teamIds.length, 2)})
         GROUP BY s.id, s.team_id, s.chair_id, s.held_on, p.outcome,
           CASE WHEN p.outcome IN ('postponed', 'cancelled') THEN p.outcome_at END) g`,
      [from, asAt, ...teamIds],
    );
    return rows.map((row) => ({ ...slotOf(row), times: Number(row.times) }));
  }

  private async grades({ teamIds, asAt }: TalksAsked): Promise<GradeFacts[]> {
    const rows = await this.reader.query<GradeRow>(
      `SELECT g.discussion_id, r.family_id, r.team_id, r.chair_id, g.grader_id, g.nth, g.overall, g.answers, g.at
       FROM dip_grade g JOIN dip_record r ON r.sample_id = g.sample_id AND r.discussion_id = g.discussion_id
       WHERE g.at < $1 AND r.team_id IN (${places(teamIds.length, 1)})`,
      [plusDays(asAt, 2), ...teamIds],
    );
    return rows.map((g) => ({
      discussionId: g.discussion_id,
      familyId: g.family_id,
      teamId: g.team_id,
      chairId: g.chair_id,
      graderId: g.grader_id,
      gradedOn: dateInEngland(g.at),
      order: g.nth,
      overall: g.overall,
      answers: JSON.parse(g.answers) as GradeFacts['answers'],
    }));
  }
}

/**
 * Of what was held before the period ($3): what waits for its signature ($2), and that of families where somebody stepped
 * down or was silent, since then the discussion before matters too.
 */
const mayMatter = (teams: string): string => `(t.held_on >= $3 OR t.signed_on IS NULL OR t.signed_on > $2
  OR t.family_id IN (SELECT s.family_id FROM audit_talk s
    WHERE s.decision = 'step-down' AND s.held_on >= $3 AND s.held_on <= $2 AND s.team_id IN (${teams}))
  OR t.family_id IN (SELECT s.family_id FROM audit_line l JOIN audit_talk s ON s.discussion_id = l.discussion_id
    WHERE l.way = 'absent' AND l.ready = 0 AND l.held_on >= $1 AND l.held_on <= $2 AND l.team_id IN (${teams})))`;

const noGroups: Groups = {
  ...{ team: [], worker: [], chair: [], plan: [], discipline: [], ethnicity: [], disability: [] },
};

const stepColumns =
  'a.id, a.step_id, a.family_id, a.owner_id, a.due_on, a.carried, a.dropped_because, a.dropped_on, n.done_on, n.status';

/** When the list of a session first went out. */
const invitedAt = (sessionId: string): string =>
  `(SELECT MIN(i.at) FROM invite i WHERE i.session_id = ${sessionId})`;
