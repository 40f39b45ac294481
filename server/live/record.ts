import { Inject, Injectable } from '@nestjs/common';
import type { Change, Entry } from '../../shared/live/change.js';
import { complete, judge, redact } from '../../shared/live/log.js';
import type { End, Verdicts } from '../../shared/live/wire.js';
import { type Actor, maySee } from '../../shared/people.js';
import { type Refusal, Refused, refusal } from '../../shared/refusals.js';
import { Authority } from '../core/authority.js';
import type { Database } from '../core/connection.js';
import { logError } from '../core/log.js';
import { Reader } from '../core/reader.js';
import { DATABASE } from '../core/tokens.js';
import { Transactions, type Tx } from '../core/transaction.js';
import { canonical } from './chain.js';
import { Consequences } from './consequences.js';
import type { Draft, Working } from './draft.js';
import { Drafts } from './drafts.js';
import type { Kept, LiveLog } from './live-log.js';
import type { LogState, LogStates } from './log-states.service.js';
import { LogStore, Outrun } from './log-store.js';
import { Standing } from './standing.js';

/** The sign-in behind a change: a client's own word about who it is counts for nothing. */
export interface Asker {
  signInId: string;
  personId: string;
}

/** One message of changes to one log, from one connection. */
export interface Asked {
  asker: Asker;
  logId: string;
  changes: readonly Change[];
  origin: string | null;
  /** Called once, when all of it is on disk or refused, before anybody else is told. */
  answer(verdicts: Verdicts['verdicts']): void;
}

export type Outcome = Verdicts['verdicts'][number];

// As many changes share one commit: beyond this the first would wait too long for the last.
const changesAtOnce = 256;
// Longest a payload may be, as text. The wire lets messages of 64 KB through, for batches.
const payloadLimit = 16_000;

/**
 * How a commit comes to know its logs: as remembered, without asking the database; with their heads locked; or, after an
 * id turned out to be there that memory had forgotten, with every id looked up as well.
 */
type Way = 'remembered' | 'locked' | 'looked-up';

/**
 * Records changes (house rule 5): authority read, the id looked for, judged, applied, appended with the hash of the one
 * before, its consequences done, all in one transaction; then acknowledged; then told. Changes that arrive while a
 * commit runs join the next one, each with its own verdict.
 */
@Injectable()
export class Record implements LogStates {
  private readonly waiting: Asked[] = [];
  private busy = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: Drafts,
    private readonly store: LogStore,
    private readonly standing: Standing,
    private readonly consequences: Consequences,
    private readonly reader: Reader,
    private readonly authority: Authority,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Takes a message of changes; its answer comes when they are on disk. */
  ask(asked: Asked): void {
    this.waiting.push(asked);
    if (this.busy) return;
    this.busy = true;
    queueMicrotask(() => void this.pump());
  }

  /** One change, as a promise: for services, seeds and tests. */
  change(logId: string, asker: Asker, change: Change): Promise<Outcome> {
    return new Promise((done) => {
      const answer = ([verdict]: Verdicts['verdicts']): void => done(verdict as Outcome);
      this.ask({ asker, logId, changes: [change], origin: null, answer });
    });
  }

  /** What the product itself records, within a transaction of another service. */
  append(tx: Tx, logId: string, kind: string, payload: unknown, by: string | null): Promise<Entry> {
    return this.drafts.append(tx, logId, kind, payload, by);
  }

  /** The whole state, unredacted: for the server's own use, never to be sent as it is. */
  async stateOf<S>(logId: string): Promise<LogState<S> | null> {
    const log = await this.read(logId);
    return log && { seq: log.seq, state: log.state as S };
  }

  async statesOf<S>(logIds: readonly string[]): Promise<Map<string, LogState<S>>> {
    const found = await Promise.all(logIds.map(async (id) => [id, await this.stateOf<S>(id)] as const));
    return new Map(found.flatMap(([id, log]) => (log ? [[id, log] as const] : [])));
  }

  /** The log as committed. */
  read(logId: string): Promise<LiveLog | null> {
    return this.drafts.read(this.reader, logId, !this.database.alone);
  }

  /** How far a log is that was just read. */
  seqNow(logId: string): number {
    return this.drafts.seqNow(logId);
  }

  /** The full entries after `since`, up to the log's last. */
  async entriesSince(log: LiveLog, since: number): Promise<Entry[]> {
    const remembered = log.recent.since(since, log.seq);
    if (remembered) return remembered;
    return (await this.store.kept(this.reader, log.logId, since, log.seq)).map((one) => one.entry);
  }

  /**
   * Whether the log has this entry in this place, and with it all that somebody had before it: an id alone may have been
   * sent again to a log that was restored from a copy, and stand in the same place after other entries.
   */
  async has(log: LiveLog, seq: number, { id, at }: End): Promise<boolean> {
    const found = log.recent.find(id) ?? (await this.store.byId(this.reader, log.logId, id));
    return found?.entry.seq === seq && found.entry.at === at;
  }

  /** Resolves when nothing waits to be recorded, or to be told. */
  async idle(): Promise<void> {
    do await new Promise((later) => setTimeout(later, 5));
    while (this.busy);
  }

  private async pump(): Promise<void> {
    while (this.waiting.length) await this.commit(null, 'remembered');
    this.busy = false;
  }

