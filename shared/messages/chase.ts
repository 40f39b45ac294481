import { z } from 'zod';
import { disciplineCodes } from '../disciplines.js';
import { Id, LocalDate } from '../fields.js';

/** How far a review has come: nothing written, something written, or said by its author to be ready to be read. */
export const readyStates = ['nothing', 'draft', 'ready'] as const;
export type ReadyState = (typeof readyStates)[number];

/** One review that a session needs, and how far it has come. Not a word of what it says. */
export const ChaseRow = z.object({
  familyId: Id,
  familyName: z.string(),
  discussionId: Id,
  discipline: z.enum(disciplineCodes),
  personId: Id,
  state: z.enum(readyStates),
  dueOn: LocalDate,
});
export type ChaseRow = z.infer<typeof ChaseRow>;

/** Who still owes what for one session that is being prepared; for those who keep its team. In order of the families. */
export const ChaseList = z.object({
  sessionId: Id,
  teamId: Id,
  date: LocalDate,
  rows: z.array(ChaseRow),
});
export type ChaseList = z.infer<typeof ChaseList>;
