import { z } from 'zod';
import { kindOf, type Stamp } from '../live/change.js';
import { joined } from '../live/prose.js';
import type { Actor } from '../people.js';
import { lastStepWithout, mayReadStep } from './protection.js';
import { whileOpen } from './rights.js';
import {
  adultHere,
  byDiscipline,
  challenge,
  childHere,
  expected,
  id,
  lastStep,
  line,
  localDate,
  prose,
  review,
  scoreNumber,
} from './schemas.js';
import type { AdultHere, Challenge, ChildHere, DiscussionState, Expected, LastStep } from './state.js';

const kind = kindOf<DiscussionState>();
const nobody = () => 'not-yours' as const;

export const familyAsItIs = {
  children: z.array(childHere),
  adults: z.array(adultHere),
  expected: z.array(expected),
};

/** Signed minutes never change, whatever happens to the session or to the family afterwards. */
export function whileUnsigned<P>(
  apply: (state: DiscussionState, payload: P, stamp: Stamp) => DiscussionState,
): typeof apply {
  return (state, payload, stamp) => (state.status === 'signed' ? state : apply(state, payload, stamp));
}

/** What one discussion hands to the next. Steps and challenges that are still open keep their ids: that is their lineage. */
const carriedFields = {
  afterId: id.nullable(),
  lastHeldOn: localDate.nullable(),
  lastProse: z.record(z.string(), z.string()),
  lastSteps: z.array(lastStep),
  challenges: z.array(challenge),
  scaleLast: z.strictObject({ group: scoreNumber.nullable(), scores: z.record(id, scoreNumber) }),
  /** After a talk that did not count: what the disciplines had written, to go on from. */
  prose: z.record(z.string(), prose).optional(),
  reviews: byDiscipline(review).optional(),
};
export type Carried = z.infer<z.ZodObject<typeof carriedFields>>;

const carrySchema = z.strictObject({
  ...carriedFields,
  /** Where something was written here since: words that come in front of it, and reviews as they are with it. */
  further: z.strictObject({ prose: z.record(z.string(), prose), reviews: byDiscipline(review) }).optional(),
  /** A later one was signed before it: only what waits for somebody comes in, beside what that one left. */
  late: z.literal(true).optional(),
});
export type Carry = z.infer<typeof carrySchema>;

const openSchema = z.strictObject({
  discussionId: id,
  familyId: id,
  familyName: line,
  ...familyAsItIs,
  ...carriedFields,
});
export type DiscussionOpen = z.infer<typeof openSchema>;

// Steps protected last time stay protected: each reader receives the words of those that are theirs to read.
const protectedSteps = {
  seenBy: (actor: Actor, { lastSteps }: { lastSteps: readonly LastStep[] }) =>
    lastSteps.every((s) => mayReadStep(actor, s)),
  reduced: <P extends { lastSteps: LastStep[] }>(payload: P, _: unknown, actor: Actor) => ({
    payload: {
      ...payload,
      lastSteps: payload.lastSteps.map((s) => (mayReadStep(actor, s) ? s : lastStepWithout(s))),
    },
  }),
};

/** A family's next discussion opens for preparation. */
const open = kind<DiscussionOpen>({
  kind: 'discussion.open',
  schema: openSchema,
  internal: true,
  may: nobody,
  ...protectedSteps,
  apply: (state, payload) => {
    if (state.status !== 'empty') return state;
    const { discussionId, familyId, familyName, children, adults, expected, ...carried } = payload;
    const opened = {
      ...state,
      status: 'preparing' as const,
      discussionId,
      familyId,
      familyName,
      children,
      adults,
      expected,
    };
    return withCarried(opened, carried);
  },
  says: ({ familyName }) => `opened the next discussion of ${familyName} for preparation`,
});

/** One before has been signed: what it left open arrives here, where reviews may already have been written. */
const carry = kind<Carry>({
  kind: 'discussion.carry',
  schema: carrySchema,
  internal: true,
  may: nobody,
  ...protectedSteps,
  apply: (state, payload) => {
    if (whileOpen(state)) return state;
    return payload.late ? withLate(state, payload) : withCarried(state, payload);
  },
  says: ({ lastSteps, challenges }) =>
    `carried over ${count(lastSteps.length, 'next step')} and ${count(challenges.length, 'challenge')}`,
});

function withCarried(state: DiscussionState, carried: Carry): DiscussionState {
  const { afterId, lastHeldOn, lastProse, lastSteps, scaleLast, further } = carried;
  const both = Object.entries(further?.prose ?? {}).flatMap(([field, words]) => {
    const here = state.prose[field];
    return here ? [[field, joined(here, words)] as const] : [];
  });
  return {
    ...state,
    afterId,
    lastHeldOn,
    lastProse,
    lastSteps,
    challenges: withChallenges(state, carried),
    scale: { ...state.scale, last: scaleLast },
    prose: { ...carried.prose, ...state.prose, ...Object.fromEntries(both) },
    reviews: { ...carried.reviews, ...state.reviews, ...further?.reviews },
  };
}

