import { Injectable } from '@nestjs/common';
import type {
  AuditFacts,
  ChallengeFacts,
  DiscussionFacts,
  FamilyFacts,
  GradeFacts,
  SlotFacts,
  StepFacts,
} from '../../../shared/audit/facts.js';
import type { Cut } from '../../../shared/audit/figure.js';
import { groupedBy } from '../../../shared/audit/grouped.js';
import { type Line, linesOf } from '../../../shared/audit/measures/attendance.js';
import { dateInEngland } from '../../../shared/schedule/local-time.js';
import { plusDays } from '../../../shared/schedule/working-days.js';
import { eventOf, type FamilyEventRow } from '../../cadence/family-event-rows.js';
import { Clock } from '../../core/clock.js';
import { Reader } from '../../core/reader.js';
import { FamilyFactsOf } from '../family-facts.service.js';
import { places } from '../places.js';
import { AlikeTalks, type TalksAsked } from './alike-talks.service.js';
import {
  type ChallengeRow,
  type GradeRow,
  type LineRow,
  type SlotRow,
  type StepRow,
  slotOf,
  stepOf,
  type TalkRow,
  talkFacts,
} from './rows.js';
import { TakingIn } from './taking-in.service.js';
import { beforeStepDowns, carriedBy, challengesOf, slotColumns, stepColumns, telling } from './talks.sql.js';

/** What is found of some talks. */
export interface TalksFound extends AuditFacts {
  /** Those that a record, a silence or a step-down makes worth a look, with those before them. */
  discussions: readonly DiscussionFacts[];
  /** All of the period, for how they went and when they were signed. */
  held: readonly DiscussionFacts[];
  /** All of the period, for whose views were heard. */
  heard: readonly DiscussionFacts[];
}

/** Cuts of who was there that are known without a family’s own history. */
const ofTalks: readonly (Cut | undefined)[] = [undefined, 'team', 'chair', 'discipline'];

/** Gathers what was said, agreed and planned in a period, from rows prepared for it. */
@Injectable()
export class TalkFacts {
  constructor(
    private readonly reader: Reader,
    private readonly takingIn: TakingIn,
    private readonly families: FamilyFactsOf,
    private readonly alike: AlikeTalks,
    private readonly clock: Clock,
  ) {}

  /** All but who was there: for that see `lines`. */
  async of(asked: TalksAsked): Promise<TalksFound> {
    await this.takingIn.upToNow();
    const rules = await this.families.rules();
    const cut = asked.by !== undefined;
    const whole = cut || asked.each === true;
    // What takes longest is asked first: questions are answered side by side, as far as there are connections.
    const [steps, discussions, heard, held, slots, challenges, grades, before] = await Promise.all([
      whole ? this.steps(asked) : this.alike.steps(asked),
      this.discussions(asked, whole ? 'all' : 'telling'),
      whole ? null : this.alike.heard(asked),
      whole ? null : this.alike.held(asked),
      whole ? this.slots(asked) : this.alike.slots(asked),
      this.challenges(asked),
      this.grades(asked),
      this.beforeStepDowns(asked),
    ]);
    const downs = discussions.filter((d) => d.decision === 'step-down' && d.heldOn >= asked.from);
    const ids = [...new Set((cut ? [...discussions, ...steps, ...slots] : downs).map((x) => x.familyId))];
    const families = await (cut ? this.families.families(ids, asked.asAt) : this.takenUpAgain(ids));
    const all = { held: held ?? discussions, heard: heard ?? discussions };
    return { ...rules, families, discussions, before, ...all, challenges, steps, slots, grades };
  }

  /** When families were taken up again, and nothing else of them. */
  private async takenUpAgain(ids: readonly string[]): Promise<FamilyFacts[]> {
    if (ids.length === 0) return [];
    const rows = await this.reader.query<FamilyEventRow>(
      `SELECT * FROM family_event WHERE kind = 'reopened' AND family_id IN (${places(ids.length, 0)})`,
      ids,
    );
    const eventsOf = groupedBy(rows, (r) => r.family_id);
    return ids.map((familyId) => ({
      familyId,
      events: (eventsOf.get(familyId) ?? []).map(eventOf),
      children: [],
      allocations: [],
    }));
  }

  /** Who was round the table in the period: counted by the database, where nobody asks more than it knows. */
  async lines(asked: TalksAsked): Promise<Line[]> {
    await this.takingIn.upToNow();
    const ofTalk = ofTalks.includes(asked.by);
    if (ofTalk && !asked.each) return this.alike.lines(asked);
    const discussions = await this.discussions(asked, 'all');
    const ids = ofTalk ? [] : [...new Set(discussions.map((d) => d.familyId))];
    const families = await this.families.families(ids, asked.asAt);
    return linesOf({ ...(await this.families.rules()), families, discussions }, asked);
  }

