import { z } from 'zod';
import { ClockTime, Id, Instant, LocalDate, maybeWords, words } from '../fields.js';
import { JoinLink } from './http.js';

const weekday = z.number().int().min(1).max(7);

/** When a team meets. Weekdays count from 1, Monday. */
export const SeriesPattern = z.discriminatedUnion('kind', [
  /** Every so many weeks on a weekday, counted from `anchor`. Every gap is the same. */
  z.strictObject({
    kind: z.literal('weekly'),
    everyWeeks: z.number().int().min(1).max(8),
    weekday,
    anchor: LocalDate,
  }),
  /** The nth weekday of each month; 5 is the last. Four times a year a gap is five weeks. */
  z.strictObject({ kind: z.literal('nth-weekday'), nth: z.number().int().min(1).max(5), weekday }),
  z.strictObject({ kind: z.literal('chosen'), dates: z.array(LocalDate).min(1).max(120) }),
]);
export type SeriesPattern = z.infer<typeof SeriesPattern>;

const seriesFields = {
  name: words(120),
  pattern: SeriesPattern,
  startsAt: ClockTime,
  endsAt: ClockTime,
  room: maybeWords(120),
  joinLink: JoinLink,
  chairId: Id,
  deputyId: Id.nullable().default(null),
  penId: Id.nullable().default(null),
  fromOn: LocalDate,
  toOn: LocalDate.nullable().default(null),
};

export const NewSeries = z.strictObject({ teamId: Id, ...seriesFields });
export type NewSeries = z.infer<typeof NewSeries>;
export const Series = z.object({ seriesId: Id, teamId: Id, ...seriesFields, endedAt: Instant.nullable() });
export type Series = z.infer<typeof Series>;

/** A change from `fromOn` on: sessions before that day stay as they are. */
export const SeriesPatch = z
  .strictObject({
    ...seriesFields,
    joinLink: JoinLink.unwrap(),
    deputyId: seriesFields.deputyId.unwrap(),
    penId: seriesFields.penId.unwrap(),
    toOn: seriesFields.toOn.unwrap(),
  })
  .partial();
export type SeriesPatch = z.infer<typeof SeriesPatch>;

/** The last day of a series. */
export const SeriesEnd = z.strictObject({ toOn: LocalDate });
export type SeriesEnd = z.infer<typeof SeriesEnd>;

/** What a gap report rests on: a whole new series may be sent too. */
export const GapsOf = z.object({ teamId: Id, pattern: SeriesPattern, fromOn: LocalDate });
export type GapsOf = z.infer<typeof GapsOf>;

/** A year of a series before it is saved: its days, the gaps between them, and which of them break the limit. */
export const GapReport = z.object({
  from: LocalDate,
  to: LocalDate,
  days: z.array(
    z.object({
      on: LocalDate,
      /** Whole days since the one before; null for the first. */
      gap: z.number().int().nullable(),
      /** Longer than the team's limit allows. */
      breaks: z.boolean(),
      /** The office is shut that day: the session is made on this day instead (always earlier), or null when it need not move. */
      movedTo: LocalDate.nullable(),
      closed: z.string(),
    }),
  ),
  longest: z.number().int(),
  breaks: z.number().int(),
  limitDays: z.number().int(),
  says: z.string(),
});
export type GapReport = z.infer<typeof GapReport>;
