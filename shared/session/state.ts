import type { DisciplineCode } from '../disciplines.js';

/** What became of a slot. `held` and `inquorate` are known when the discussion ends; the rest need a reason. */
export const slotOutcomes = ['held', 'inquorate', 'not-reached', 'postponed', 'cancelled'] as const;
export type SlotOutcome = (typeof slotOutcomes)[number];

/** Why a slot came to nothing (practice 3.7). */
export const slotReasons = {
  'chair-absent': 'The chair was away',
  'social-worker-absent': 'The social worker was away',
  'specialist-absent': 'A specialist was away',
  emergency: 'An emergency came first',
  'closed-or-transferred': 'The family was closed or moved team',
  'not-prepared': 'The reviews were not ready',
  overran: 'The session ran out of time',
  technical: 'A technical fault',
  'bank-holiday': 'Bank holiday or closure',
} as const;
export type SlotReason = keyof typeof slotReasons;
/** What stands as the reason where a family was moved to another session after people had been told. Nobody chooses it. */
export const movedReason = 'moved';

/** One family's place in a session. It carries no word about the family: which discussion it is, is told only to those who may see it. */
export interface Slot {
  slotId: string;
  /** Minutes planned, and re-planned live. */
  minutes: number;
  /** 1 to 5: the family pattern, given by order in the sitting and kept for it. */
  pattern: number;
  /** ISO instants by the server's clock. */
  startedAt: string | null;
  endedAt: string | null;
  outcome: SlotOutcome | null;
  reason: SlotReason | null;
  /** What was said about it, and who allowed it. */
  note: string;
  allowedBy: string | null;
}

/** Somebody let in for this session alone: to watch, or to sit in for a colleague of the same discipline. */
export interface Guest {
  personId: string;
  as: 'observer' | 'deputy';
  discipline: DisciplineCode | null;
  inPlaceOf: string | null;
  /** Who let them in. */
  by: string | null;
}

/** A sitting: who chairs it, where the room is, and its slots in order. */
export interface SessionState {
  status: 'planned' | 'open' | 'closed';
  teamId: string;
  /** Local date and times, Europe/London. */
  date: string;
  startsAt: string;
  endsAt: string;
  room: string;
  joinLink: string;
  chairId: string | null;
  /** The manager in whose place somebody else chairs. */
  inPlaceOf: string | null;
  penId: string | null;
  openedAt: string | null;
  closedAt: string | null;
  /** It was called off before a family was begun; left out while it was not. */
  cancelled?: { reason: SlotReason; allowedBy: string };
  slots: readonly Slot[];
  guests: readonly Guest[];
  /** Where the room is: a slot and a step of its agenda, and since when. */
  at: { slotId: string; step: string; stepSince: string } | null;
}

export const emptySession: SessionState = {
  status: 'planned',
  teamId: '',
  date: '',
  startsAt: '',
  endsAt: '',
  room: '',
  joinLink: '',
  chairId: null,
  inPlaceOf: null,
  penId: null,
  openedAt: null,
  closedAt: null,
  slots: [],
  guests: [],
  at: null,
};
