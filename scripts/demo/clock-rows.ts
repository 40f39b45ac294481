import { randomUUID } from 'node:crypto';
import type { Tx } from '../../server/core/transaction.js';
import type { DemoCouncil } from './council.js';
import type { Shift } from './dates.js';

// What the clocks of the demonstration's families are reckoned from, each known on its own day.

/** What the council agreed on: every family each four weeks. */
export async function ruled(council: DemoCouncil, shift: Shift): Promise<void> {
  await council.write((tx) =>
    council.add(tx, 'cadence_policy', {
      id: randomUUID(),
      name: 'Four-weekly',
      version: 1,
      every: 'days',
      n: 28,
      first_n: 10,
      first_unit: 'working-days',
      from_on: shift.any('2025-09-01'),
      reason: 'Agreed by the board',
      by_id: council.id('helen'),
      made_at: council.doors.clock.at(),
    }),
  );
}

type Turn = (council: DemoCouncil, tx: Tx, familyId: string, team: string, on: string) => Promise<void>;

/** What turns a family's clock, known at an hour of its own day. */
const turns =
  (kind: 'allocated' | 'closed', hour: string, reason: string): Turn =>
  async (council, tx, familyId, team, on) => {
    const known_at = `${on}T${hour}:00.000Z`;
    const event = { family_id: familyId, on_day: on, kind, team_id: council.team(team), reason, known_at };
    await council.add(tx, 'family_event', { id: randomUUID(), ...event });
  };

export const cameTo = turns('allocated', '09:00', '');
export const wasClosed = turns('closed', '15:00', 'The plan has ended');

/** A supervision before the product was there; it was typed in on `knownOn`. */
export async function supervised(
  council: DemoCouncil,
  tx: Tx,
  familyId: string,
  heldOn: string,
  chairName: string,
  children: readonly string[],
  note: string | null,
  knownOn = heldOn,
): Promise<void> {
  await council.add(tx, 'supervision', {
    id: randomUUID(),
    family_id: familyId,
    held_on: heldOn,
    kind: 'supervision',
    counts: 1,
    chair_name: chairName,
    children: JSON.stringify(children),
    source: 'history',
    note,
    made_at: `${knownOn}T16:00:00.000Z`,
  });
}