  /** The period’s, and those of the two months before it: what was so twice running may have begun earlier. */
  private async discussions(
    { teamIds, from, asAt }: TalksAsked,
    which: 'all' | 'telling',
  ): Promise<DiscussionFacts[]> {
    const these = places(teamIds.length, 3);
    const period = [plusDays(from, -70), asAt, from, ...teamIds];
    const mine = `t.held_on >= $1 AND t.held_on <= $2 AND t.team_id IN (${these})`;
    const [talks, rows] = await Promise.all([
      this.reader.query<TalkRow>(
        `SELECT t.discussion_id, t.family_id, t.team_id, t.session_id, t.chair_id, t.held_on, t.counts, t.signed_on,
           t.challenged, t.considered, t.decision, t.child_ids, t.voices, t.reviews
         FROM audit_talk t WHERE ${mine} AND ${which === 'all' ? `$3 <> ''` : telling(these)}`,
        period,
      ),
      this.reader.query<LineRow>(
        `SELECT t.discussion_id, t.discipline, t.way, t.ready, t.person_ids FROM audit_line t
         WHERE ${mine} AND $3 <> '' ${which === 'all' ? '' : `AND t.way = 'absent' AND t.ready = 0`}`,
        period,
      ),
    ]);
    const linesOfTalk = groupedBy(rows, (l) => l.discussion_id);
    return talks.map((t) => talkFacts(t, linesOfTalk.get(t.discussion_id)));
  }

  private async beforeStepDowns({ teamIds, from, asAt }: TalksAsked): Promise<DiscussionFacts[]> {
    const rows = await this.reader.query<TalkRow>(beforeStepDowns(places(teamIds.length, 2)), [
      from,
      asAt,
      ...teamIds,
    ]);
    return rows.map((t) => talkFacts(t));
  }

  private async challenges({ teamIds, from, asAt }: TalksAsked): Promise<ChallengeFacts[]> {
    const rows = await this.reader.query<ChallengeRow>(challengesOf(places(teamIds.length, 3)), [
      plusDays(asAt, 2),
      from,
      asAt,
      ...teamIds,
    ]);
    return rows.map((c) => ({
      challengeId: c.id,
      familyId: c.family_id,
      raisedOn: dateInEngland(c.raised_at),
      settledOn: c.settled_at && dateInEngland(c.settled_at),
      outcome: c.outcome,
      escalatedOn: c.escalated_at && dateInEngland(c.escalated_at),
      raisedHere: c.raised_here === 1,
      waitsHere: c.waits_here === 1,
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

  /** Steps that were open on the day and carried often, whenever they were due. */
  async carried({ teamIds, asAt }: Pick<TalksAsked, 'teamIds' | 'asAt'>): Promise<StepFacts[]> {
    if (asAt < this.clock.today()) {
      const past = carriedBy(places(teamIds.length, 1));
      return (await this.reader.query<StepRow>(past, [asAt, ...teamIds])).map(stepOf);
    }
    const rows = await this.reader.query<StepRow>(
      `SELECT ${stepColumns} FROM next_step n JOIN audit_agreement a ON a.step_id = n.id
       WHERE n.status = 'open' AND n.carried >= 3 AND a.due_on IS NOT NULL AND a.carried >= 3
         AND NOT EXISTS (SELECT 1 FROM audit_agreement b WHERE b.step_id = a.step_id AND b.carried > a.carried)
         AND COALESCE(a.team_id, '') IN (${places(teamIds.length, 0)})`,
      teamIds,
    );
    return rows.map(stepOf);
  }

  private async slots({ teamIds, from, asAt }: TalksAsked): Promise<SlotFacts[]> {
    const rows = await this.reader.query<SlotRow>(
      `SELECT p.id, p.session_id, d.family_id, s.team_id, s.chair_id, s.held_on, ${slotColumns}
       FROM session s JOIN slot p ON p.session_id = s.id JOIN discussion d ON d.id = p.discussion_id
       WHERE s.held_on >= $1 AND s.held_on <= $2 AND s.team_id IN (${places(teamIds.length, 2)})`,
      [from, asAt, ...teamIds],
    );
    return rows.map(slotOf);
  }

  private async grades({ teamIds, asAt }: TalksAsked): Promise<GradeFacts[]> {
    const rows = await this.reader.query<GradeRow>(
      `SELECT g.sample_id, g.discussion_id, r.family_id, r.team_id, r.chair_id, g.grader_id, g.nth, g.overall, g.answers, g.at
       FROM dip_grade g JOIN dip_record r ON r.sample_id = g.sample_id AND r.discussion_id = g.discussion_id
       WHERE g.at < $1 AND r.team_id IN (${places(teamIds.length, 1)})`,
      [plusDays(asAt, 2), ...teamIds],
    );
    return rows.map((g) => ({
      sampleId: g.sample_id,
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
