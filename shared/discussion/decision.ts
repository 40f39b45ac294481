import { z } from 'zod';
import { kindOf } from '../live/change.js';
import { contributes, holdsPen, whileHeld, whileOpen } from './rights.js';
import { given, id, localDate, paragraph } from './schemas.js';
import type { DecisionType, DiscussionState } from './state.js';

const kind = kindOf<DiscussionState>();

/** What can be decided about a plan (practice 5.6). */
export const decisionTitles = {
  continue: 'The plan continues',
  'change-plan': 'The plan changes',
  allocate: 'Bring in another discipline',
  'step-up': 'Step up',
  'step-down': 'Step down',
  legal: 'Legal gateway',
  close: 'Close',
  other: 'Something else',
} as const satisfies Record<DecisionType, string>;

const setSchema = z.strictObject({
  type: z
    .enum(Object.keys(decisionTitles) as [DecisionType, ...DecisionType[]])
    .nullable()
    .optional(),
  reviewOn: localDate.nullable().optional(),
  whoAgreed: z.array(id).max(40).optional(),
});
export type DecisionSet = z.infer<typeof setSchema>;

/** What kind of decision it is, when it is looked at again, who agreed. The words are prose fields. */
const set = kind({
  kind: 'decision.set',
  schema: setSchema,
  may: (actor, _, state) => (holdsPen(actor, state) ? null : (contributes(actor) ?? 'pen-only')),
  when: whileHeld,
  apply: (state, payload) => ({ ...state, decision: { ...state.decision, ...given(payload) } }),
  says: ({ type }) => (type ? `set the decision: ${decisionTitles[type].toLowerCase()}` : 'set the decision'),
});

/** A disagreement that its owner wants kept. It prints beside the decision; nobody else can change or remove it. */
const dissent = kind({
  kind: 'dissent.keep',
  schema: z.strictObject({
    /** Empty withdraws it. */
    text: paragraph,
  }),
  may: (actor) => contributes(actor),
  when: whileOpen,
  apply: (state, { text }, { by, at }) => {
    if (!by) return state;
    const { [by]: _, ...others } = state.dissents;
    return { ...state, dissents: text.trim() ? { ...others, [by]: { text: text.trim(), at } } : others };
  },
  says: ({ text }) => (text.trim() ? 'kept a disagreement' : 'withdrew a disagreement'),
});

/** The kinds of this theme. */
export const decisionKinds = [set, dissent];
