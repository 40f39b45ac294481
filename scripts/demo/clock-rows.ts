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

/** What starts a family's clock. */
export async function cameTo(
  council: DemoCouncil,
  tx: Tx,
  familyId: string,
  team: string,
  on: string,
): Promise<void> {
  await council.add(tx, 'family_event', {
    id: randomUUID(),
    family_id: familyId,
    on_day: on,
    kind: 'allocated',
    team_id: council.team(team),
    reason: '',
    known_at: `${on}T09:00:00.000Z`,
  });
}

/** What ends a family's clock. */
export async function wasClosed(
  council: DemoCouncil,
  tx: Tx,
  familyId: string,
  team: string,
  on: string,
): Promise<void> {
  await council.add(tx, 'family_event', {
    id: randomUUID(),
    family_id: familyId,
    on_day: on,
    kind: 'closed',
    team_id: council.team(team),
    reason: 'The plan has ended',
    known_at: `${on}T15:00:00.000Z`,
  });
}

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
