import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Entry } from '../../shared/live/change.js';
import { fold } from '../../shared/live/log.js';
import { PROTOCOL } from '../../shared/live/wire.js';
import type { Connection } from '../core/connection.js';
import { Secrets } from '../core/secrets.js';
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

const rowsAtOnce = 32;
const entryColumns = 'log_id, seq, id, kind, payload, sealed, by_id, at, asked, hash';

/** Logs as tables. The hot path is two prepared statements a commit: entries, many to a row list; and heads. */
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

  async addEntries(at: Connection, rows: readonly EntryRow[]): Promise<void> {
    const lists: Promise<void>[] = [];
    for (let i = 0; i < rows.length; i += rowsAtOnce) {
      const some = rows.slice(i, i + rowsAtOnce);
      const values = some.flatMap((r) => [
        r.logId,
        r.seq,
        r.id,
        r.kind,
        r.payload,
        r.sealed,
        r.by,
        r.at,
        r.asked,
        r.hash,
      ]);
      lists.push(at.run(insertOf('entry', entryColumns, 10, some.length), values));
    }
    await Promise.all(lists);
  }

  async setHeads(
    at: Connection,
    logs: readonly { logId: string; seq: number; hash: string }[],
  ): Promise<void> {
    const lists: Promise<void>[] = [];
    for (let i = 0; i < logs.length; i += rowsAtOnce) {
      const some = logs.slice(i, i + rowsAtOnce);
      const sql = `${insertOf('log', 'id, head, hash', 3, some.length)} ON CONFLICT (id) DO UPDATE SET head = excluded.head, hash = excluded.hash`;
      lists.push(
        at.run(
          sql,
          some.flatMap((log) => [log.logId, log.seq, log.hash]),
        ),
      );
    }
    await Promise.all(lists);
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

const inserts = new Map<string, string>();

/** INSERT with so many rows. The text is kept, since a statement is prepared once for each text. */
function insertOf(table: string, columns: string, width: number, rows: number): string {
  const key = `${table} ${rows}`;
  const known = inserts.get(key);
  if (known) return known;
  const row = (r: number): string =>
    `(${Array.from({ length: width }, (_, i) => `$${r * width + i + 1}`).join(', ')})`;
  const sql = `INSERT INTO ${table} (${columns}) VALUES ${Array.from({ length: rows }, (_, r) => row(r)).join(', ')}`;
  inserts.set(key, sql);
  return sql;
}
