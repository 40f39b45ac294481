import { z } from 'zod';
import { type DisciplineCode, disciplineCodes } from '../disciplines.js';
import type { AdultHere, Challenge, ChildHere, Expected, LastStep, Review, Score } from './state.js';
import { challengeAbouts, challengeOutcomes, evidenceKinds, stagesOfChange } from './state.js';

/** An id of a person, child, challenge, next step…: made once, never guessed at. */
export const id = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/);
/** A day as the calendar on the wall has it, in Europe/London: "2026-03-10". */
export const localDate = z.iso.date();
export const instant = z.iso.datetime();
export const discipline = z.enum(disciplineCodes);
/** A line: a name, a reason in a few words. */
export const line = z.string().max(300);
/** A paragraph that one person writes alone. */
export const paragraph = z.string().max(4000);

/** The keys of a record of titles, as an enum. */
export function oneOf<K extends string>(titles: Readonly<Record<K, string>>) {
  return z.enum(Object.keys(titles) as [K, ...K[]]);
}

/** The fields that were given: a field left out never overwrites what is there. */
export function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as never;
}

/** A snapshot of a child, with whether they are expected to be discussed. */
export const childHere: z.ZodType<ChildHere> = z.strictObject({
  childId: id,
  firstName: line,
  bornOn: localDate.nullable(),
  expectedOn: localDate.nullable(),
  plans: z.array(
    z.strictObject({ type: z.enum(['CIN', 'CP', 'PLO', 'CLA', 'assessment', 'other']), since: localDate }),
  ),
  discussed: z.boolean(),
});

export const adultHere: z.ZodType<AdultHere> = z.strictObject({
  adultId: id,
  name: line,
  relation: line,
  childIds: z.array(id).nullable(),
});

export const expected: z.ZodType<Expected> = z.strictObject({
  discipline,
  personId: id.nullable(),
  about: line,
  vacantSince: localDate.nullable(),
});

export const lastStep: z.ZodType<LastStep> = z.strictObject({
  stepId: id,
  text: paragraph,
  ownerId: id.nullable(),
  withWhom: line,
  dueOn: localDate.nullable(),
  evidence: paragraph,
  protected: z.boolean(),
  audience: z.array(discipline),
  carried: z.int().min(0),
  status: z.enum(['open', 'done', 'not-yet', 'no-longer-needed']),
  note: paragraph,
  doneOn: localDate.nullable(),
  by: id.nullable(),
});

const outcome: z.ZodType<NonNullable<Challenge['outcome']>> = z.strictObject({
  outcome: z.enum(challengeOutcomes),
  reason: paragraph,
  personId: id.nullable(),
  byOn: localDate.nullable(),
  by: id,
  at: instant,
});

export const challenge: z.ZodType<Challenge> = z.strictObject({
  challengeId: id,
  raisedBy: id.nullable(),
  recordedBy: id.nullable(),
  about: oneOf(challengeAbouts),
  quote: paragraph,
  text: paragraph,
  at: instant,
  answers: z.array(z.strictObject({ by: id, recordedBy: id.nullable(), text: paragraph, at: instant })),
  outcome: outcome.nullable(),
  carriedFrom: id.nullable(),
  lastOutcome: outcome.nullable(),
});

/** What stands beside a discipline's prose, as its author sets it. */
export const reviewFields = {
  direction: z.enum(['better', 'same', 'worse', 'mixed']).nullable().optional(),
  evidence: z.array(oneOf(evidenceKinds)).max(20).optional(),
  stages: z
    .array(z.strictObject({ adultId: id, issue: line, stage: z.enum(stagesOfChange) }))
    .max(20)
    .optional(),
  nothingNew: z.boolean().optional(),
  ready: z.boolean().optional(),
};

export const review: z.ZodType<Review> = z.strictObject({
  direction: reviewFields.direction.unwrap(),
  evidence: reviewFields.evidence.unwrap(),
  stages: reviewFields.stages.unwrap(),
  nothingNew: z.boolean(),
  ready: z.boolean(),
  by: id.nullable(),
  recordedBy: id.nullable(),
  at: instant,
});

/** Safety from 0 (harm is happening or certain) to 10 (safe enough to close). */
export const scoreNumber = z.int().min(0).max(10);

export const score: z.ZodType<Score> = z.strictObject({
  score: scoreNumber,
  reason: paragraph,
  recordedBy: id.nullable(),
  at: instant,
});

export const prose = z.strictObject({
  updates: z.array(z.string()),
  writers: z.array(id),
  size: z.int(),
  at: instant,
});

/** A record by discipline, not every discipline in it. */
export function byDiscipline<T>(of: z.ZodType<T>): z.ZodType<Partial<Record<DisciplineCode, T>>> {
  return z.partialRecord(discipline, of);
}
