/** What an authority's lists say of its children: Ofsted's Annex A, lists 6 and 7, in our words. */

/** Ofsted's case status, the first that applies to the child. */
export type ChildStatus =
  | 'looked-after'
  | 'child-protection'
  | 'child-in-need'
  | 'open-assessment'
  | 'closed';

/** A child protection plan. Dates are local. Categories are NEG, PHY, SAB, EMO, MUL or the authority's own words. */
export interface ProtectionPlan {
  start: string | null;
  /** Null while the plan is open. */
  end: string | null;
  initialCategory: string | null;
  latestCategory: string | null;
  lastVisitOn: string | null;
  seenAlone: 'yes' | 'no' | 'unknown';
  lastReviewOn: string | null;
}

/** One child as the lists have them on the day of the extract. Dates are local (YYYY-MM-DD). */
export interface ListedChild {
  /** The authority's own number for the child, digit for digit. */
  childRef: string;
  gender: 'male' | 'female' | 'unknown';
  /** A census code (WBRI …) or the authority's own words. */
  ethnicity: string | null;
  /** Null for an unborn child, and where the list has none. */
  bornOn: string | null;
  /** When an unborn child is expected. */
  expectedOn: string | null;
  unborn: boolean;
  disability: 'yes' | 'no' | 'unknown';
  status: ChildStatus;
  cinStart: string | null;
  /** Primary need, N0 to N9 or the authority's own words. */
  need: string | null;
  lastSeenOn: string | null;
  closedOn: string | null;
  /** RC1 to RC9 or the authority's own words. */
  closureReason: string | null;
  team: string | null;
  worker: string | null;
  /** By start, oldest first. */
  protection: readonly ProtectionPlan[];
}

/** One line of the map an authority makes: which child belongs to which family. */
export interface MapLine {
  row: number;
  childRef: string;
  familyRef: string;
  familyName: string | null;
  allocatedOn: string | null;
  childFirstName: string | null;
}

/** When the child's present plan began: the later of the child in need start and the open protection plan's. */
export function planStart(child: ListedChild): string | null {
  if (child.status === 'closed') return null;
  const open = child.protection.filter((p) => p.end === null).map((p) => p.start);
  return latest([child.cinStart, ...open]);
}

/** The latest of some local dates, or null when there is none. */
export function latest(dates: readonly (string | null)[]): string | null {
  return dates.reduce<string | null>((a, b) => (b !== null && (a === null || b > a) ? b : a), null);
}
