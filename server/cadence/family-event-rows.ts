import type { ClockEvent } from '../../shared/cadence/events.js';

/** A row of family_event. */
export interface FamilyEventRow {
  id: string;
  family_id: string;
  on_day: string;
  kind: 'allocated' | 'transferred' | 'closed' | 'reopened' | 'exempted' | 'exemption-ended';
  team_id: string | null;
  until_on: string | null;
  reason: string;
  approved_by: string | null;
  by_id: string | null;
  known_at: string;
  replaces: string | null;
}

/** As the clock takes it. */
export function eventOf(row: FamilyEventRow): ClockEvent {
  const { id: eventId, on_day: on, known_at: knownAt, replaces, reason } = row;
  const told = { on, knownAt, eventId, replaces };
  switch (row.kind) {
    case 'allocated':
    case 'transferred':
    case 'reopened':
      return { ...told, kind: row.kind, teamId: row.team_id ?? '' };
    case 'closed':
      return { ...told, kind: 'closed', reason };
    case 'exempted':
      return { ...told, kind: 'exempted', reason, approvedBy: row.approved_by, untilOn: row.until_on };
    case 'exemption-ended':
      return { ...told, kind: 'exemption-ended' };
  }
}
