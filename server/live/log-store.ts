import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Entry } from '../../shared/live/change.js';
import { fold } from '../../shared/live/log.js';
import { PROTOCOL } from '../../shared/live/wire.js';
import type { Connection } from '../core/connection.js';
import { Secrets } from '../core/secrets.js';
import type { Tx } from '../core/transaction.js';
import type { EntryRow } from './chain.js';
import { emptyLog, type Kept, type LiveLog } from './live-log.js';

interface HeadColumns {
  head: number;
  hash: string;
  state_seq: number;
  state: Buffer | null;
}

interface EntryColumns {
  log_id: string;
  seq: number;
  id: string;
  kind: string;
  payload: string;
  sealed: number;
  by_id: string | null;
  at: string;
  asked: string | null;
}

const entryColumns = 'log_id, seq, id, kind, payload, sealed, by_id, at, asked, hash';

/** Raised when a state keeps more of the same entries than it did, which no message shows (2: the walls of what is gone, and who has left). */
const keeps = 2;

/** Where a log was before this commit, and where it is after it. */
interface Head {
  logId: string;
  was: number;
  seq: number;
  hash: string;
}

/** What was judged from memory is not as it was remembered: it must be judged again, with the heads locked. */
export class Outrun extends Error {}

const entryValues = Array.from({ length: 10 }, (_, i) =>
  i === 1 || i === 5 ? `CAST(value ->> ${i} AS integer)` : `value ->> ${i}`,
).join(', ');

// The head follows by itself (migration 14), so that a commit is one statement.
const addOnSqlite = `INSERT INTO entry (${entryColumns}) SELECT ${entryValues} FROM json_each($1)`;
const addOnPostgres = `WITH added AS (
    INSERT INTO entry (${entryColumns}) SELECT ${entryValues} FROM json_array_elements($1::json) AS given (value))
  INSERT INTO log (id, head, hash) SELECT * FROM unnest($2::varchar[], $3::int[], $4::varchar[])
  ON CONFLICT (id) DO UPDATE SET head = excluded.head, hash = excluded.hash`;
/**
 * The same without locks taken before: it takes them itself, in the same order as everybody (heads by their ids, then
 * the authority, so that nobody's right ends between this and the commit), and writes only if all is as remembered.
 */
const addAsRemembered = `WITH held AS MATERIALIZED (
    SELECT id FROM log WHERE id = ANY($2::varchar[]) AND head = ($5::int[])[array_position($2::varchar[], id)]
    ORDER BY id FOR UPDATE
  ), sure AS MATERIALIZED (
    SELECT 1 FROM authority WHERE id = 1 AND version = $6 AND (SELECT count(*) FROM held) = cardinality($2::varchar[])
    FOR SHARE
  ), added AS (
    INSERT INTO entry (${entryColumns}) SELECT ${entryValues} FROM json_array_elements($1::json) AS given (value)
    WHERE EXISTS (SELECT FROM sure))
  UPDATE log SET head = after.head, hash = after.hash
  FROM unnest($2::varchar[], $3::int[], $4::varchar[]) AS after (id, head, hash)
  WHERE log.id = after.id AND EXISTS (SELECT FROM sure) RETURNING log.id`;

/** Logs as tables. The hot path is one prepared statement a commit, which is all of its transaction. */
@Injectable()
export class LogStore {
  constructor(private readonly secrets: Secrets) {}

  /** The log as committed, or nothing when there is none. */
  async load(at: Connection, logId: string): Promise<LiveLog | null> {
    const sql = 'SELECT head, hash, state_seq, state FROM log WHERE id = $1';
    const [head] = await at.query<HeadColumns>(sql, [logId]);
    if (!head) return null;
    const stored = this.storedState(logId, head);
    const from: LiveLog = stored ? { ...emptyLog(logId), ...stored } : emptyLog(logId);
    return this.follow(from, await this.kept(at, logId, from.seq, head.head), head.hash);
  }

  /** The log with entries that came after it. */
  follow(log: LiveLog, kept: readonly Kept[], hash: string): LiveLog {
    let { state } = log;
    for (const one of kept) {
      state = fold(log.definition, state, one.entry);
      log.recent.add(one);
    }
    return { ...log, state, hash, seq: log.seq + kept.length };
  }

