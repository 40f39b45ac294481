import { z } from 'zod';
import { Id, Instant, LocalDate, words } from '../../fields.js';

/** An inspection pack is asked for with the reason, which everybody reads who comes to agree to it. */
export const NewPack = z.object({ sampleId: Id, why: words(300) });
export type NewPack = z.infer<typeof NewPack>;

/** `gone`: it was kept for its days and taken away. */
export const packStates = ['preparing', 'ready', 'released', 'failed', 'gone'] as const;

/** How far a pack is, for a page that watches it. */
export const PackProgress = z.object({
  status: z.enum(packStates),
  done: z.number().int(),
  total: z.number().int(),
});
export type PackProgress = z.infer<typeof PackProgress>;

export const PackLine = PackProgress.extend({
  packId: Id,
  sampleId: Id,
  from: LocalDate,
  to: LocalDate,
  teams: z.string(),
  byName: z.string(),
  why: z.string(),
  madeAt: Instant,
  /** The last day on which it can be opened. */
  until: LocalDate,
  /** SHA-256 of the file, once there is one. */
  hash: z.string().nullable(),
  bytes: z.number().int().nullable(),
  agreedByName: z.string().nullable(),
  agreedAt: Instant.nullable(),
  /** Where it could not be prepared: what the server's log tells more under. */
  reference: z.string().nullable(),
  mayAgree: z.boolean(),
  mayOpen: z.boolean(),
});
export type PackLine = z.infer<typeof PackLine>;

/** That a pack waits for a second manager, and until when; what it holds and what for is on its own page. */
export const PackWaits = z.object({ packId: Id, until: LocalDate });
export type PackWaits = z.infer<typeof PackWaits>;