  private async commit(again: Asked[] | null, way: Way): Promise<void> {
    let batch = again;
    try {
      await this.transactions.run(async (tx) => {
        // Taken only now that it is our turn: whoever came meanwhile shares this commit.
        batch ??= this.take();
        const draft = this.drafts.of(tx);
        const remembered = way === 'remembered' && this.opensRemembered(draft, batch);
        if (!remembered) await draft.open(batch.map((asked) => asked.logId));
        for (const asked of batch) {
          const verdicts: Outcome[] = [];
          for (const change of asked.changes)
            verdicts.push(await this.verdict(tx, draft, asked, change, way === 'looked-up'));
          tx.afterCommit(() => asked.answer(verdicts));
        }
        // What is written is held against the database; a refusal, or an entry that was there, rests on memory alone.
        if (remembered && draft.size < batch.reduce((count, { changes }) => count + changes.length, 0))
          throw new Outrun();
      });
    } catch (error) {
      if (way === 'remembered' && error instanceof Outrun) return this.commit(batch, 'locked');
      if (way !== 'looked-up' && this.database.isTaken(error)) {
        // An id sent again that was forgotten; or a commit that was told as failed, and had not.
        this.drafts.forget((batch ?? []).map((asked) => asked.logId));
        return this.commit(batch, 'looked-up');
      }
      logError('record', error);
      for (const { changes, answer } of batch ?? this.take())
        answer(changes.map(({ id }) => ({ id, refusal: refusal('cannot-save') })));
    }
  }

  /** Where other servers write too, and nothing but entries follows from any of these. On SQLite memory is the truth. */
  private opensRemembered(draft: Draft, batch: readonly Asked[]): boolean {
    if (this.database.make === 'sqlite') return false;
    if (batch.some(({ changes }) => changes.some(({ kind }) => this.consequences.has(kind)))) return false;
    return draft.openRemembered(
      batch.map(({ logId }) => logId),
      this.authority.version,
    );
  }

  private take(): Asked[] {
    const batch: Asked[] = [];
    let count = 0;
    while (this.waiting.length && count < changesAtOnce) {
      const next = this.waiting.shift() as Asked;
      count += next.changes.length;
      batch.push(next);
    }
    return batch;
  }

  private async verdict(
    tx: Tx,
    draft: Draft,
    asked: Asked,
    change: Change,
    careful: boolean,
  ): Promise<Outcome> {
    const { id } = change;
    const { asker, logId } = asked;
    const signIn = await this.standing.signIn(tx, asker.signInId);
    if (signIn?.personId !== asker.personId) return { id, refusal: refusal('signed-out') };
    const actor = await this.standing.actorFor(tx, asker.personId, logId, signIn.confirmedUntil);
    const log = draft.get(logId);
    if (!log || !maySee(actor)) return { id, refusal: refusal('not-found') };
    const known = draft.find(log, id) ?? (careful ? await this.store.byId(tx, logId, id) : undefined);
    if (known) return this.repeated(log, known, change, actor);
    const result = await this.taken(tx, draft, log, actor, change, asked.origin).catch((error: unknown) => {
      if (this.database.mayRetry(error)) throw error;
      // A rule that stumbled over one change must not stop everybody else's that share its commit.
      logError(`judging ${log.base.definition.kinds[change.kind]?.kind ?? 'a change'}`, error);
      return refusal('cannot-save');
    });
    return 'code' in result
      ? { id, refusal: result }
      : { id, entry: redact(log.base.definition, log.state, result, actor) };
  }

  /** The same id again: the same entry, if it is the same change by the same person. */
  private repeated(log: Working, known: Kept, { id, kind, payload }: Change, actor: Actor): Outcome {
    const { entry, asked } = known;
    const read = log.base.definition.kinds[kind]?.schema.safeParse(payload);
    const same =
      entry.kind === kind &&
      entry.by === actor.personId &&
      read?.success &&
      (asked === null
        ? canonical(read.data) === canonical(entry.payload)
        : asked === this.store.askedOf(log.base.logId, canonical(read.data)));
    return same
      ? { id, entry: redact(log.base.definition, log.state, entry, actor) }
      : { id, refusal: refusal('same-id-other-body') };
  }

  private async taken(
    tx: Tx,
    draft: Draft,
    log: Working,
    actor: Actor,
    change: Change,
    origin: string | null,
  ): Promise<Entry | Refusal> {
    const { definition, logId } = log.base;
    const verdict = judge(definition, log.state, actor, change);
    if ('refusal' in verdict) return verdict.refusal;
    const kind = definition.kinds[change.kind];
    if (kind?.reads && (verdict.payload as { readSeq: number }).readSeq !== log.seq)
      return refusal('moved-on');
    const asText = canonical(verdict.payload);
    if (asText.length > payloadLimit) return refusal('too-long');

    const add = (payload: unknown): Entry => {
      const { id, kind } = change;
      const same = payload === verdict.payload;
      const text = same ? asText : canonical(payload);
      const asked = same ? null : this.store.askedOf(logId, asText);
      return draft.add(log, { id, kind, payload, text, by: actor.personId, asked, origin });
    };
    const payload = complete(definition, log.state, change.kind, verdict.payload, actor.personId);
    if (!this.consequences.has(change.kind)) return add(payload);

    // What follows from it writes elsewhere: if any of that fails, all of it is as if it had not been, and it alone.
    const mark = draft.mark();
    try {
      return await tx.savepoint(() =>
        this.consequences.record({ tx, draft, log, actor, kind: change.kind, payload, add }),
      );
    } catch (error) {
      draft.back(mark);
      if (error instanceof Refused) return error.refusal;
      if (this.database.mayRetry(error)) throw error;
      logError(`consequences of ${change.kind}`, error);
      return refusal('cannot-save');
    }
  }
}
