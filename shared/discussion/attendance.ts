import { z } from 'zod';
import { type DisciplineCode, disciplineOf } from '../disciplines.js';
import { kindOf } from '../live/change.js';
import { type Actor, disciplinesHere, mayChair, maySee, stands } from '../people.js';
import type { RefusalCode } from '../refusals.js';
import { holdsPen, isChair, whileHeld, whileOpen } from './rights.js';
import { discipline, id, line } from './schemas.js';
import { type Attendance, type AttendanceWay, attendanceWays, type DiscussionState } from './state.js';

const kind = kindOf<DiscussionState>();

/** What each way is called. */
export const attendanceTitles: Readonly<Record<AttendanceWay, string>> = {
  'in-room': 'In the room',
  remote: 'Remote',
  deputy: 'Deputy',
  'in-writing': 'In writing',
  absent: 'Apologies',
  vacant: 'Post vacant',
  'not-allocated': 'Not allocated',
  observer: 'Observer',
};

/** Takes part now, in the room or from afar; a written contribution does not (practice 3.6). */
export function attends(way: AttendanceWay): boolean {
  return way === 'in-room' || way === 'remote' || way === 'deputy';
}

/** Where a line of attendance is kept: the discipline alone while it is about a post, with the person otherwise. */
export function attendanceKey(of: DisciplineCode, personId: string | null): string {
  return personId ? `${of}/${personId}` : of;
}

const setSchema = z
  .strictObject({
    discipline,
    personId: id.nullable(),
    /** Null takes the line away: it was somebody else. */
    way: z.enum(attendanceWays).nullable(),
    inPlaceOf: id.nullable().optional(),
  })
  .refine((p) => p.way === null || isOfPost(p.way) === (p.personId === null), {
    error: 'A post is vacant or not allocated; a person is there or not',
  });
export type AttendanceSet = z.infer<typeof setSchema>;

function isOfPost(way: AttendanceWay): boolean {
  return way === 'vacant' || way === 'not-allocated';
}

/** How somebody takes part, said by themselves or by the chair or the pen. A remote joiner's page says it for them. */
const set = kind({
  kind: 'attendance.set',
  schema: setSchema,
  may: (actor, payload, state) => (isOwn(actor, payload) || holdsPen(actor, state) ? null : 'pen-only'),
  when: whileOpen,
  apply: (state, payload, { at }) => {
    const key = attendanceKey(payload.discipline, payload.personId);
    const { [key]: before, ...rest } = state.attendance;
    const others: Record<string, Attendance> = rest;
    if (!payload.way) return { ...state, attendance: others };
    const now: Attendance = {
      discipline: payload.discipline,
      personId: payload.personId,
      way: payload.way,
      inPlaceOf: payload.inPlaceOf ?? null,
      // Times belong to this family's discussion, not to the session (practice 2.3).
      joinedAt: before?.joinedAt ?? (state.status === 'live' && isHere(payload.way) ? at : null),
      leftAt: null,
    };
    // Somebody of the discipline is named: the post is neither vacant nor unallocated after all.
    if (payload.personId) delete others[payload.discipline];
    return { ...state, attendance: { ...others, [key]: now } };
  },
  says: ({ discipline, personId, way }, names) =>
    `noted ${personId ? names(personId) : disciplineOf(discipline).label}: ${way ? attendanceTitles[way].toLowerCase() : 'taken off the list'}`,
});

function isHere(way: AttendanceWay): boolean {
  return attends(way) || way === 'observer';
}

/** One's own line, in a discipline one really has here. An observer can say that they observe and nothing else. */
function isOwn(actor: Actor, { personId, discipline, way }: AttendanceSet): boolean {
  if (personId !== actor.personId || !maySee(actor)) return false;
  if (stands(actor, 'observer')) return way === 'observer';
  return discipline === actor.discipline || disciplinesHere(actor).includes(discipline);
}