/** What stands here of last time is of the later one, and stays. */
function withLate(state: DiscussionState, carried: Carry): DiscussionState {
  const here = new Set(state.lastSteps.map((s) => s.stepId));
  return {
    ...state,
    lastHeldOn:
      [state.lastHeldOn, carried.lastHeldOn]
        .filter((on) => on !== null)
        .sort()
        .at(-1) ?? null,
    lastSteps: [...carried.lastSteps.filter((s) => !here.has(s.stepId)), ...state.lastSteps],
    challenges: withChallenges(state, carried),
  };
}

/** What was written here since stays in front of what arrives. */
function withChallenges(state: DiscussionState, { challenges }: Carry): Challenge[] {
  const here = new Set(state.challenges.map((c) => c.challengeId));
  return [...challenges.filter((c) => !here.has(c.challengeId)), ...state.challenges];
}

/** Put into a session, or taken out of it with everything prepared. */
const plan = kind({
  kind: 'discussion.plan',
  schema: z.strictObject({ sessionId: id.nullable() }),
  internal: true,
  may: nobody,
  apply: whileUnsigned((state, { sessionId }) => ({
    ...state,
    sessionId,
    ...(sessionId ? {} : { chairId: null, inPlaceOf: null, penId: null }),
  })),
  says: ({ sessionId }) =>
    sessionId ? 'put this family into a session' : 'took this family out of the session',
});

/** Allocations, posts or members changed while this was being prepared. */
const refresh = kind({
  kind: 'discussion.refresh',
  schema: z.strictObject({ familyName: line, ...familyAsItIs }),
  internal: true,
  may: nobody,
  apply: whileUnsigned((state, { familyName, children, adults, expected }) => ({
    ...state,
    familyName,
    children: keepingTicks(children, state),
    ...withFormer(state, adults, expected),
  })),
  says: () => 'brought the family’s details up to date',
});

/** The session has opened: what people had read is fixed, as the record up to here. */
const fixBrief = kind({
  kind: 'brief.fix',
  schema: z.strictObject({}),
  internal: true,
  may: nobody,
  apply: whileUnsigned((state, _, { seq, at }) => ({ ...state, brief: { seq, at } })),
  says: () => 'fixed the brief as it was when the session opened',
});

/** Somebody read the brief, up to an entry. */
const readBrief = kind({
  kind: 'brief.read',
  schema: z.strictObject({ seq: z.int().min(1) }),
  may: () => null,
  when: whileOpen,
  apply: (state, { seq }, stamp) => {
    if (!stamp.by) return state;
    // Nobody has read what was not yet written, whatever their page says.
    const upTo = Math.min(seq, stamp.seq);
    const before = state.readBy[stamp.by];
    if (before && before.seq >= upTo) return state;
    return { ...state, readBy: { ...state.readBy, [stamp.by]: { seq: upTo, at: stamp.at } } };
  },
  says: () => 'read the brief',
});

/** A fresh snapshot of the children, with the ticks of whom we discuss that were already made here. */
export function keepingTicks(children: readonly ChildHere[], state: DiscussionState): ChildHere[] {
  return children.map((child) => {
    const before = state.children.find((c) => c.childId === child.childId);
    return before ? { ...child, discussed: before.discussed } : child;
  });
}

/** The adults and the disciplines as they are, with those that were before and are no longer. */
export function withFormer(
  state: DiscussionState,
  adults: readonly AdultHere[],
  expected: readonly Expected[],
): Pick<DiscussionState, 'adults' | 'expected' | 'former'> {
  const { former = { adults: [], expected: [] } } = state;
  // Somebody who goes by another name was named by the old one too.
  const goneAdults = [...former.adults, ...state.adults].filter((a, i, all) =>
    [...adults, ...all.slice(i + 1)].every((b) => b.adultId !== a.adultId || b.name !== a.name),
  );
  const goneWork = [...former.expected, ...state.expected].filter((a, i, all) =>
    [...expected, ...all.slice(i + 1)].every(
      (b) => b.discipline !== a.discipline || b.personId !== a.personId || b.about !== a.about,
    ),
  );
  if (!state.former && goneAdults.length + goneWork.length === 0) return { adults, expected };
  return { adults, expected, former: { adults: goneAdults, expected: goneWork } };
}

function count(n: number, of: string): string {
  return `${n} ${of}${n === 1 ? '' : 's'}`;
}

/** The kinds of this theme. */
export const openingKinds = [open, carry, plan, refresh, fixBrief, readBrief];
