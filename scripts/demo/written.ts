import type { DisciplineCode } from '../../shared/disciplines.js';
import type {
  ChallengeAbout,
  ChallengeOutcome,
  DecisionType,
  Direction,
  EvidenceKind,
  PlanType,
  StageOfChange,
  VoiceMethod,
} from '../../shared/discussion/state.js';

// How the demonstration's families are written down. Dates are those of March 2026 and are shifted when it is
// seeded; inside prose a date stands as {2026-03-05} and is put into words.

/** A local date as written, before it is shifted. */
export type Written = string;

export interface WrittenPerson {
  key: string;
  name: string;
  email: string;
  discipline: DisciplineCode;
  title: string;
  /** Monday to Sunday, 1 for a working day. */
  workingDays?: string;
  remote?: boolean;
  roles?: readonly (
    | 'team-manager'
    | 'deputy-manager'
    | 'service-manager'
    | 'business-support'
    | 'administrator'
  )[];
}

export interface WrittenReview {
  by: string;
  discipline: DisciplineCode;
  direction: Direction;
  evidence: readonly EvidenceKind[];
  stages?: readonly { adult: string; issue: string; stage: StageOfChange }[];
  text: string;
}

export interface WrittenChild {
  child: string;
  lastSeenOn: Written;
  seenAlone: 'yes' | 'no' | 'unknown';
  seenBy: string;
  method: VoiceMethod;
  gatheredOn: Written;
  voice: string;
  life: string;
}

/** What is prepared before a session: the reviews and the children's month. */
export interface WrittenPreparation {
  reviews: readonly WrittenReview[];
  children: readonly WrittenChild[];
  notes?: readonly {
    by: string;
    discipline: DisciplineCode;
    audience: readonly DisciplineCode[];
    text: string;
  }[];
}

export interface WrittenStep {
  text: string;
  owner: string;
  withWhom?: string;
  dueOn: Written;
  evidence: string;
  /** What became of it by the next discussion. */
  became: 'done' | 'not-yet' | 'no-longer-needed';
  note?: string;
  /** What will be different, for a step carried a third time. */
  different?: string;
  /** The words of last time's step that this one goes on with. */
  goesOn?: true;
}

/** A whole discussion as it was held and signed. */
export interface WrittenDiscussion extends WrittenPreparation {
  heldOn: Written;
  inRoom: readonly string[];
  remote: readonly string[];
  inWriting?: readonly string[];
  meaning: Readonly<Record<string, string>>;
  scores: readonly { by: string; score: number; reason: string }[];
  group: number;
  challenges: readonly {
    by: string;
    about: ChallengeAbout;
    text: string;
    answerBy: string;
    answer: string;
    outcome: ChallengeOutcome;
    reason?: string;
  }[];
  wrongAbout: string;
  decision: { type: DecisionType; text: string; rationale: string; contingency: string };
  dissents?: readonly { by: string; text: string }[];
  sayToFamily: string;
  summary: string;
  steps: readonly WrittenStep[];
}

export interface WrittenFamily {
  ref: string;
  name: string;
  allocatedOn: Written;
  children: readonly {
    ref: string;
    firstName: string;
    lastName: string;
    bornOn: string;
    gender: 'M' | 'F';
    plans: readonly { type: PlanType; since: Written; until?: Written; category?: string }[];
  }[];
  adults: readonly { name: string; relation: string; parentOf: readonly string[] }[];
  allocations: readonly {
    discipline: DisciplineCode;
    /** Null while the post is vacant. */
    person: string | null;
    about?: string;
    from: Written;
  }[];
  happenings: readonly {
    on: Written;
    kind: string;
    words: string;
    child?: string;
    voice?: true;
    by?: string;
  }[];
  /** Earlier discussions that are known only as counted dates. */
  history: readonly { heldOn: Written; note?: string }[];
  discussions: readonly WrittenDiscussion[];
  /** A session in which they were not reached. */
  notReached?: { on: Written };
  /** Prepared for the session that is ready to open. */
  today: WrittenPreparation;
  minutes: 30 | 45;
}
