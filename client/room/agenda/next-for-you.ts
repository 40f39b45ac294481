import type { Etas } from './etas.js';

/** The next family of somebody's own, given which slots are theirs. Instants in milliseconds. */
export interface NextForYou {
  slotId: string;
  startsAt: number;
  /** Whole minutes between now, or the end of the family of theirs that is discussed now, and then. */
  freeMinutes: number;
}

/** Which family somebody is needed for next, and how long they are free before it; null when none is to come. */
export function nextForYou(
  { slots }: Pick<Etas, 'slots'>,
  isYours: (slotId: string) => boolean,
  now: number,
): NextForYou | null {
  const yours = slots.filter((slot) => isYours(slot.slotId));
  const next = yours
    .filter((slot) => slot.stands === 'ahead')
    .reduce<(typeof yours)[number] | null>((a, b) => (a && a.startsAt <= b.startsAt ? a : b), null);
  if (!next) return null;
  const from = yours.find((slot) => slot.stands === 'now')?.endsAt ?? now;
  return {
    slotId: next.slotId,
    startsAt: next.startsAt,
    freeMinutes: Math.max(0, Math.round((next.startsAt - from) / 60_000)),
  };
}
