// Long because every field of the record stands on this one page, for whoever writes a rule, a panel or the minutes.

import type { DisciplineCode } from '../disciplines.js';
import type { Prose } from '../live/prose.js';

/** preparing: open for reviews; live: being discussed; held: talked through, record open; signed: for ever. */
export type DiscussionStatus = 'empty' | 'preparing' | 'live' | 'held' | 'signed';

export type PlanType = 'CIN' | 'CP' | 'PLO' | 'CLA' | 'assessment' | 'other';

/** A child as the discussion found them: a snapshot, so that the minutes keep what was true that day. */
export interface ChildHere {
  childId: string;
  firstName: string;
  /** Local dates; an unborn child has only `expectedOn`. */
  bornOn: string | null;
  expectedOn: string | null;
  plans: readonly { type: PlanType; since: string }[];
  /** Only children discussed get the credit, and the minutes on their file (practice 3.8). */
  discussed: boolean;
}

export interface AdultHere {
  adultId: string;
  name: string;
  /** "their mum", "Maya and Theo’s dad". */
  relation: string;
  /**
   * The children this adult belongs to: half-siblings never receive each other’s father (practice 5.8).
   * Null while nobody has said: then the adult counts as everybody’s.
   */
  childIds: readonly string[] | null;
}

/** A discipline that is expected: allocated on the day, with its worker, or with its post vacant. */
export interface Expected {
  discipline: DisciplineCode;
  /** Null while the post is vacant. */
  personId: string | null;
  /** "for Kirsty", "both parents", or empty: whom this discipline works with. The names in it say whose child's record it goes on. */
  about: string;
  /** The local date a post has been vacant since. */
  vacantSince: string | null;
}

/** How somebody was part of it (practice 2.3). `vacant` and `not-allocated` stand for a discipline, not for a person. */
export const attendanceWays = [
  'in-room',
  'remote',
  'deputy',
  'in-writing',
  'absent',
  'vacant',
  'not-allocated',
  'observer',
] as const;
export type AttendanceWay = (typeof attendanceWays)[number];

/** One line of who was part of this discussion; its key is `discipline` or `discipline/personId`. */
export interface Attendance {
  discipline: DisciplineCode;
  personId: string | null;
  way: AttendanceWay;
  /** In whose place, for a deputy. */
  inPlaceOf: string | null;
  joinedAt: string | null;
  leftAt: string | null;
}

export type Direction = 'better' | 'same' | 'worse' | 'mixed';
export const evidenceKinds = {
  seen: 'Seen',
  test: 'Test result',
  school: 'School',
  police: 'Police',
  health: 'Health',
  clinic: 'Clinic',
  attendance: 'Attendance',
  group: 'Group feedback',
  dash: 'DASH',
  'self-report': 'Self-report',
} as const;
export type EvidenceKind = keyof typeof evidenceKinds;
export const stagesOfChange = [
  'precontemplation',
  'contemplation',
  'preparation',
  'action',
  'maintenance',
  'lapse',
] as const;
export type StageOfChange = (typeof stagesOfChange)[number];

/** What stands beside a discipline's prose. */
export interface Review {
  direction: Direction | null;
  evidence: readonly EvidenceKind[];
  /** Per adult and issue: "Lee, drugs: action". */
  stages: readonly { adultId: string; issue: string; stage: StageOfChange }[];
  /** Said in so many words: there is nothing new this month. */
  nothingNew: boolean;
  /** The author says it is ready to be read. */
  ready: boolean;
  /** Who last set any of it, and who recorded it when that was somebody else. */
  by: string | null;
  recordedBy: string | null;
  at: string;
}

/** A note that some may not read. `text` is null where it was withheld. */
export interface ProtectedNote {
  noteId: string;
  by: string | null;
  discipline: DisciplineCode;
  text: string | null;
  /** Disciplines that may read it, besides its author, the chair and managers. */
  audience: readonly DisciplineCode[];
  at: string;
}

/** How a child's view was gathered. */
export const voiceMethods = {
  words: 'Told us',
  play: 'In play',
  drawing: 'In a drawing',
  observed: 'Observed',
  advocate: 'Through an advocate',
  none: 'Not gathered',
} as const;
export type VoiceMethod = keyof typeof voiceMethods;

