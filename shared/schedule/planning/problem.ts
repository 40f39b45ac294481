/** A sitting that families can be put into. Times are minutes since midnight, local. */
export interface PlanSession {
  sessionId: string;
  teamId: string;
  /** Local date. */
  date: string;
  startsAt: number;
  endsAt: number;
  /** Its families stay in the order they have (the session is open, or began): others only after them. */
  keepsOrder: boolean;
  /** Not to be filled, only offered to a family that found no place: a session of the month before, or one that is sent. */
  offeredOnly?: boolean;
}

/** A family that is due. All of `people` are called in: nobody can be in two places. */
export interface PlanFamily {
  familyId: string;
  teamId: string;
  /** Minutes of its slot. */
  minutes: number;
  /** The last day in time; null when nothing runs yet. */
  dueBy: string | null;
  /** Not before this day: the day after it was last taken. */
  notBefore: string | null;
  /** 0 pre-proceedings, 1 child protection, 2 in our care, 3 child in need and all others: lower goes first. */
  risk: number;
  /** Everybody who must be there: social work and the allocated specialists who are in post. */
  people: readonly string[];
  /** Those of them who are shared or remote, and should have one unbroken block a day. */
  specialists: readonly string[];
  /** Already in this session, by somebody's own hand or by an earlier plan that was sent: it stays. */
  inSession: string | null;
  /** Its place in the order now, when it is in a session. */
  position: number | null;
  /** False: never placed after its limit, only offered such a place. Usually true: late is better than not at all. */
  mayBeLate?: boolean;
}

/** When somebody cannot be called in. */
export interface PlanPerson {
  personId: string;
  /** Local dates on which they do not work: not their day, leave. */
  daysOff: ReadonlySet<string>;
  /** Times on a day that are not free: other teams' blocks, half a day of leave. */
  busy: readonly { date: string; from: number; to: number }[];
}

export interface PlanProblem {
  sessions: readonly PlanSession[];
  families: readonly PlanFamily[];
  people: readonly PlanPerson[];
}

export interface Placed {
  familyId: string;
  sessionId: string;
  /** Minutes since midnight. Slots of a session stand one after another from its start. */
  startsAt: number;
  minutes: number;
}

/** What kept a family out, most telling first. Names no one: the caller puts it in words. */
export type Obstacle =
  | { kind: 'no-session-before'; dueBy: string }
  | { kind: 'full'; sessionId: string; minutesShort: number }
  | { kind: 'away'; sessionId: string; personId: string }
  | { kind: 'busy'; sessionId: string; personId: string; from: number; to: number };

/** Where it could go all the same: nearest first. */
export type NearestWay =
  | { kind: 'place'; sessionId: string; position: number; late: boolean }
  | { kind: 'lengthen'; sessionId: string; minutes: number; late: boolean };

export interface Unplaced {
  familyId: string;
  obstacles: readonly Obstacle[];
  ways: readonly NearestWay[];
}

/**
 * One wait between two blocks of a specialist's day: it was the only way to keep a family in time, or to place it at
 * all. A day of three blocks has two of them. Time that is busy elsewhere is no wait.
 */
export interface Split {
  personId: string;
  date: string;
  /** The family that would otherwise have been late. */
  forFamilyId: string;
}

export interface MonthPlan {
  placed: readonly Placed[];
  unplaced: readonly Unplaced[];
  /** Placed, but after the limit: why, and how it could be in time all the same. */
  placedLate: readonly Unplaced[];
  splits: readonly Split[];
  /** Families on time, late, and minutes specialists wait between two of their families. */
  inTime: number;
  late: number;
  minutesWaited: number;
}