/** Somebody left before the end. Coming back is `attendance.set` again; the first time of joining stays. */
const leave = kind({
  kind: 'attendance.leave',
  schema: z.strictObject({ discipline, personId: id }),
  may: (actor, { personId }, state) =>
    personId === actor.personId || holdsPen(actor, state) ? null : 'pen-only',
  when: (state, { discipline, personId }): RefusalCode | null =>
    whileHeld(state) ?? (state.attendance[attendanceKey(discipline, personId)] ? null : 'no-such-person'),
  apply: (state, { discipline, personId }, { at }) => {
    const key = attendanceKey(discipline, personId);
    const who = state.attendance[key];
    return who ? { ...state, attendance: { ...state.attendance, [key]: { ...who, leftAt: at } } } : state;
  },
  says: ({ personId }, names) => `noted that ${names(personId)} left`,
});

/** The chair lets a talk count although too few were there; the reason is reported (practice 3.6). */
const override = kind({
  kind: 'quorum.override',
  schema: z.strictObject({
    /** Empty takes it back. */
    reason: line,
  }),
  may: (actor, _, state) => (mayChair(actor) && isChair(actor, state) ? null : 'chair-only'),
  when: whileHeld,
  apply: (state, { reason }, { by, at }) => ({
    ...state,
    quorumOverride: reason.trim() && by ? { reason: reason.trim(), by, at } : null,
  }),
  says: ({ reason }) =>
    reason.trim()
      ? `let it count although not quorate: “${reason.trim()}”`
      : 'took back the override of the quorum',
});

/** How a discipline as a whole takes part: as its best attending person does, or as its post stands. Nothing when nobody has said. */
export function wayOf(state: DiscussionState, of: DisciplineCode): AttendanceWay | null {
  const ways = Object.values(state.attendance).flatMap((a) => (a.discipline === of ? [a.way] : []));
  const best = attendanceWays.find((way) => way !== 'observer' && ways.includes(way));
  if (best) return best;
  const expected = state.expected.filter((e) => e.discipline === of);
  return expected.length > 0 && expected.every((e) => e.personId === null) ? 'vacant' : null;
}

export type QuorumPart = 'chair' | 'social-work' | 'specialist';

/**
 * Whether enough are there for a safe decision (practice 3.6): a manager in the chair, the social worker or cover, and
 * of the specialists allocated and in post one, or two when there are three or more. A contribution in writing does not
 * make a quorum; a vacant post asks for nobody.
 */
export function quorum(state: DiscussionState): {
  quorate: boolean;
  missing: readonly QuorumPart[];
  says: string;
} {
  const chairIsHere = Object.values(state.attendance).some(
    (a) => a.personId === state.chairId && attends(a.way),
  );
  const isHere = (of: DisciplineCode) => {
    const way = wayOf(state, of);
    return way !== null && attends(way);
  };
  const inPost = specialistsInPost(state);
  const wanted = inPost.length >= 3 ? 2 : Math.min(inPost.length, 1);
  const lacking = wanted - inPost.filter(isHere).length;
  const missing: QuorumPart[] = [];
  if (!state.chairId || !chairIsHere) missing.push('chair');
  if (!isHere('social-work')) missing.push('social-work');
  if (lacking > 0) missing.push('specialist');
  return { quorate: missing.length === 0, missing, says: missingInWords(missing, lacking) };
}

function specialistsInPost(state: DiscussionState): DisciplineCode[] {
  const all = state.expected.map((e) => e.discipline).filter((of) => disciplineOf(of).specialist);
  return [...new Set(all)].filter((of) => {
    const way = wayOf(state, of);
    return way !== 'vacant' && way !== 'not-allocated';
  });
}

function missingInWords(missing: readonly QuorumPart[], specialists: number): string {
  const words = missing.map((part) => {
    if (part === 'chair') return 'the manager in the chair';
    if (part === 'social-work') return 'the social worker or somebody in their place';
    return specialists === 1 ? 'a specialist' : 'two specialists';
  });
  if (words.length === 0) return 'Everybody needed for a decision is here.';
  const last = words.pop();
  return `Still needed: ${words.length > 0 ? `${words.join(', ')} and ${last}` : last}.`;
}

/** The kinds of this theme. */
export const attendanceKinds = [set, leave, override];
