import type { DisciplineFact, SlotFacts } from '../../../shared/audit/facts.js';
import type { Grade } from '../../../shared/audit/sample/questions.js';
import type { DisciplineCode } from '../../../shared/disciplines.js';
import type { ChallengeOutcome, DecisionType } from '../../../shared/discussion/state.js';

// Rows as the database gives them.

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

export interface LineRow {
  discussion_id: string;
  discipline: DisciplineCode;
  way: DisciplineFact['way'];
  ready: number;
  person_ids: string;
}

export interface ChallengeRow {
  id: string;
  family_id: string;
  raised_at: string;
  settled_at: string | null;
  outcome: ChallengeOutcome | null;
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

export interface SlotRow {
  id: string;
  session_id: string;
  family_id: string;
  team_id: string;
  chair_id: string | null;
  held_on: string;
  outcome: SlotFacts['outcome'];
  reason: string | null;
  outcome_at: string | null;
  invited_at: string | null;
}

export interface GradeRow {
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
