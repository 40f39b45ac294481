import { z } from 'zod';
import { disciplineCodes } from '../disciplines.js';
import { ClockTime, Id, LocalDate } from '../fields.js';

/** How far one discipline’s review is: its words never leave the discussion. */
export const reviewStands = ['vacant', 'nothing', 'draft', 'ready'] as const;
export type ReviewStands = (typeof reviewStands)[number];

export const PreparingReview = z.object({
  discipline: z.enum(disciplineCodes),
  /** Null while the post is vacant. */
  person: z.object({ personId: Id, name: z.string(), firstName: z.string() }).nullable(),
  stands: z.enum(reviewStands),
  /** Cannot be there: on leave, or not a day they work. */
  away: z.boolean(),
});
export type PreparingReview = z.infer<typeof PreparingReview>;

/** One session that is being prepared, for whoever leads it or asks for the reviews. */
export const Preparing = z.object({
  sessionId: Id,
  teamName: z.string(),
  date: LocalDate,
  startsAt: ClockTime,
  status: z.enum(['planned', 'open', 'closed']),
  /** By when the reviews are asked for. */
  dueOn: LocalDate,
  /** What it is shown for: to lead the session, or to ask people for what they owe. */
  use: z.enum(['lead', 'chase']),
  families: z.array(
    z.object({
      slotId: Id,
      discussionId: Id,
      familyId: Id,
      familyName: z.string(),
      startsAt: ClockTime,
      pattern: z.number().int(),
      reviews: z.array(PreparingReview),
      /** Who would be missing for a quorum if everybody comes who can. */
      missing: z.array(z.enum(['chair', 'social-work', 'specialist'])),
    }),
  ),
});
export type Preparing = z.infer<typeof Preparing>;

/** What one person still owes for a session. */
export interface Owed {
  personId: string;
  name: string;
  discipline: PreparingReview['discipline'];
  families: { familyId: string; familyName: string; stands: 'nothing' | 'draft' }[];
}

/** Who still owes what for a session, whoever owes most first. */
export function owedFor({ families }: Pick<Preparing, 'families'>): Owed[] {
  const owed = new Map<string, Owed>();
  for (const { familyId, familyName, reviews } of families)
    for (const { discipline, person, stands } of reviews) {
      if (!person || stands === 'ready' || stands === 'vacant') continue;
      const key = `${person.personId} ${discipline}`;
      const one = owed.get(key) ?? { personId: person.personId, name: person.name, discipline, families: [] };
      one.families.push({ familyId, familyName, stands });
      owed.set(key, one);
    }
  return [...owed.values()].sort(
    (a, b) => b.families.length - a.families.length || a.name.localeCompare(b.name),
  );
}

/** How many reviews are ready, of those that somebody can write. */
export function readyOf(reviews: readonly Pick<PreparingReview, 'stands'>[]): { ready: number; of: number } {
  const asked = reviews.filter(({ stands }) => stands !== 'vacant');
  return { ready: asked.filter(({ stands }) => stands === 'ready').length, of: asked.length };
}
