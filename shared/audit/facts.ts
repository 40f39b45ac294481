import type { ClockEvent, PlanPeriod } from '../cadence/events.js';
import type { CadencePolicy } from '../cadence/policy.js';
import type { DisciplineCode } from '../disciplines.js';
import type { ChallengeOutcome, DecisionType } from '../discussion/state.js';
import type { OfficeCalendar } from '../schedule/working-days.js';
import type { SlotOutcome } from '../session/state.js';
import type { Grade, QuestionCode } from './sample/questions.js';

/**
 * What the audit reckons from: facts, and no judgement. All dates are local; every list may come in any order, and may
 * hold more than a question asks about. No names: a page asks for those of the rows that its reader may see.
 */
export interface AuditFacts {
  families: readonly FamilyFacts[];
  discussions: readonly DiscussionFacts[];
  /** Those that only tell what came before others, whenever and with whatever team: they are counted nowhere. */
  before?: readonly DiscussionFacts[];
  challenges: readonly ChallengeFacts[];
  steps: readonly StepFacts[];
  slots: readonly SlotFacts[];
  grades: readonly GradeFacts[];
  /** None: the usual rule holds. */
  policies: readonly CadencePolicy[];
  /** When a team's office is shut. */
  calendarOf(teamId: string | null): OfficeCalendar;
}

export interface FamilyFacts {
  familyId: string;
  events: readonly ClockEvent[];
  children: readonly ChildFacts[];
  allocations: readonly AllocationFacts[];
}

export interface ChildFacts {
  childId: string;
  /** The first day on which the child belongs to the family; null: from the first. */
  hereFrom: string | null;
  /** The first day on which the child no longer does. */
  hereUntil: string | null;
  ethnicity: string | null;
  disability: string | null;
  plans: readonly PlanPeriod[];
}

/** Who works with a family, from a day until and with a day. Without a person the post is vacant. */
export interface AllocationFacts {
  discipline: DisciplineCode;
  personId: string | null;
  fromOn: string;
  toOn: string | null;
}

/** A discussion that was held, whether or not it counts. */
export interface DiscussionFacts {
  discussionId: string;
  familyId: string;
  teamId: string | null;
  sessionId: string | null;
  chairId: string | null;
  heldOn: string;
  counts: boolean;
  signedOn: string | null;
  /** The children discussed. */
  childIds: readonly string[];
  /** Each discipline that was allocated on the day. */
  disciplines: readonly DisciplineFact[];
  /** When the view was gathered of each child discussed of whom there is one. */
  voices: readonly { childId: string; gatheredOn: string | null }[];
  /** At least one challenge stands in its record. */
  challenged: boolean;
  /** What we could be wrong about was considered and written down. */
  considered: boolean;
  decision: DecisionType | null;
  /** What each discipline saw: things got better, and by evidence beyond what we were told. */
  reviews: readonly { discipline: DisciplineCode; better: boolean; evidenced: boolean }[];
  /** How many alike this stands for, where nobody asks which: one, when left out. */
  times?: number | undefined;
}

export interface DisciplineFact {
  discipline: DisciplineCode;
  /** There: in the room, remote or by deputy. A vacant post is nobody's absence. */
  way: 'there' | 'in-writing' | 'absent' | 'vacant';
  /** Its review was ready. */
  ready: boolean;
  /** Whose it was. */
  personIds: readonly string[];
}

export interface ChallengeFacts {
  challengeId: string;
  familyId: string;
  raisedOn: string;
  /** Null while it has no outcome; one that leaves it open is not the last. */
  settledOn: string | null;
  outcome: ChallengeOutcome | null;
  /** When it was first escalated, whatever came of it later. */
  escalatedOn: string | null;
  /** Whether it was raised with the teams asked about, and whether the family is with them, so that it waits for them. */
  raisedHere: boolean;
  waitsHere: boolean;
}

/** One agreement that a step is done by a day. A step that is carried to a new day is another, with the same step. */
export interface StepFacts {
  agreementId: string;
  stepId: string;
  familyId: string;
  ownerId: string | null;
  dueOn: string;
  doneOn: string | null;
  /** Why it was no longer needed, when somebody said so and why. */
  droppedBecause: string | null;
  droppedOn: string | null;
  carried: number;
  /** How many alike in their days this stands for, where nobody asks which: one, when left out. */
  times?: number | undefined;
}

/** A family's place on the list of a session. */
export interface SlotFacts {
  slotId: string;
  sessionId: string;
  familyId: string;
  teamId: string;
  chairId: string | null;
  /** The day of the session. */
  on: string;
  outcome: SlotOutcome | null;
  /** Why it came to nothing; `moved`: to another session, after the list had gone out. */
  reason: string | null;
  /** When the outcome was noted. */
  outcomeOn: string | null;
  /** Held, and its record waits for its signature: left out when it does not. */
  unsigned?: boolean | undefined;
  /** Since when people could count on it; null: it never was on a list that went out. */
  publishedOn: string | null;
  /** How many alike of one session this stands for, where nobody asks which: one, when left out. */
  times?: number | undefined;
}

/** One person's grades of one record. */
export interface GradeFacts {
  /** The sample for which it was read: a record may be drawn again in another. */
  sampleId: string;
  discussionId: string;
  familyId: string;
  teamId: string;
  chairId: string | null;
  graderId: string;
  gradedOn: string;
  /** 1, or 2 for the second grader of the same record in the same sample. */
  order: 1 | 2;
  overall: Grade;
  answers: Readonly<Record<QuestionCode, Grade>>;
}