/** What is known of one child this month, beside the prose `life/…`, `voice/…`, `meaning/…`. */
export interface ChildNow {
  lastSeenOn: string | null;
  seenAlone: 'yes' | 'no' | 'unknown';
  seenBy: string | null;
  method: VoiceMethod | null;
  gatheredOn: string | null;
  notAskedBecause: string;
}

export interface Score {
  /** 0 harm is happening or certain; 10 safe enough to close. Whole numbers. */
  score: number;
  reason: string;
  /** Who typed it, when it was handed over on paper. */
  recordedBy: string | null;
  at: string;
}

/** The blind scale. Before the reveal `scores` and `typed` hold only what this reader may see. */
export interface Scale {
  /** By person. Before the reveal only scores that people gave from their own sign-in; after it everybody's. */
  scores: Readonly<Record<string, Score>>;
  /**
   * Handed over on paper and typed by somebody else, by `person/who typed`; empty after the reveal. Kept apart so that
   * a person's later score of their own never reaches whoever typed the earlier one.
   */
  typed: Readonly<Record<string, Score>>;
  /** How many people have scored. */
  count: number;
  revealedAt: string | null;
  group: number | null;
  /** Last month's, for the hollow rings: group score and scores by person. */
  last: { group: number | null; scores: Readonly<Record<string, number>> };
}

export const challengeAbouts = {
  child: 'A child',
  decision: 'The decision',
  risk: 'The level of risk',
  evidence: 'Evidence quality',
  pace: 'Pace or drift',
  plan: 'Plan direction',
  equality: 'Equality or bias',
  practice: 'Practice',
  sharing: 'Information sharing',
  system: 'System or resource',
} as const;
export type ChallengeAbout = keyof typeof challengeAbouts;
export const challengeOutcomes = [
  'accepted',
  'partly',
  'not-accepted',
  'evidence-needed',
  'escalated',
] as const;
export type ChallengeOutcome = (typeof challengeOutcomes)[number];

export interface Challenge {
  challengeId: string;
  raisedBy: string | null;
  recordedBy: string | null;
  about: ChallengeAbout;
  /** The words it is about, if any: “Daniel has come to all six sessions”. */
  quote: string;
  text: string;
  at: string;
  answers: readonly { by: string; recordedBy: string | null; text: string; at: string }[];
  outcome: {
    outcome: ChallengeOutcome;
    reason: string;
    /** For evidence needed and escalated: who, and by which local date. */
    personId: string | null;
    byOn: string | null;
    by: string;
    at: string;
  } | null;
  /** The discussion it was carried from, still open, and what was said of it there. */
  carriedFrom: string | null;
  lastOutcome: Challenge['outcome'];
}

export type DecisionType =
  | 'continue'
  | 'change-plan'
  | 'allocate'
  | 'step-up'
  | 'step-down'
  | 'legal'
  | 'close'
  | 'other';

export interface NextStep {
  stepId: string;
  text: string;
  /** Null only while it is being written. */
  ownerId: string | null;
  /** Somebody who is not on the product and does it with the owner: "Lee". */
  withWhom: string;
  dueOn: string | null;
  evidence: string;
  /** Withheld from those outside `audience`: they see owner and date only, and `text` is empty. */
  protected: boolean;
  audience: readonly DisciplineCode[];
  from: 'decision' | 'challenge' | 'carried';
  /** How often it has been carried: 0 the first time. */
  carried: number;
  /** Asked at the third carry: what will be different this time. */
  different: string;
  /** Why it has no end, when it has none. */
  openEndedBecause: string;
  accepted: { by: string; recordedBy: string | null; at: string } | null;
  /** Who first wrote it. */
  by: string | null;
}

/** All of a next step that says who may read it. */
export type StepWall = Pick<NextStep, 'protected' | 'audience' | 'ownerId' | 'by'>;
/** The same of a protected note. */
export type NoteWall = Pick<ProtectedNote, 'discipline' | 'audience' | 'by'>;

