import type { Family, Session } from './world.js';

/** How a family stands as whoever plans may know it. */
export interface Standing {
  family: Family;
  dueBy: string | null;
  lastHeldOn: string | null;
}

/** A family's place in a session. Minutes since midnight. */
export interface Seat {
  family: Family;
  startsAt: number;
  minutes: number;
}

/** A way in which a team gives its families places. */
export interface Side {
  /** The morning of a working day, before anything is held: the families that are open, as they stand. */
  plans(today: string, standing: ReadonlyMap<string, Standing>): void;
  /** Who is taken in a session, in order. */
  seatsOf(session: Session): readonly Seat[];
  /** When a session ends, as it is planned now. */
  endOf(session: Session): number;
  /** Was taken; or had its place, and nothing came of it. */
  came(familyId: string, held: boolean): void;
}
