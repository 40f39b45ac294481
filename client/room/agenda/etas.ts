import { agenda, stepSeconds } from '../../../shared/agenda.js';
import type { SessionState, Slot } from '../../../shared/session/state.js';
import { londonInstant } from './london.js';

/** When one family is, was or will be talked about. Instants in milliseconds. */
export interface SlotTime {
  slotId: string;
  stands: 'done' | 'now' | 'ahead';
  startsAt: number;
  endsAt: number;
}

export interface Etas {
  slots: SlotTime[];
  /** Whole minutes the room is behind its plan, never below nought. */
  minutesOver: number;
}

/**
 * When each family comes, from the actual start, the minutes of each and the order. The family being discussed ends
 * when what is left of this step and the steps after it are over.
 */
export function etas(session: SessionState, now: number): Etas {
  // A sitting that opens late has its plan from then on; one that opens early keeps the times people were given.
  const begins = Math.max(londonInstant(session.date, session.startsAt), instant(session.openedAt) ?? 0);
  let cursor = session.status === 'open' ? now : begins;
  let planned = begins;
  let behind = session.status === 'open' && !session.at ? Math.max(0, now - begins) : 0;

  // The family being discussed holds up those after it, wherever it stands in the order.
  const current = session.slots.find((slot) => slot.slotId === session.at?.slotId && !slot.outcome);
  if (current) cursor = endOf(current, session, now);

  const slots = session.slots.map((slot): SlotTime => {
    planned += slot.minutes * 60_000;
    if (slot === current) {
      behind = Math.max(0, cursor - planned);
      return { slotId: slot.slotId, stands: 'now', startsAt: instant(slot.startedAt) ?? now, endsAt: cursor };
    }
    if (slot.outcome || slot.startedAt) {
      const startsAt = instant(slot.startedAt) ?? planned - slot.minutes * 60_000;
      return { slotId: slot.slotId, stands: 'done', startsAt, endsAt: instant(slot.endedAt) ?? startsAt };
    }
    const startsAt = cursor;
    cursor += slot.minutes * 60_000;
    return { slotId: slot.slotId, stands: 'ahead', startsAt, endsAt: cursor };
  });
  return { slots, minutesOver: Math.floor(behind / 60_000) };
}

/** Where the room is in the current step: whole seconds used, and the seconds it may take. */
export function stepTime(session: SessionState, now: number): { used: number; budget: number } | null {
  const at = session.at;
  const slot = session.slots.find((s) => s.slotId === at?.slotId);
  const step = agenda.find((s) => s.code === at?.step);
  if (!at || !slot || !step) return null;
  const used = Math.max(0, Math.floor((now - Date.parse(at.stepSince)) / 1000));
  return { used, budget: stepSeconds(step, slot.minutes) };
}

/** Whole minutes this family has been talked about so far. */
export function minutesUsed(slot: Slot, now: number): number {
  const startedAt = instant(slot.startedAt);
  if (startedAt === null) return 0;
  return Math.max(0, Math.floor(((instant(slot.endedAt) ?? now) - startedAt) / 60_000));
}

function endOf(slot: Slot, session: SessionState, now: number): number {
  const time = stepTime(session, now);
  const at = agenda.findIndex((step) => step.code === session.at?.step);
  const after = agenda.slice(at + 1).reduce((sum, step) => sum + stepSeconds(step, slot.minutes), 0);
  return now + (Math.max(0, (time?.budget ?? 0) - (time?.used ?? 0)) + after) * 1000;
}

function instant(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso);
}
