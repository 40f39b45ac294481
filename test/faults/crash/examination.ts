import type { Config } from '../../../server/config.js';
import { Secrets } from '../../../server/core/secrets.js';
import { brokenAt, canonical, type EntryRow } from '../../../server/live/chain.js';
import { definitionOf } from '../../../server/live/definitions.js';
import { LogStore } from '../../../server/live/log-store.js';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import { fold } from '../../../shared/live/log.js';
import { proseText } from '../../../shared/live/prose.js';
import type { SessionState } from '../../../shared/session/state.js';
import type { Journal, Sent } from './journal.js';
import { openRaw, type Raw } from './raw.js';
import type { Sitting } from './scene.js';
import type { Writer } from './writer.js';

/** What must never be. Each with a sentence for whoever has to find out why. */
export const wrongs = [
  'acknowledged changes lost',
  'changes recorded twice',
  'refused changes that are in the record',
  'sent changes without an end',
  'logs with a gap or a broken chain',
  'changes half done across logs and tables',
  'words that a field lost, has twice or should not have',
  'states that differ between the API and the record',
  'faults the database finds in its own file',
] as const;
export type Wrong = (typeof wrongs)[number];

type Row = Omit<EntryRow, 'asked'>;
// The largest place that a column for places can hold.
const wholeLog = 2 ** 31 - 1;
type States = Map<string, { seq: number; state: unknown }>;
const stateIn = <S>(states: States, logId: string): S => states.get(logId)?.state as S;
const columns = 'log_id AS "logId", seq, id, kind, payload, sealed, by_id AS "by", at, hash';

/** Holds what the people were told against what the tables hold and what the API says. */
export class Examination {
  readonly found: { wrong: Wrong; says: string }[] = [];
  private readonly store: LogStore;

  private constructor(
    readonly raw: Raw,
    config: Config,
    private readonly journal: Journal,
  ) {
    this.store = new LogStore(new Secrets(config));
  }

  static async open(config: Config, journal: Journal): Promise<Examination> {
    return new Examination(await openRaw(config), config, journal);
  }

  /** Of these, how many are in the record already. */
  async recorded(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const sql = `SELECT id FROM entry WHERE id IN (${ids.map((_, i) => `$${i + 1}`).join(', ')})`;
    return (await this.raw.query(sql, ids)).length;
  }

  /** Everything about one sitting, while nobody writes and everything sent has been answered. */
  async look(sitting: Sitting, readers: readonly Writer[]): Promise<void> {
    const logIds = [sitting.logId, ...sitting.families.map((family) => family.logId)];
    const rows = new Map<string, Row[]>();
    const states: States = new Map();
    for (const logId of logIds) {
      rows.set(logId, await this.chain(logId));
      states.set(logId, await this.folded(logId));
    }
    this.answers(logIds, rows);
    for (const { logId } of sitting.families)
      this.words(logId, rows.get(logId) ?? [], stateIn(states, logId));
    await this.halves(sitting, states);
    for (const reader of readers)
      for (const logId of logIds) await this.api(reader, logId, states.get(logId) as never);
  }

  async wholeFile(): Promise<void> {
    for (const says of await this.raw.faults()) this.finds('faults the database finds in its own file', says);
  }

  /** Every log there is, those too that nobody here wrote in. Gives how many entries there are. */
  async everyLog(): Promise<number> {
    let entries = 0;
    for (const { id } of await this.raw.query<{ id: string }>('SELECT id FROM log ORDER BY id'))
      entries += (await this.chain(id)).length;
    return entries;
  }

  private async chain(logId: string): Promise<Row[]> {
    const sql = `SELECT ${columns} FROM entry WHERE log_id = $1 ORDER BY seq`;
    const rows = await this.raw.query<Row>(sql, [logId]);
    const [log] = await this.raw.query<{ head: number; hash: string }>(
      'SELECT head, hash FROM log WHERE id = $1',
      [logId],
    );
    const at = brokenAt(rows.map((row) => ({ ...row, asked: null })));
    const last = rows.at(-1);
    if (at !== null || !log || log.head !== rows.length || log.hash !== last?.hash)
      this.finds('logs with a gap or a broken chain', `${logId} at ${at ?? log?.head ?? 'nothing'}`);
    return rows;
  }

