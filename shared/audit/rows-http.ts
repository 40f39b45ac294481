import { z } from 'zod';
import { Id, LocalDate } from '../fields.js';
import { Asked, Count, Group, Month, PeriodAsked, ReasonsPart } from './http.js';
import { measureCodes } from './measures/titles.js';

/** So many rows of one number are shown on a page; all of them are in the file. */
export const rowsShown = 200;

const Lands = z.enum(['met', 'not-met', 'apart']);

/** Which rows: those of a measure, as far as they landed so, for that reason, and belong to that group. */
export const RowsAsked = PeriodAsked.extend({
  measure: z.enum(measureCodes),
  /** Of monthly coverage; the month of the day asked about, when left out. */
  month: Month.optional(),
  lands: Lands.optional(),
  reason: z.string().max(60).optional(),
  /** A group of what it is cut by; empty for those of whom nothing is recorded. */
  group: z.string().max(100).optional(),
  /** Only what rests on a record that is not signed yet. */
  provisional: z.literal('yes').optional(),
});
export type RowsAsked = z.infer<typeof RowsAsked>;

/** One thing that a measure counted. Of a family that the reader may not see, only how it was counted. */
export const RowShown = z.object({
  familyId: Id.nullable(),
  name: z.string(),
  /** The child's first name, where a child is counted. */
  child: z.string().nullable(),
  /** Where a discipline at a discussion is counted. */
  discipline: z.string().nullable(),
  on: LocalDate.nullable(),
  days: z.number().int().nullable(),
  lands: Lands,
  reason: z.string(),
  provisional: z.boolean(),
  /** The signed minutes of the discussion, where there is one. */
  minutesId: Id.nullable(),
});
export type RowShown = z.infer<typeof RowShown>;

/** The rows behind a number, at most so many of them, and how many there are. */
export const RowsPage = Asked.extend({
  from: LocalDate,
  measure: z.enum(measureCodes),
  title: z.string(),
  month: Month.nullable(),
  /** Of the whole measure, or of the group that was asked for. */
  count: Count,
  reasons: ReasonsPart,
  /** Of the whole measure, where it is cut. */
  groups: z.array(Group),
  /** The group that was asked for, in words. */
  groupName: z.string().nullable(),
  /** How many rows are asked for. */
  matching: z.number().int(),
  rows: z.array(RowShown),
});
export type RowsPage = z.infer<typeof RowsPage>;
