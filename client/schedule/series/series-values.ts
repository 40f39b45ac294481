import type { NewSeries, Series, SeriesPattern } from '../../../shared/schedule/series.js';
import { weekdayOf } from './series-words.js';

/** A series as its form holds it: every choice of every kind of pattern, so that changing the kind loses nothing. */
export interface SeriesValues {
  name: string;
  kind: SeriesPattern['kind'];
  everyWeeks: string;
  nth: string;
  weekday: string;
  dates: string[];
  fromOn: string;
  toOn: string;
  startsAt: string;
  endsAt: string;
  room: string;
  joinLink: string;
  chairId: string;
  deputyId: string;
  penId: string;
}

/** What a form begins with: a series that is changed, or every four weeks, which keeps every gap the same. */
export function seriesValues(series: Series | undefined, name: string, fromOn: string): SeriesValues {
  const pattern = series?.pattern;
  return {
    name: series?.name ?? name,
    kind: pattern?.kind ?? 'weekly',
    everyWeeks: String(pattern?.kind === 'weekly' ? pattern.everyWeeks : 4),
    nth: String(pattern?.kind === 'nth-weekday' ? pattern.nth : 1),
    weekday: String(pattern && pattern.kind !== 'chosen' ? pattern.weekday : 2),
    dates: pattern?.kind === 'chosen' ? [...pattern.dates] : [],
    fromOn,
    toOn: series?.toOn ?? '',
    startsAt: series?.startsAt ?? '09:30',
    endsAt: series?.endsAt ?? '12:30',
    room: series?.room ?? '',
    joinLink: series?.joinLink ?? '',
    chairId: series?.chairId ?? '',
    deputyId: series?.deputyId ?? '',
    penId: series?.penId ?? '',
  };
}

/** The pattern that is chosen; null while something is missing. A weekly one is counted from its first day. */
export function patternIn(values: SeriesValues): SeriesPattern | null {
  const { kind, fromOn, everyWeeks, nth, weekday, dates } = values;
  if (kind === 'chosen') return dates.length > 0 ? { kind, dates: [...dates].sort() } : null;
  if (!fromOn) return null;
  if (kind === 'nth-weekday') return { kind, nth: Number(nth), weekday: Number(weekday) };
  return { kind, everyWeeks: Number(everyWeeks), weekday: weekdayOf(fromOn), anchor: fromOn };
}

/** The first day on which the series holds: of chosen days the earliest. */
export function startIn({ kind, dates, fromOn }: SeriesValues): string {
  return kind === 'chosen' ? ([...dates].sort()[0] ?? '') : fromOn;
}

/** The series as it is sent; null while its pattern is not there. */
export function seriesIn(values: SeriesValues, teamId: string): NewSeries | null {
  const pattern = patternIn(values);
  if (!pattern) return null;
  const { name, startsAt, endsAt, room, joinLink, chairId, deputyId, penId, toOn } = values;
  return {
    teamId,
    name: name.trim(),
    pattern,
    startsAt,
    endsAt,
    room: room.trim(),
    joinLink: joinLink.trim(),
    chairId,
    deputyId: deputyId || null,
    penId: penId || null,
    fromOn: startIn(values),
    toOn: toOn || null,
  };
}
