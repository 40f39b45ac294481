import type {
  ChildStatus,
  ListedChild,
  ProtectionPlan,
} from '../../../../shared/families/children-in-need.js';
import { Refused } from '../../../../shared/refusals.js';
import type { RawTable } from '../reading/table.js';
import { type ListRow, readList6, readList7 } from './annex-a-lists.js';
import { inWords } from './local-date.js';
import { Problems } from './problems.js';

export interface AnnexA {
  children: ListedChild[];
  /** Rows below the headings, used or not. */
  rows: { list6: number; list7: number };
  /** Without list 7 a stored protection plan is left as it is: its absence says nothing. */
  hasList7: boolean;
}

/**
 * Puts lists 6 and 7 together, one entry a child. Says every row and cell that could not be used. Where the lists
 * contradict each other the reading that keeps the child in sight is taken: too much supervision does no harm.
 */
export function readAnnexA(tables: ReadonlyMap<string, RawTable>, today: string, problems: Problems): AnnexA {
  const list6 = tables.get('List 6');
  const list7 = tables.get('List 7');
  if (!list6)
    throw new Refused('file-refused', 'This file has no sheet called “List 6”, the children in need.');
  const inNeed = readList6(list6, today, problems);
  if (inNeed.count === 0)
    throw new Refused('file-refused', 'List 6 has no children in it, so nothing was changed.');
  const protectedNow = list7 ? readList7(list7, today, problems) : { rows: [], count: 0 };
  if (!list7)
    problems.notice(
      'List 7',
      null,
      null,
      'This file has no sheet called “List 7”, or nothing in it. Child protection plans were left as they are.',
    );

  const children = new Map<string, ListedChild>();
  for (const row of chooseOnePerChild(inNeed.rows, problems)) children.set(row.child.childRef, row.child);
  addProtection(children, protectedNow.rows, problems);
  if (list7) for (const row of inNeed.rows) sayMissingPlan(row, children, problems);
  return {
    children: [...children.values()],
    rows: { list6: inNeed.count, list7: protectedNow.count },
    hasList7: list7 !== undefined,
  };
}

/** List 6 has a row for each child's latest episode; where an extract has more, the open and later one is it. */
function chooseOnePerChild(rows: ListRow[], problems: Problems): ListRow[] {
  const chosen = new Map<string, ListRow>();
  for (const row of rows) {
    const other = chosen.get(row.child.childRef);
    if (other === undefined) {
      chosen.set(row.child.childRef, row);
      continue;
    }
    const rowIsLater = rank(row.child) > rank(other.child);
    const [kept, left] = rowIsLater ? [row, other] : [other, row];
    problems.leaveOut(
      'List 6',
      left.number,
      left.refHeading,
      `Child ${row.child.childRef} is there twice. Row ${kept.number} is used.`,
    );
    chosen.set(row.child.childRef, kept);
  }
  return [...chosen.values()];
}

const rank = (child: ListedChild) => `${child.status === 'closed' ? 0 : 1}${child.cinStart ?? ''}`;

function addProtection(children: Map<string, ListedChild>, rows: ListRow[], problems: Problems): void {
  const byChild = new Map<string, ListRow[]>();
  for (const row of rows) byChild.set(row.child.childRef, [...(byChild.get(row.child.childRef) ?? []), row]);
  for (const [childRef, own] of byChild) {
    const plans = withoutRepeats(own, problems);
    const known = children.get(childRef);
    if (known)
      children.set(childRef, { ...known, protection: plans, ...statusGiven(known, plans, own, problems) });
    else children.set(childRef, onlyInList7(plans, own, problems));
  }
}

function withoutRepeats(rows: ListRow[], problems: Problems): ProtectionPlan[] {
  const byStart = new Map<string, ListRow>();
  for (const row of rows) {
    const start = row.child.protection[0]?.start ?? '';
    const other = byStart.get(start);
    if (other)
      problems.leaveOut(
        'List 7',
        row.number,
        row.refHeading,
        `This plan of child ${row.child.childRef} is there twice. Row ${other.number} is used.`,
      );
    else byStart.set(start, row);
  }
  const plans = [...byStart.values()].flatMap((r) => r.child.protection);
  return plans.sort((a, b) => (a.start ?? '').localeCompare(b.start ?? ''));
}

function statusGiven(
  child: ListedChild,
  plans: ProtectionPlan[],
  rows: ListRow[],
  problems: Problems,
): { status: ChildStatus } {
  const open = plans.some((p) => p.end === null);
  if (!open || child.status === 'looked-after' || child.status === 'child-protection')
    return { status: child.status };
  const row = rows[0];
  problems.notice(
    'List 7',
    row?.number ?? null,
    row?.refHeading ?? null,
    `Child ${child.childRef} has an open child protection plan here, and another status in list 6. The plan is taken as right.`,
  );
  return { status: 'child-protection' };
}

function onlyInList7(plans: ProtectionPlan[], rows: ListRow[], problems: Problems): ListedChild {
  // The last row has the newest of what may differ between rows: team and worker.
  const row = rows.at(-1) as ListRow;
  const open = plans.some((p) => p.end === null);
  const ended = plans.at(-1)?.end ?? null;
  problems.notice(
    'List 7',
    row.number,
    row.refHeading,
    open
      ? `Child ${row.child.childRef} is not in list 6. They are taken from here, on a child protection plan.`
      : `Child ${row.child.childRef} is not in list 6, and the plan ended${ended ? ` on ${inWords(ended)}` : ''}. They are taken as closed.`,
  );
  return {
    ...row.child,
    protection: plans,
    status: open ? 'child-protection' : 'closed',
    closedOn: open ? null : ended,
  };
}

function sayMissingPlan(row: ListRow, children: Map<string, ListedChild>, problems: Problems): void {
  const child = children.get(row.child.childRef);
  if (child?.status !== 'child-protection' || child.protection.some((p) => p.end === null)) return;
  problems.notice(
    'List 6',
    row.number,
    row.statusHeading,
    `Child ${child.childRef} has a child protection plan by this list, and no open one in list 7. Its start is taken from the child in need start.`,
  );
}