  /** The entries after `since`, in order, opened. */
  async kept(at: Connection, logId: string, since: number, upTo: number): Promise<Kept[]> {
    if (since >= upTo) return [];
    const sql = `SELECT ${entryColumns} FROM entry WHERE log_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`;
    return (await at.query<EntryColumns>(sql, [logId, since, upTo])).map((row) => this.keptOf(row));
  }

  async byId(at: Connection, logId: string, id: string): Promise<Kept | undefined> {
    const sql = `SELECT ${entryColumns} FROM entry WHERE log_id = $1 AND id = $2`;
    const [row] = await at.query<EntryColumns>(sql, [logId, id]);
    return row && this.keptOf(row);
  }

  /** What was asked (canonical JSON), where the server adds to it: keyed, since a score would be guessed from a plain hash. */
  askedOf(logId: string, text: string): string {
    const key = this.secrets.key('asked');
    return createHmac('sha256', key).update(`${logId}\n${text}`).digest('base64');
  }

  /** A payload that must stay unread in the table. */
  sealed(text: string, logId: string, seq: number): string {
    return this.secrets.seal(text, placeOf(logId, seq)).toString('base64');
  }

  /**
   * Entries and heads of one commit, whatever their number, in one statement for the end of the transaction. The entries
   * go as one JSON text, so that there is one statement to prepare and not one for every number of rows. `asRemembered`
   * is the authority version under which they were judged without a lock; where that no longer holds, Outrun is thrown.
   */
  write(tx: Tx, rows: readonly EntryRow[], heads: readonly Head[], asRemembered: number | null): void {
    const entries = JSON.stringify(rows.map(columnsOf));
    const after = [entries, heads.map((h) => h.logId), heads.map((h) => h.seq), heads.map((h) => h.hash)];
    if (tx.make === 'sqlite') tx.lastly(addOnSqlite, [entries]);
    else if (asRemembered === null) tx.lastly(addOnPostgres, after);
    else
      tx.lastly(addAsRemembered, [...after, heads.map((h) => h.was), asRemembered], (written) => {
        if (written.length !== heads.length) throw new Outrun();
      });
  }

  storeState(tx: Tx, logId: string, seq: number, state: unknown): void {
    const text = JSON.stringify({ protocol: PROTOCOL, keeps, state });
    const sealed = this.secrets.seal(text, `state ${logId} ${seq}`);
    tx.lastly('UPDATE log SET state_seq = $2, state = $3 WHERE id = $1', [logId, seq, sealed]);
  }

  /** A state stored under another protocol, or keeping less, may lack what is asked of it: it is folded anew from the first entry. */
  private storedState(logId: string, head: HeadColumns): Pick<LiveLog, 'state' | 'seq' | 'storedSeq'> | null {
    if (!head.state) return null;
    const text = this.secrets.open(head.state, `state ${logId} ${head.state_seq}`).toString('utf8');
    const stored = JSON.parse(text) as { protocol: number; keeps?: number; state: unknown };
    const { state } = stored;
    return stored.protocol === PROTOCOL && stored.keeps === keeps
      ? { state, seq: head.state_seq, storedSeq: head.state_seq }
      : null;
  }

  private keptOf(row: EntryColumns): Kept {
    const { seq, id, kind, at } = row;
    const text = row.sealed
      ? this.secrets.open(Buffer.from(row.payload, 'base64'), placeOf(row.log_id, seq)).toString('utf8')
      : row.payload;
    const entry: Entry = { seq, id, kind, payload: JSON.parse(text) as unknown, by: row.by_id, at };
    return { entry, asked: row.asked };
  }
}

const columnsOf = (r: EntryRow): unknown[] => [
  r.logId,
  r.seq,
  r.id,
  r.kind,
  r.payload,
  Number(r.sealed),
  r.by,
  r.at,
  r.asked,
  r.hash,
];

function placeOf(logId: string, seq: number): string {
  return `entry ${logId} ${seq}`;
}
