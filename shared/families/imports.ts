import { z } from 'zod';
import { Id, Instant } from '../fields.js';

/** One thing about a file that somebody should know: where it is, in words, and whether the row was used. */
export const ImportProblem = z.object({
  list: z.string(),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  words: z.string(),
  severity: z.enum(['left-out', 'notice']),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

/** What an import did, or (`checked`) would do. Counts are by their plain names: “familiesAdded”. */
export const ImportReport = z.object({
  kind: z.enum(['annex-a', 'history']),
  fileName: z.string(),
  /** True when the file was only looked at. */
  checked: z.boolean(),
  /** False when everything in the file was already so. */
  changed: z.boolean(),
  counts: z.record(z.string(), z.number().int()),
  /** Rows that could not be used. */
  leftOut: z.number().int(),
  problems: z.array(ImportProblem),
  /** Problems beyond those listed. */
  unlisted: z.number().int(),
  /** Children who may be one family; nothing was made of it. */
  suggestions: z.array(z.object({ childRefs: z.array(z.string()), because: z.string() })),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** One import of the past; a file that changed nothing leaves none. */
export const ImportRun = z.object({
  importId: Id,
  at: Instant,
  byId: Id.nullable(),
  byName: z.string(),
  report: ImportReport,
});
export type ImportRun = z.infer<typeof ImportRun>;

/** `check=1`: read and compare, write nothing. */
export const ImportQuery = z.object({ check: z.enum(['0', '1']).default('0') });
export type ImportQuery = z.infer<typeof ImportQuery>;