  /** Folded from the first entry; what was stored on the way must come to the same. */
  private async folded(logId: string): Promise<{ seq: number; state: unknown }> {
    const definition = definitionOf(logId);
    const kept = await this.store.kept(this.raw, logId, 0, wholeLog);
    const state = kept.reduce(
      (before, { entry }) => fold(definition, before, entry),
      definition.empty as unknown,
    );
    const loaded = await this.store.load(this.raw, logId);
    if (canonical(loaded?.state) !== canonical(state))
      this.finds('states that differ between the API and the record', `${logId}: the stored state`);
    return { seq: kept.length, state };
  }

  private answers(logIds: readonly string[], rows: ReadonlyMap<string, readonly Row[]>): void {
    const found = new Map<string, Row[]>();
    for (const row of [...rows.values()].flat()) found.set(row.id, [...(found.get(row.id) ?? []), row]);
    for (const sent of this.journal.sent.values()) {
      if (!logIds.includes(sent.logId)) continue;
      const there = found.get(sent.id) ?? [];
      const says = `${sent.kind} ${sent.id} in ${sent.logId}, cycle ${sent.cycle}`;
      if (there.length > 1 || sent.places.size > 1) this.finds('changes recorded twice', says);
      if (sent.places.size && !there.some((row) => isIt(row, sent)))
        this.finds('acknowledged changes lost', says);
      if (sent.codes.size && (there.length || sent.places.size))
        this.finds('refused changes that are in the record', `${says}: ${[...sent.codes].join(', ')}`);
      if (!sent.codes.size && !sent.places.size) this.finds('sent changes without an end', says);
    }
  }

  /** Whoever types here types the id of their change: each word of a field is one edit, once. */
  private words(logId: string, rows: readonly Row[], state: DiscussionState): void {
    const wanted = new Map<string, string[]>();
    for (const { kind, payload, id } of rows) {
      if (kind !== 'prose.edit') continue;
      const { field } = JSON.parse(payload) as { field: string };
      wanted.set(field, [...(wanted.get(field) ?? []), id]);
    }
    for (const [field, ids] of wanted) {
      const words = proseText(state.prose[field]).trim().split(/\s+/);
      if (canonical(words.sort()) !== canonical(ids.sort()))
        this.finds('words that a field lost, has twice or should not have', `${logId} ${field}`);
    }
  }

  /** What one change did in several logs and tables was done in all of them or in none. */
  private async halves(sitting: Sitting, states: States): Promise<void> {
    const session = stateIn<SessionState>(states, sitting.logId);
    for (const [i, { discussionId, logId }] of sitting.families.entries()) {
      const { status } = stateIn<DiscussionState>(states, logId);
      const [row] = await this.raw.query<{ status: string }>('SELECT status FROM discussion WHERE id = $1', [
        discussionId,
      ]);
      const next = await this.raw.query('SELECT id FROM discussion WHERE after_id = $1', [discussionId]);
      const isAt = session.at?.slotId === sitting.slotIds[i];
      if (row?.status !== status || (status === 'live') !== isAt)
        this.finds('changes half done across logs and tables', `${logId}: ${status} and ${row?.status}`);
      if (next.length > 1 || (status === 'held' && next.length === 0))
        this.finds('changes half done across logs and tables', `${logId}: ${next.length} next ones`);
    }
  }

  private async api(
    reader: Writer,
    logId: string,
    { seq, state }: { seq: number; state: unknown },
  ): Promise<void> {
    const answer = await reader.joins(logId);
    const wrong = 'states that differ between the API and the record';
    if (!answer.ok) return this.finds(wrong, `${logId}: ${answer.refusal.code}`);
    const theirs = definitionOf(logId).redactState(state, answer.you);
    if (answer.seq !== seq || canonical(answer.state) !== canonical(theirs))
      this.finds(wrong, `${logId} at ${answer.seq}, the record at ${seq}`);
  }

  private finds(wrong: Wrong, says: string): void {
    // The same fault is seen again at every later look; it is one.
    if (!this.found.some((one) => one.wrong === wrong && one.says === says)) this.found.push({ wrong, says });
    this.journal.notes(`${wrong}: ${says}`);
  }
}

// What the server completes before it records cannot be held against what was asked; the rest can, to the letter.
const completed = ['scale.score', 'step.set'];

function isIt(row: Row, { places, kind, by, logId, payload }: Sent): boolean {
  const same = completed.includes(kind) || canonical(payload) === row.payload;
  return same && places.has(row.seq) && row.kind === kind && row.by === by && row.logId === logId;
}
