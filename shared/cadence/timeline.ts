import type { ClockEvent, PlanPeriod } from './events.js';

type Of<K extends ClockEvent['kind']> = Extract<ClockEvent, { kind: K }>;
export type Beginning = Of<'allocated' | 'transferred' | 'reopened'>;

/** One stretch of a family with one team: allocation, transfer and taking up again each begin one. */
export interface Episode {
  began: Beginning;
  closed: Of<'closed'> | null;
  /** Every other event of it, in order. */
  events: readonly ClockEvent[];
}

/** The events that stand: one that was corrected since gives way to its correction, also for days before it was known. */
export function standing(events: readonly ClockEvent[]): ClockEvent[] {
  const replaced = new Set(events.map((e) => e.replaces).filter((id) => id !== undefined && id !== null));
  return events.filter((e) => e.eventId === undefined || !replaced.has(e.eventId));
}

/** In the order in which things were so, whatever order they are given in. */
export function inOrder<E extends ClockEvent>(events: readonly E[]): E[] {
  return events
    .map((event) => ({ event, key: keyOf(event) }))
    .sort((a, b) => (a.key === b.key ? inWhole(a.event, b.event) : a.key < b.key ? -1 : 1))
    .map(({ event }) => event);
}

/** A family's episodes as at a day, oldest first. What lies after that day is not there; the order given does not matter. */
export function episodes(events: readonly ClockEvent[], asAt: string): Episode[] {
  const order = inOrder(standing(events).filter((e) => e.on <= asAt));
  const found: { began: Beginning; closed: Of<'closed'> | null; events: ClockEvent[] }[] = [];
  for (const event of order) {
    const now = found.at(-1);
    if (begins(event)) found.push({ began: event, closed: null, events: [] });
    else if (!now) continue;
    else if (event.kind !== 'closed') {
      if (isOf(event, now)) now.events.push(event);
    } else now.closed ??= event;
  }
  return found;
}

/** The children's plans as they were known to be on a day: what begins or ends later is not there yet. */
export function plansAsAt(plans: readonly PlanPeriod[], asAt: string): PlanPeriod[] {
  return plans
    .filter((p) => p.sinceOn <= asAt)
    .map((p) => (p.untilOn && p.untilOn > asAt ? { ...p, untilOn: null } : p));
}

/** As much of a child's plan as falls within the days on which the child belongs to the family: all of it, less, or none. */
export function planWithin(plan: PlanPeriod, from: string | null, until: string | null): PlanPeriod[] {
  const sinceOn = from && from > plan.sinceOn ? from : plan.sinceOn;
  const untilOn = until && (!plan.untilOn || until < plan.untilOn) ? until : plan.untilOn;
  return untilOn && untilOn <= sinceOn ? [] : [{ ...plan, sinceOn, untilOn }];
}

/** The newest discussion that counts. */
export function lastHeld({ events }: Episode): Of<'held'> | null {
  return events.findLast((e) => e.kind === 'held') ?? null;
}

/** The exemption that holds on a day. It ends with its episode: another team approves its own. */
export function exemptionOn({ events }: Episode, day: string): Of<'exempted'> | null {
  let holds: Of<'exempted'> | null = null;
  for (const event of events) {
    if (event.kind === 'exempted') holds = event;
    if (event.kind === 'exemption-ended') holds = null;
  }
  return holds && (!holds.untilOn || day <= holds.untilOn) ? holds : null;
}

function begins(event: ClockEvent): event is Beginning {
  return event.kind === 'allocated' || event.kind === 'transferred' || event.kind === 'reopened';
}

// What is dated after the closing is nobody's. On the day of a transfer both teams may have held it; where it is known to be the other's, it does not carry over.
function isOf(event: ClockEvent, { began, closed }: Omit<Episode, 'events'>): boolean {
  if (closed && event.on > closed.on) return false;
  if (event.kind !== 'held' || event.on > began.on) return true;
  return began.kind !== 'transferred' || !event.teamId || event.teamId === began.teamId;
}

// On one day a family first comes or goes, in the order in which that became known; then it is exempted, then discussed.
// Of what became known at once the order is that of a life: what is taken up again was closed, what ends had begun.
const ranks: Readonly<Record<ClockEvent['kind'], readonly [ofDay: number, atOnce: number]>> = {
  allocated: [0, 0],
  transferred: [0, 1],
  closed: [0, 2],
  reopened: [0, 3],
  exempted: [1, 0],
  'exemption-ended': [1, 1],
  held: [2, 0],
  inquorate: [2, 0],
  'not-counted': [2, 0],
  'not-reached': [2, 0],
  postponed: [2, 0],
  cancelled: [2, 0],
};

function keyOf(event: ClockEvent): string {
  const [ofDay, atOnce] = ranks[event.kind];
  return `${event.on} ${ofDay} ${event.knownAt} ${atOnce}`;
}

// No two different events are ever equal, so that their order never depends on how they came.
function inWhole(a: ClockEvent, b: ClockEvent): number {
  const whole = (event: ClockEvent): string => JSON.stringify(event, Object.keys(event).sort());
  return whole(a) < whole(b) ? -1 : 1;
}
