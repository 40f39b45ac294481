import { Refused } from '../../../shared/refusals.js';
import { dateInEngland } from '../../../shared/schedule/local-time.js';
import type { Tx } from '../../core/transaction.js';

/** Since when a child who is added belongs to the family, if nobody says: from the first where its file was opened today. */
export async function joinsOn(tx: Tx, familyId: string, today: string): Promise<string | null> {
  const [family] = await tx.query<{ made_at: string }>('SELECT made_at FROM family WHERE id = $1', [
    familyId,
  ]);
  return family && dateInEngland(family.made_at) === today ? null : today;
}

/** Nobody belongs to a family from a day ahead, or until a day before the first. */
export function mustBeInOrder(joinedOn: string | null, leftOn: string | null, today: string): void {
  if (joinedOn && (joinedOn > today || (leftOn && leftOn < joinedOn))) throw new Refused('bad-dates');
}
