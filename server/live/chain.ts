import { sha256 } from '../core/secrets.js';

/** An entry as its row keeps it. `payload` is the text as stored: canonical JSON, or sealed. */
export interface EntryRow {
  logId: string;
  seq: number;
  id: string;
  kind: string;
  payload: string;
  sealed: boolean;
  by: string | null;
  at: string;
  /** What was asked, as a keyed hash, where the server completed the payload: to tell a repeat from something else. */
  asked: string | null;
  hash: string;
}

/** What the first entry of every log follows. */
export const beginning = '0'.repeat(64);

/** The same JSON for the same value, whatever order its keys came in. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const one = (value as Record<string, unknown>)[key];
    if (one !== undefined) parts.push(`${JSON.stringify(key)}:${canonical(one)}`);
  }
  return `{${parts.join(',')}}`;
}

/** Chains an entry to the one before it: nobody can change, drop or add one without every later hash telling. */
export function hashOf(
  before: string,
  { at, by, id, kind, logId, payload, seq }: Omit<EntryRow, 'hash' | 'asked'>,
): string {
  return sha256(`${before}\n${JSON.stringify({ at, by, id, kind, logId, payload, seq })}`);
}

/** The first entry whose place or hash does not follow from the one before, or nothing when the whole chain holds. */
export function brokenAt(rows: readonly EntryRow[]): number | null {
  let before = beginning;
  for (const [i, row] of rows.entries()) {
    if (row.seq !== i + 1 || row.hash !== hashOf(before, row)) return i + 1;
    before = row.hash;
  }
  return null;
}
