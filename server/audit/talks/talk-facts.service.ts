import { Injectable } from '@nestjs/common';
import type {
  AuditFacts,
  ChallengeFacts,
  DiscussionFacts,
  GradeFacts,
  SlotFacts,
  StepFacts,
} from '../../../shared/audit/facts.js';
import { groupedBy } from '../../../shared/audit/grouped.js';
import { dateInEngland } from '../../../shared/schedule/local-time.js';
import { plusDays } from '../../../shared/schedule/working-days.js';
import { Reader } from '../../core/reader.js';
import { FamilyFactsOf } from '../family-facts.service.js';
import { places } from '../places.js';
import type { ChallengeRow, GradeRow, LineRow, SlotRow, StepRow, TalkRow } from './rows.js';
import { TakingIn } from './taking-in.service.js';

/** What is asked for: teams, a period, and whether the families themselves are needed, to cut by what is known of them. */
export interface TalksAsked {
  teamIds: readonly string[];
  from: string;
  asAt: string;
  withFamilies: boolean;
}

/** Gathers what was said, agreed and planned in a period, from rows prepared for it. */
@Injectable()
export class TalkFacts {
  constructor(
    private readonly reader: Reader,
    private readonly takingIn: TakingIn,
    private readonly families: FamilyFactsOf,
  ) {}

  async of(asked: TalksAsked): Promise<AuditFacts> {
    await this.takingIn.upToNow();
    const rules = await this.families.rules();
    const [discussions, challenges, steps, slots, grades] = await Promise.all([
      this.discussions(asked),
      this.challenges(asked),
      this.steps(asked),
      this.slots(asked),
      this.grades(asked),
    ]);
    const ids = asked.withFamilies
      ? [...new Set([...discussions, ...steps, ...slots].map((x) => x.familyId))]
      : [];
    const families = ids.length > 0 ? await this.families.families(ids, asked.asAt) : [];
    return { ...rules, families, discussions, challenges, steps, slots, grades };
  }

  /** The period’s, and those of the two months before it: what was so twice running may have begun earlier. */
  private async discussions({ teamIds, from, asAt }: TalksAsked): Promise<DiscussionFacts[]> {
    const since = plusDays(from, -70);
    const talks = await this.ask<TalkRow>(
      'SELECT * FROM audit_talk t WHERE',
      't.team_id',
      't.held_on',
      teamIds,
      [since, asAt],
    );
    const lines = await this.ask<LineRow>(
      'SELECT * FROM audit_line t WHERE',
      't.team_id',
      't.held_on',
      teamIds,
      [since, asAt],
    );
    const linesOf = groupedBy(lines, (l) => l.discussion_id);
    return talks.map((t) => ({
      discussionId: t.discussion_id,
      familyId: t.family_id,
      teamId: t.team_id,
      sessionId: t.session_id,
      chairId: t.chair_id,
      heldOn: t.held_on,
      counts: t.counts === 1,
      signedOn: t.signed_on,
      childIds: JSON.parse(t.child_ids) as string[],
      disciplines: (linesOf.get(t.discussion_id) ?? []).map((l) => ({
        discipline: l.discipline,
        way: l.way,
        ready: l.ready === 1,
        personIds: JSON.parse(l.person_ids) as string[],
      })),
      voices: JSON.parse(t.voices) as DiscussionFacts['voices'],
      challenged: t.challenged === 1,
      considered: t.considered === 1,
      decision: t.decision,
      reviews: JSON.parse(t.reviews) as DiscussionFacts['reviews'],
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

  /** Those due in the period, and those carried so often that they are told of whenever they are due. */
  private async steps({ teamIds, from, asAt }: TalksAsked): Promise<StepFacts[]> {
    const rows = await this.reader.query<StepRow>(
      `SELECT a.id, a.step_id, a.family_id, a.owner_id, a.due_on, a.carried, a.dropped_because, a.dropped_on,
         n.done_on, n.status
       FROM audit_agreement a LEFT JOIN next_step n ON n.id = a.step_id
       WHERE a.due_on IS NOT NULL AND ((a.due_on >= $1 AND a.due_on <= $2) OR (n.carried >= 3 AND n.status = 'open'))
         AND a.team_id IN (${places(teamIds.length, 2)})`,
      [from, asAt, ...teamIds],
    );
    return rows.map((s) => ({
      agreementId: s.id,
      stepId: s.step_id,
      familyId: s.family_id,
      ownerId: s.owner_id,
      dueOn: s.due_on,
      doneOn: s.status === 'done' ? s.done_on : null,
      droppedBecause: s.dropped_because,
      droppedOn: s.dropped_on,
      carried: s.carried,
    }));
  }

  /** Where no invitation ever went out, the list is the one that stood on the day itself. */
  private async slots({ teamIds, from, asAt }: TalksAsked): Promise<SlotFacts[]> {
    const rows = await this.reader.query<SlotRow>(
      `SELECT p.id, p.session_id, d.family_id, s.team_id, s.chair_id, s.held_on, p.outcome, p.reason, p.outcome_at,
         (SELECT MIN(i.at) FROM invite i WHERE i.session_id = s.id) AS invited_at
       FROM session s JOIN slot p ON p.session_id = s.id JOIN discussion d ON d.id = p.discussion_id
       WHERE s.held_on >= $1 AND s.held_on <= $2 AND s.team_id IN (${places(teamIds.length, 2)})`,
      [from, asAt, ...teamIds],
    );
    return rows.map((p) => ({
      slotId: p.id,
      sessionId: p.session_id,
      familyId: p.family_id,
      teamId: p.team_id,
      chairId: p.chair_id,
      on: p.held_on,
      outcome: p.outcome,
      reason: p.reason,
      outcomeOn: p.outcome_at && dateInEngland(p.outcome_at),
      publishedOn: p.invited_at ? dateInEngland(p.invited_at) : p.held_on,
    }));
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

  private ask<T>(
    select: string,
    team: string,
    day: string,
    teamIds: readonly string[],
    period: readonly [string, string],
  ): Promise<T[]> {
    const sql = `${select} ${day} >= $1 AND ${day} <= $2 AND ${team} IN (${places(teamIds.length, 2)})`;
    return this.reader.query<T>(sql, [...period, ...teamIds]);
  }
}
