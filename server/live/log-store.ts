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

interface Head {
  logId: string;
  seq: number;
  hash: string;
}

const columnsOf = (value: string, whole: readonly number[], count: number): string =>
  Array.from({ length: count }, (_, i) =>
    whole.includes(i) ? `CAST(${value} ->> ${i} AS integer)` : `${value} ->> ${i}`,
  ).join(', ');
const newHead = 'ON CONFLICT (id) DO UPDATE SET head = excluded.head, hash = excluded.hash';
const entryValues = columnsOf('value', [1, 5], 10);
const headValues = columnsOf('value', [1], 3);

const addEntriesOnSqlite = `INSERT INTO entry (${entryColumns}) SELECT ${entryValues} FROM json_each($1)`;
// “WHERE true”, or SQLite would take ON for the condition of a join.
const setHeadsOnSqlite = `INSERT INTO log (id, head, hash) SELECT ${headValues} FROM json_each($1) WHERE true ${newHead}`;
// One statement, one trip: PostgreSQL is on the other end of a line.
const addOnPostgres = `WITH added AS (
  INSERT INTO entry (${entryColumns}) SELECT ${entryValues} FROM json_array_elements($1::json) AS given (value))
  INSERT INTO log (id, head, hash) SELECT ${headValues} FROM json_array_elements($2::json) AS given (value) ${newHead}`;

/** Logs as tables. The hot path is two prepared statements a commit on SQLite, and one on PostgreSQL. */
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
   * Entries and heads of one commit, whatever their number. They go as one JSON text each, so that there are two
   * statements to prepare and not two for every number of rows, and few values to hand over one by one.
   */
  async write(tx: Tx, rows: readonly EntryRow[], heads: readonly Head[]): Promise<void> {
    const entries = rows.map((r) => [
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
    ]);
    const given = [
      JSON.stringify(entries),
      JSON.stringify(heads.map((h) => [h.logId, h.seq, h.hash])),
    ] as const;
    if (tx.make === 'postgres') return tx.run(addOnPostgres, given);
    await Promise.all([tx.run(addEntriesOnSqlite, [given[0]]), tx.run(setHeadsOnSqlite, [given[1]])]);
  }

  async storeState(at: Connection, logId: string, seq: number, state: unknown): Promise<void> {
    const sealed = this.secrets.seal(JSON.stringify({ protocol: PROTOCOL, state }), `state ${logId} ${seq}`);
    await at.run('UPDATE log SET state_seq = $2, state = $3 WHERE id = $1', [logId, seq, sealed]);
  }

  /** A state stored under another protocol may have another shape: then it is folded anew from the first entry. */
  private storedState(logId: string, head: HeadColumns): Pick<LiveLog, 'state' | 'seq' | 'storedSeq'> | null {
    if (!head.state) return null;
    const text = this.secrets.open(head.state, `state ${logId} ${head.state_seq}`).toString('utf8');
    const { protocol, state } = JSON.parse(text) as { protocol: number; state: unknown };
    return protocol === PROTOCOL ? { state, seq: head.state_seq, storedSeq: head.state_seq } : null;
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

function placeOf(logId: string, seq: number): string {
  return `entry ${logId} ${seq}`;
}
