import type { BoardSession, PersonDay } from '../../../../shared/schedule/planner.js';
import { listed, timeOfDay } from '../../../ui/format.js';

/** The hours that the lanes show, in minutes since midnight, with a mark at each whole step. */
export interface Axis {
  from: number;
  to: number;
  marks: readonly number[];
}

/** Minutes since midnight of a time of day. */
export function minutesAt(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** A time of day of minutes since midnight: "9:30am". */
export function timeAt(minutes: number): string {
  return timeOfDay(`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`);
}

/** From the beginning of a session to its end, and as far beyond as the team’s own families of that day reach. */
export function axisOf(session: Pick<BoardSession, 'startsAt' | 'endsAt'>, days: readonly PersonDay[]): Axis {
  const own = days.flatMap(({ blocks }) => blocks.filter(({ slotId }) => slotId !== null));
  const from = Math.min(minutesAt(session.startsAt), ...own.map((block) => minutesAt(block.startsAt)));
  const to = Math.max(minutesAt(session.endsAt), ...own.map((block) => minutesAt(block.endsAt)));
  const step = to - from > 4 * 60 ? 60 : 30;
  const first = Math.ceil(from / step) * step;
  const marks: number[] = [];
  for (let at = first; at <= to; at += step) marks.push(at);
  return { from, to, marks };
}

/** Where a stretch of time lies on the axis, in per cent; null when no part of it does. */
export function spanOn(
  { from, to }: Pick<Axis, 'from' | 'to'>,
  block: { startsAt: string; endsAt: string },
): { left: number; width: number } | null {
  const start = Math.max(from, minutesAt(block.startsAt));
  const end = Math.min(to, minutesAt(block.endsAt));
  if (end <= start) return null;
  const share = (minutes: number) => (minutes / (to - from)) * 100;
  return { left: share(start - from), width: share(end - start) };
}

/** "9:30am to 10am and 11am to 12pm": when somebody is called in, families that follow one another as one. */
export function timesSay(blocks: PersonDay['blocks']): string {
  const own = blocks.filter(({ slotId }) => slotId !== null);
  const whole: { startsAt: string; endsAt: string }[] = [];
  for (const block of [...own].sort((a, b) => a.startsAt.localeCompare(b.startsAt))) {
    const last = whole.at(-1);
    if (last && last.endsAt >= block.startsAt)
      last.endsAt = last.endsAt > block.endsAt ? last.endsAt : block.endsAt;
    else whole.push({ startsAt: block.startsAt, endsAt: block.endsAt });
  }
  return listed(whole.map(({ startsAt, endsAt }) => `${timeOfDay(startsAt)} to ${timeOfDay(endsAt)}`));
}

/** "Southgate, 11am to 12pm": time that another team has. */
export function elsewhereSays(blocks: PersonDay['blocks']): string {
  const others = blocks.filter(({ slotId }) => slotId === null);
  return listed(others.map((b) => `${b.says}, ${timeOfDay(b.startsAt)} to ${timeOfDay(b.endsAt)}`));
}
