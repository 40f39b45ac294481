import { slotMinutes } from '../../shared/agenda.js';
import type { FamilyLine } from '../../shared/families/family.js';
import type { SessionPage, SlotHere } from '../../shared/schedule/http.js';
import { plusMinutes } from '../../shared/schedule/local-time.js';
import { countOf, timeOfDay } from '../ui/format.js';

export interface TimedSlot {
  slot: SlotHere;
  /** `09:30`, planned. */
  at: string;
  until: string;
}

/** The slots in their order, each with the time at which it is planned. */
export function timed({ slots, startsAt }: Pick<SessionPage, 'slots' | 'startsAt'>): TimedSlot[] {
  let at = startsAt;
  return [...slots]
    .sort((a, b) => a.position - b.position)
    .map((slot) => {
      const from = at;
      at = plusMinutes(from, slot.minutes);
      return { slot, at: from, until: at };
    });
}

/** Minutes between two times of one day. */
export function minutesBetween(from: string, to: string): number {
  const of = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return of(to) - of(from);
}

/** "1 h 45 min" */
export function lengthSays(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}

/** What fits: "3 families, 1 h 45 min of 3 h", and by how much it is too long. */
export function fitsSays({ slots, startsAt, endsAt }: Pick<SessionPage, 'slots' | 'startsAt' | 'endsAt'>): {
  words: string;
  over: string | null;
} {
  const used = slots.reduce((sum, slot) => sum + slot.minutes, 0);
  const room = minutesBetween(startsAt, endsAt);
  const words = `${countOf(slots.length, 'family', 'families')}, ${lengthSays(used)} of ${lengthSays(room)}`;
  const over =
    used > room ? `${lengthSays(used - room)} too long: it would end after ${timeOfDay(endsAt)}.` : null;
  return { words, over };
}

/** The order with one slot a place earlier or later. */
export function moved(slotIds: readonly string[], slotId: string, by: -1 | 1): string[] {
  const at = slotIds.indexOf(slotId);
  const to = at + by;
  const order = [...slotIds];
  if (at < 0 || to < 0 || to >= order.length) return order;
  order.splice(at, 1);
  order.splice(to, 0, slotId);
  return order;
}

/** How long a family usually needs: longer the first time, and with four or more children (practice 3.4). */
export function minutesFor(family: Pick<FamilyLine, 'lastHeldOn' | 'children'>): number {
  return family.lastHeldOn === null || family.children.length >= 4 ? slotMinutes.long : slotMinutes.usual;
}

/** Families of the team that can be put into a session: open, with a discussion in preparation, in no session. Most pressing first. */
export function waitingFor(families: readonly FamilyLine[], teamId: string): FamilyLine[] {
  return families
    .filter(
      (f) => f.teamId === teamId && f.status === 'open' && f.openDiscussionId !== null && f.planned === null,
    )
    .sort((a, b) => (a.dueBy ?? '9').localeCompare(b.dueBy ?? '9') || a.name.localeCompare(b.name));
}