/** A next step agreed last time, and what became of it. */
export interface LastStep {
  /** Kept when it is carried, however often and however reworded: the lineage of a step is its id. */
  stepId: string;
  text: string;
  ownerId: string | null;
  withWhom: string;
  dueOn: string | null;
  evidence: string;
  protected: boolean;
  audience: readonly DisciplineCode[];
  carried: number;
  status: 'open' | 'done' | 'not-yet' | 'no-longer-needed';
  note: string;
  doneOn: string | null;
  /** Who first wrote it. */
  by: string | null;
}

/** One family's discussion in one cycle: everything prepared, said, decided and signed. */
export interface DiscussionState {
  status: DiscussionStatus;
  discussionId: string;
  familyId: string;
  familyName: string;
  /** The discussion before this one, and the day it was held. */
  afterId: string | null;
  lastHeldOn: string | null;
  /** Last month's prose by field key, to stand beside what is written now. */
  lastProse: Readonly<Record<string, string>>;
  children: readonly ChildHere[];
  adults: readonly AdultHere[];
  expected: readonly Expected[];
  /** Who was of the family, or expected for it, while this was prepared, and no longer is: what names them or comes from them is still about the same children. */
  former?: { readonly adults: readonly AdultHere[]; readonly expected: readonly Expected[] };
  /** Set while it is in a session; the chair and the pen as of now. */
  sessionId: string | null;
  chairId: string | null;
  inPlaceOf: string | null;
  penId: string | null;
  /** Pen holders in order, with times. */
  pens: readonly { personId: string; at: string }[];
  beganAt: string | null;
  endedAt: string | null;
  /** The local date it was held: the audit's date, never moved. */
  heldOn: string | null;
  /** The brief as people had it: folding the log up to `seq` shows exactly that. */
  brief: { seq: number; at: string } | null;
  /** Who had read the brief, up to which entry. */
  readBy: Readonly<Record<string, { seq: number; at: string }>>;
  attendance: Readonly<Record<string, Attendance>>;
  quorumOverride: { reason: string; by: string; at: string } | null;
  lastSteps: readonly LastStep[];
  now: Readonly<Record<string, ChildNow>>;
  prose: Readonly<Record<string, Prose>>;
  reviews: Readonly<Partial<Record<DisciplineCode, Review>>>;
  notes: readonly ProtectedNote[];
  scale: Scale;
  challenges: readonly Challenge[];
  decision: { type: DecisionType | null; reviewOn: string | null; whoAgreed: readonly string[] };
  /** By person, in their own words, which only they can change. */
  dissents: Readonly<Record<string, { text: string; at: string }>>;
  steps: readonly NextStep[];
  /** Who might read what was taken away, by its id: what was written of it before stays as withheld as it was. */
  gone?: {
    readonly steps: Readonly<Record<string, StepWall>>;
    readonly notes: Readonly<Record<string, NoteWall>>;
  };
  signed: {
    by: string;
    at: string;
    minutesId: string;
    /** SHA-256 of the whole text; `withheld` for whoever may not read all of it. */
    hash: string;
    counts: boolean;
    quorate: boolean;
  } | null;
  addenda: readonly { addendumId: string; by: string; text: string; at: string }[];
}

export const emptyDiscussion: DiscussionState = {
  status: 'empty',
  discussionId: '',
  familyId: '',
  familyName: '',
  afterId: null,
  lastHeldOn: null,
  lastProse: {},
  children: [],
  adults: [],
  expected: [],
  sessionId: null,
  chairId: null,
  inPlaceOf: null,
  penId: null,
  pens: [],
  beganAt: null,
  endedAt: null,
  heldOn: null,
  brief: null,
  readBy: {},
  attendance: {},
  quorumOverride: null,
  lastSteps: [],
  now: {},
  prose: {},
  reviews: {},
  notes: [],
  scale: {
    scores: {},
    typed: {},
    count: 0,
    revealedAt: null,
    group: null,
    last: { group: null, scores: {} },
  },
  challenges: [],
  decision: { type: null, reviewOn: null, whoAgreed: [] },
  dissents: {},
  steps: [],
  signed: null,
  addenda: [],
};
