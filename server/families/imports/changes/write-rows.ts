import type { Tx } from '../../../core/transaction.js';
import type { NewRow, Rows } from './rows.js';

const TABLES = [
  'team',
  'person',
  'person_role',
  'family',
  'family_event',
  'child',
  'plan',
  'allocation',
  'listed_family',
  'listed_child',
  'act',
] as const;
const KEYS = {
  family: 'id',
  child: 'id',
  plan: 'id',
  allocation: 'id',
  listed_family: 'family_id',
  listed_child: 'child_id',
} as const;
/** Rows in one statement: enough to be quick, few enough for every database's limit on parameters. */
const AT_ONCE = 50;

/** Writes all of it into the transaction that holds the door; the door makes it whole or nothing. */
export async function writeRows(tx: Tx, rows: Rows, byId: string | null): Promise<void> {
  for (const table of TABLES) {
    const signed = table === 'act' || table === 'family_event';
    const own = signed ? rows[table].map((row) => ({ ...row, by_id: byId })) : rows[table];
    await insertRows(tx, table, own);
  }
  for (const { table, id, set } of rows.changed) {
    const columns = Object.keys(set);
    const sets = columns.map((c, i) => `${c} = $${i + 1}`).join(', ');
    await tx.run(`UPDATE ${table} SET ${sets} WHERE ${KEYS[table]} = $${columns.length + 1}`, [
      ...Object.values(set),
      id,
    ]);
  }
  // Allocations and roles decide who may see what.
  if (changesStanding(rows)) tx.touchAuthority();
}

/** All rows have the same columns. */
export async function insertRows(tx: Tx, table: string, rows: readonly NewRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += AT_ONCE) await insert(tx, table, rows.slice(i, i + AT_ONCE));
}

async function insert(tx: Tx, table: string, rows: NewRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map(
    (_, r) => `(${columns.map((_, c) => `$${r * columns.length + c + 1}`).join(', ')})`,
  );
  await tx.run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values.join(', ')}`,
    rows.flatMap((row) => columns.map((c) => row[c] ?? null)),
  );
}

const changesStanding = (rows: Rows) =>
  rows.person.length + rows.allocation.length > 0 ||
  rows.changed.some((c) => c.table === 'allocation' || c.table === 'family');

/** Whether the import would change anything at all. */
export const changesNothing = (rows: Rows): boolean =>
  TABLES.every((t) => rows[t].length === 0) && rows.changed.length === 0;
