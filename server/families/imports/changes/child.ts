import type { Context } from './context.js';
import type { Rows } from './rows.js';
import { plansOf, type SaidOfChild } from './said.js';
import type { ChildColumns, StoredChild } from './stored.js';

/** A child as the product keeps them. A closed child has left the family's discussions, and comes back when reopened. */
export function childColumns(said: SaidOfChild, today: string): ChildColumns {
  return {
    first_name: said.firstName ?? `Child ${said.childRef}`,
    born_on: said.bornOn,
    expected_on: said.expectedOn,
    gender: said.gender,
    ethnicity: said.ethnicity,
    disability: said.disability,
    left_on: said.status === 'closed' ? (said.closedOn ?? today) : null,
  };
}

/**
 * Adds, changes and ends the plans that the lists speak of, by their type and start. A plan somebody added here by
 * hand (pre-proceedings, say) was never in the lists, so its absence from them ends nothing.
 */
export function comparePlans(
  childId: string,
  stored: StoredChild | undefined,
  said: SaidOfChild,
  rows: Rows,
  context: Context,
): boolean {
  const now = plansOf(said);
  const before = stored?.said ? plansOf(stored.said) : [];
  let changed = false;
  for (const plan of now) {
    const was = before.find((p) => p.type === plan.type && p.since === plan.since);
    const row = stored?.plans.find((p) => p.type === plan.type && p.since === plan.since);
    if (!row) {
      // Said before and not here: somebody took it away.
      if (was && was.until === plan.until) continue;
      rows.plan.push({
        id: context.newId(),
        child_id: childId,
        type: plan.type,
        category: plan.category,
        since_on: plan.since,
        until_on: plan.until,
      });
      changed = true;
      continue;
    }
    const set: Record<string, string | null> = {};
    if (plan.until !== was?.until && plan.until !== row.until) set['until_on'] = plan.until;
    if (plan.category !== null && plan.category !== was?.category && plan.category !== row.category)
      set['category'] = plan.category;
    if (Object.keys(set).length === 0) continue;
    rows.changed.push({ table: 'plan', id: row.id, set });
    changed = true;
  }
  const next = now
    .filter((p) => !before.some((b) => b.type === p.type && b.since === p.since))
    .map((p) => p.since)
    .sort()[0];
  for (const gone of before.filter(
    (b) => b.until === null && !now.some((p) => p.type === b.type && p.since === b.since),
  )) {
    const row = stored?.plans.find((p) => p.type === gone.type && p.since === gone.since && p.until === null);
    if (!row) continue;
    const ended = said.status === 'closed' ? (said.closedOn ?? context.today) : (next ?? context.today);
    rows.changed.push({
      table: 'plan',
      id: row.id,
      set: { until_on: ended < row.since ? row.since : ended },
    });
    changed = true;
  }
  return changed;
}
