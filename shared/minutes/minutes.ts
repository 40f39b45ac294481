import type { DisciplineCode } from '../disciplines.js';
import type {
  AttendanceWay,
  ChallengeAbout,
  ChallengeOutcome,
  DecisionType,
  Direction,
  EvidenceKind,
  LastStep,
  PlanType,
  StageOfChange,
  VoiceMethod,
} from '../discussion/state.js';

/** Somebody in the minutes, by the name they had that day. */
export interface Named {
  personId: string;
  name: string;
}

/** The record of one discussion as it is filed: structured, complete, and never changed after. */
export interface Minutes {
  version: 1;
  /** A talk that was not quorate, or otherwise does not count, is kept as a case discussion (practice 3.6). */
  kind: 'supervision' | 'case-discussion';
  discussionId: string;
  familyId: string;
  familyName: string;
  heldOn: string;
  /** ISO instants. */
  beganAt: string | null;
  endedAt: string | null;
  lastHeldOn: string | null;
  chair: Named | null;
  inPlaceOf: Named | null;
  pens: readonly (Named & { at: string })[];
  quorate: boolean;
  quorumSays: string;
  override: { reason: string; by: Named } | null;
  /** Why it does not count, when it does not. */
  because: readonly string[];
  attendance: readonly AttendanceLine[];
  lastSteps: readonly LastStepLine[];
  children: readonly ChildSection[];
  reviews: readonly ReviewSection[];
  scale: {
    revealed: boolean;
    group: number | null;
    last: number | null;
    spread: number | null;
    scores: readonly (Named & { score: number; reason: string; concerns: Circle })[];
  };
  challenges: readonly ChallengeSection[];
  wrongAbout: string;
  decision: {
    type: DecisionType | null;
    text: string;
    rationale: string;
    contingency: string;
    reviewOn: string | null;
    whoAgreed: readonly Named[];
  };
  dissents: readonly (Named & { text: string; concerns: Circle })[];
  steps: readonly StepLine[];
  noStepBecause: string;
  sayToFamily: string;
  summary: string;
  /** Every member of the family, for deciding whose file a sentence may go on. */
  adults: readonly AdultLine[];
  /** Who was taken off the family's file before the day; left out where nobody was. */
  formerAdults?: readonly AdultLine[];
}

export interface AdultLine {
  adultId: string;
  name: string;
  relation: string;
  childIds: readonly string[] | null;
}

/** The children a section is about: null is all of them. */
export type Circle = readonly string[] | null;

export interface AttendanceLine {
  discipline: DisciplineCode;
  label: string;
  person: Named | null;
  way: AttendanceWay;
  inPlaceOf: Named | null;
  joinedAt: string | null;
  leftAt: string | null;
}

export interface LastStepLine {
  stepId: string;
  /** Null where it is withheld. */
  text: string | null;
  owner: Named | null;
  withWhom: string;
  dueOn: string | null;
  status: LastStep['status'];
  note: string;
  doneOn: string | null;
  protected: boolean;
  audience: readonly DisciplineCode[];
  by: string | null;
  concerns: Circle;
}

export interface ChildSection {
  childId: string;
  firstName: string;
  bornOn: string | null;
  expectedOn: string | null;
  age: string;
  plans: readonly { type: PlanType; since: string }[];
  discussed: boolean;
  lastSeenOn: string | null;
  seenAlone: 'yes' | 'no' | 'unknown';
  seenBy: Named | null;
  method: VoiceMethod | null;
  gatheredOn: string | null;
  notAskedBecause: string;
  life: string;
  voice: string;
  meaning: string;
}

export interface ReviewSection {
  discipline: DisciplineCode;
  label: string;
  people: readonly Named[];
  about: readonly string[];
  direction: Direction | null;
  evidence: readonly EvidenceKind[];
  stages: readonly { adultId: string; adult: string; issue: string; stage: StageOfChange }[];
  nothingNew: boolean;
  text: string;
  notes: readonly NoteLine[];
  concerns: Circle;
}

export interface NoteLine {
  noteId: string;
  /** Null where it is withheld. */
  text: string | null;
  discipline: DisciplineCode;
  audience: readonly DisciplineCode[];
  by: string | null;
}

export interface ChallengeSection {
  challengeId: string;
  raisedBy: Named | null;
  recordedBy: Named | null;
  about: ChallengeAbout;
  quote: string;
  text: string;
  answers: readonly { by: Named; recordedBy: Named | null; text: string }[];
  outcome: {
    outcome: ChallengeOutcome;
    reason: string;
    person: Named | null;
    byOn: string | null;
    by: Named;
  } | null;
  carried: boolean;
  concerns: Circle;
}

export interface StepLine {
  stepId: string;
  /** Null where it is withheld. */
  text: string | null;
  owner: Named | null;
  withWhom: string;
  dueOn: string | null;
  evidence: string;
  protected: boolean;
  audience: readonly DisciplineCode[];
  by: string | null;
  carried: number;
  different: string;
  openEndedBecause: string;
  accepted: { by: Named; recordedBy: Named | null } | null;
  concerns: Circle;
}
