import { z } from 'zod';
import { Id, Instant, LocalDate, maybeWords } from '../../fields.js';
import { gradeCodes, questionCodes } from './questions.js';

/** Which records a sample is drawn from. Without a team: those of every team the caller manages. */
export const NewSample = z.object({
  from: LocalDate,
  to: LocalDate,
  teamId: Id.optional(),
  /** Whoever knows it can draw the sample again. Left out, one is made by chance. */
  seed: maybeWords(120),
});
export type NewSample = z.infer<typeof NewSample>;

/** One record graded: every question, and the record as a whole. */
export const NewGrading = z.object({
  answers: z.record(z.enum(questionCodes), z.enum(gradeCodes)),
  overall: z.enum(gradeCodes),
  words: maybeWords(4000),
});
export type NewGrading = z.infer<typeof NewGrading>;

const Grading = NewGrading.extend({
  graderId: Id,
  graderName: z.string(),
  nth: z.number().int(),
  at: Instant,
});

export const SampleLine = z.object({
  sampleId: Id,
  from: LocalDate,
  to: LocalDate,
  /** Null where it was drawn from every team that somebody manages. */
  teamId: Id.nullable(),
  /** Whose records are in it: "Northgate and Southgate". */
  teams: z.string(),
  seed: z.string(),
  byName: z.string(),
  madeAt: Instant,
  records: z.number().int(),
  /** Those that have every grade they are to have. */
  graded: z.number().int(),
});
export type SampleLine = z.infer<typeof SampleLine>;

/** One record of a sample. Where the reader may not see whose it is, it keeps its place and nothing that names it. */
export const SampleRecord = z.object({
  discussionId: Id.nullable(),
  minutesId: Id.nullable(),
  familyName: z.string(),
  ref: z.string(),
  teamName: z.string(),
  chairName: z.string(),
  heldOn: LocalDate.nullable(),
  because: z.enum(['chair', 'team']),
  wanted: z.number().int(),
  given: z.number().int(),
  /** Null where the reader may grade it now. */
  whyNot: z.enum(['own-chair', 'graded-already', 'graded-by-all', 'not-yours']).nullable(),
  /** Those that the reader may see: nobody sees another's before all are given. */
  grades: z.array(Grading),
});
export type SampleRecord = z.infer<typeof SampleRecord>;

const Agreement = z.object({
  pairs: z.number().int(),
  same: z.number().int(),
  share: z.number().nullable(),
  kappa: z.number().nullable(),
});

export const SamplePage = SampleLine.extend({
  list: z.array(SampleRecord),
  /** Of the records that have every grade, by the first grade of the whole. */
  quality: z.record(z.enum(gradeCodes), z.number().int()),
  /** Between two people who graded the same record: of the record as a whole, and of every answer. */
  agreement: z.object({ overall: Agreement, answers: Agreement }),
  /** Whether the reader manages every team in it, and so may ask for its pack. */
  mayPack: z.boolean(),
});
export type SamplePage = z.infer<typeof SamplePage>;
