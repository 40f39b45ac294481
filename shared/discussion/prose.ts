import { z } from 'zod';
import { fieldOf } from '../agenda.js';
import { kindOf } from '../live/change.js';
import { clocksIn, parse, proseLimit, updateLimit, withUpdate } from '../live/prose.js';
import { standsOn } from '../live/prose-order.js';
import { whileOpen, writesField } from './rights.js';
import type { DiscussionState } from './state.js';

const kind = kindOf<DiscussionState>();

/** Words typed into a field, gathered for about 300 ms: a Yjs update that merges with everybody else's. */
const edit = kind({
  kind: 'prose.edit',
  schema: z.strictObject({
    field: z.string().max(100),
    update: z
      .string()
      .max(updateLimit)
      .regex(/^[A-Za-z0-9+/]+=*$/),
  }),
  may: (actor, { field }, state) => writesField(actor, state, field),
  when: (state, { field, update }) => {
    const no = whileOpen(state);
    if (no) return no;
    const parsed = parse(update);
    if (!parsed) return 'unreadable';
    if ((state.prose[field]?.size ?? 0) + update.length > proseLimit) return 'too-long';
    return standsOn(clocksIn(state.prose[field]), parsed) ? null : 'builds-on-refused';
  },
  apply: (state, { field, update }, { by, at }) => ({
    ...state,
    prose: { ...state.prose, [field]: withUpdate(state.prose[field], update, by, at) },
  }),
  says: ({ field }) => `wrote in “${fieldOf(field)?.field.title ?? field}”`,
});

/** The kinds of this theme. */
export const proseKinds = [edit];
