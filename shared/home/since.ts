import { z } from 'zod';
import { disciplineCodes } from '../disciplines.js';
import { ClockTime, Id, Instant, LocalDate } from '../fields.js';

const line = {
  at: Instant,
  by: z.object({ personId: Id, firstName: z.string(), discipline: z.enum(disciplineCodes) }),
  familyId: Id,
  familyName: z.string(),
};

/** One thing that somebody else did to a family of yours. That it was done, never what it says. */
export const SinceLine = z.discriminatedUnion('kind', [
  /** Children’s words were added. */
  z.object({ ...line, kind: z.literal('voice'), discussionId: Id, children: z.array(z.string()) }),
  z.object({
    ...line,
    kind: z.literal('review'),
    discussionId: Id,
    discipline: z.enum(disciplineCodes),
    ready: z.boolean(),
  }),
  /** Minutes were signed, with so many next steps that are yours to do. */
  z.object({ ...line, kind: z.literal('minutes'), minutesId: Id, stepsForYou: z.number().int() }),
  /** The family was put elsewhere: where it stands now, or nowhere. */
  z.object({
    ...line,
    kind: z.literal('slot'),
    to: z.object({ on: LocalDate, at: ClockTime }).nullable(),
  }),
]);
export type SinceLine = z.infer<typeof SinceLine>;

/** How long one has to be away, in minutes, for coming back to be another visit. */
export const visitGap = 30;
/** Somebody who was never here before, or has been away for long, is told of so many days. */
export const lookBackDays = { first: 7, most: 28 } as const;

/**
 * From when on things are news to somebody who looks `now`: what came since the visit before this one. `looked` is when
 * they were last here, and when the visit before that one ended.
 */
export function newsFrom(looked: { at: string; beforeAt: string } | null, now: Date): string {
  const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
  const day = 24 * 3_600_000;
  if (!looked) return ago(lookBackDays.first * day);
  const from = looked.at < ago(visitGap * 60_000) ? looked.at : looked.beforeAt;
  const earliest = ago(lookBackDays.most * day);
  return from < earliest ? earliest : from;
}
