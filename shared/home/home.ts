import { z } from 'zod';
import { PackWaits } from '../audit/pack/http.js';
import { disciplineCodes } from '../disciplines.js';
import { StepLine } from '../families/family.js';
import { ClockTime, Id, Instant, LocalDate } from '../fields.js';
import { slotOutcomes } from '../session/state.js';
import { Preparing } from './preparing.js';
import { SinceLine } from './since.js';

/** A family of yours in a session, at the time that was planned for it. */
export const HomeSlot = z.object({
  slotId: Id,
  discussionId: Id,
  familyId: Id,
  familyName: z.string(),
  startsAt: ClockTime,
  minutes: z.number().int(),
  pattern: z.number().int(),
  outcome: z.enum(slotOutcomes).nullable(),
});
export type HomeSlot = z.infer<typeof HomeSlot>;

/** A session that is not over, in which a family of yours is. */
export const HomeSession = z.object({
  sessionId: Id,
  teamId: Id,
  teamName: z.string(),
  date: LocalDate,
  startsAt: ClockTime,
  endsAt: ClockTime,
  room: z.string(),
  status: z.enum(['planned', 'open', 'closed']),
  /** You lead it, or hold its pen: you are there from its beginning to its end. */
  part: z.enum(['chair', 'pen', 'called', 'none']),
  /** How many families are in it, whosever they are. */
  slots: z.number().int(),
  /** Those you are called in for. */
  yours: z.array(HomeSlot),
});
export type HomeSession = z.infer<typeof HomeSession>;

/** A review that you write, in a family whose discussion is being prepared. */
export const HomeReview = z.object({
  familyId: Id,
  familyName: z.string(),
  discussionId: Id,
  discipline: z.enum(disciplineCodes),
  /** Whom you work with there: "Lee and Shauna"; the children where nobody said. */
  about: z.string(),
  /** Where it is planned; `pattern` while that session is near enough to have one. */
  planned: z
    .object({ teamName: z.string(), on: LocalDate, at: z.string(), pattern: z.number().int().nullable() })
    .nullable(),
  /** The day by which it is asked for; null while no session is planned. */
  dueOn: LocalDate.nullable(),
  /** The family’s own limit. */
  dueBy: LocalDate.nullable(),
  /** When you last wrote in it. */
  draftAt: Instant.nullable(),
  ready: z.boolean(),
});
export type HomeReview = z.infer<typeof HomeReview>;

/** A next step of yours. `said` is what its family’s open discussion holds of it; null where that one does not ask about it. */
export const HomeStep = StepLine.extend({
  said: z
    .object({ discussionId: Id, status: z.enum(['open', 'done', 'not-yet', 'no-longer-needed']) })
    .nullable(),
});
export type HomeStep = z.infer<typeof HomeStep>;

/** A family that you manage, over its limit or within a week of it, and in no session. */
export const NoSlot = z.object({
  familyId: Id,
  familyName: z.string(),
  teamName: z.string(),
  dueBy: LocalDate,
});
export type NoSlot = z.infer<typeof NoSlot>;

/** The whole of “Your supervision”, in one answer. */
export const Home = z.object({
  /** The server’s clock as it answered. */
  at: Instant,
  today: LocalDate,
  /** You usually join from elsewhere. */
  remote: z.boolean(),
  sessions: z.array(HomeSession),
  reviews: z.array(HomeReview),
  steps: z.array(HomeStep),
  /** What others did to your families since `from`, newest first; `more` were left out. */
  since: z.object({ from: Instant, lines: z.array(SinceLine), more: z.number().int() }),
  /** For a chair and for business support: how ready the sessions are that come next. */
  preparing: z.array(Preparing),
  /** For a manager. */
  noSlot: z.array(NoSlot),
  /** Inspection packs that wait for a second manager, and this one could be it. */
  packs: z.array(PackWaits),
});
export type Home = z.infer<typeof Home>;
