import type { DisciplineFact, DiscussionFacts, SlotFacts, StepFacts } from '../../../shared/audit/facts.js';
import type { Grade } from '../../../shared/audit/sample/questions.js';
import type { DisciplineCode } from '../../../shared/disciplines.js';
import type { ChallengeOutcome, DecisionType } from '../../../shared/discussion/state.js';
import { dateInEngland } from '../../../shared/schedule/local-time.js';

// Rows as the database gives them, and the facts that are in them.

export interface TalkRow {
  discussion_id: string;
  family_id: string;
  team_id: string | null;
  session_id: string | null;
  chair_id: string | null;
  held_on: string;
  counts: number;
  signed_on: string | null;
  child_ids: string;
  voices: string;
  challenged: number;
  considered: number;
  decision: DecisionType | null;
  reviews: string;
}

/** So many talks that are alike. */
export interface AlikeTalkRow
  extends Pick<TalkRow, 'team_id' | 'held_on' | 'signed_on' | 'challenged' | 'considered'> {
  times: number | string;
}

export interface LineRow {
  discussion_id: string;
  discipline: DisciplineCode;
  way: DisciplineFact['way'];
  ready: number;
  person_ids: string;
}

/** A talk with who was there of those who were asked about. */
export function talkFacts(t: TalkRow, lines: readonly LineRow[] = []): DiscussionFacts {
  return {
    discussionId: t.discussion_id,
    familyId: t.family_id,
    teamId: t.team_id,
    sessionId: t.session_id,
    chairId: t.chair_id,
    heldOn: t.held_on,
    counts: t.counts === 1,
    signedOn: t.signed_on,
    childIds: listOf(t.child_ids),
    disciplines: lines.map((l) => ({
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
  };
}

/** So many lines that are alike; a count comes as text from PostgreSQL. */
export interface AlikeLineRow extends Pick<LineRow, 'discipline' | 'way' | 'ready'> {
  team_id: string | null;
  chair_id: string | null;
  times: number | string;
}

export interface ChallengeRow {
  id: string;
  family_id: string;
  raised_at: string;
  settled_at: string | null;
  outcome: ChallengeOutcome | null;
  escalated_at: string | null;
  raised_here: number;
  waits_here: number;
}

export interface StepRow {
  id: string;
  step_id: string;
  family_id: string;
  owner_id: string | null;
  due_on: string;
  carried: number;
  dropped_because: string | null;
  dropped_on: string | null;
  done_on: string | null;
  status: string | null;
}

export function stepOf(row: StepRow): StepFacts {
  return {
    agreementId: row.id,
    stepId: row.step_id,
    familyId: row.family_id,
    ownerId: row.owner_id,
    dueOn: row.due_on,
    doneOn: row.status === 'done' ? row.done_on : null,
    droppedBecause: row.dropped_because,
    droppedOn: row.dropped_on,
    carried: row.carried,
  };
}

export interface SlotRow {
  id: string;
  session_id: string;
  family_id: string;
  team_id: string;
  chair_id: string | null;
  held_on: string;
  outcome: SlotFacts['outcome'];
  reason: string | null;
  unsigned: number;
  outcome_at: string | null;
  listed_at: string | null;
}

export function slotOf(row: SlotRow): SlotFacts {
  return {
    slotId: row.id,
    sessionId: row.session_id,
    familyId: row.family_id,
    teamId: row.team_id,
    chairId: row.chair_id,
    on: row.held_on,
    outcome: row.outcome,
    reason: row.reason,
    outcomeOn: row.outcome_at && dateInEngland(row.outcome_at),
    unsigned: row.unsigned === 1,
    publishedOn: row.listed_at && dateInEngland(row.listed_at),
  };
}

export interface GradeRow {
  sample_id: string;
  discussion_id: string;
  family_id: string;
  team_id: string;
  chair_id: string | null;
  grader_id: string;
  nth: 1 | 2;
  overall: Grade;
  answers: string;
  at: string;
}

const none: readonly never[] = [];

/** A list as it is kept; most are empty. */
export function listOf<T>(text: string): readonly T[] {
  return text === '[]' ? none : (JSON.parse(text) as T[]);
}
