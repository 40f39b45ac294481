import type { Change } from '../../shared/live/change.js';
import type { Refusal } from '../../shared/refusals.js';
import { type ConnectionView, connectionView, savingAfter } from './connection.js';
import type { Pending } from './engine.js';
import type { Hears, Line } from './line.js';
import { definitionOf, type LogId } from './logs.js';
import { type LogView, OpenLog, type Outcome } from './open-log.js';
import type { Kept, Outbox } from './outbox/outbox.js';
import { editIn, wordsAdded, wordsIn } from './words.js';

/** What the live engine cannot make itself: time, chance and new names. A test holds them still. */
export interface World {
  now(): number;
  chance(): number;
  later(ms: number, work: () => void): () => void;
  newId(): string;
}

/** How often each log asks whether it missed something, in milliseconds. */
export const askEvery = 10_000;
/** How long a log stays joined after the last page that showed it has gone, in milliseconds. */
const lingers = 5_000;
/** How long "Back, all sent" stays, in milliseconds. */
const backStays = 5_000;

// biome-ignore lint/suspicious/noExplicitAny: logs of both kinds stand in one list
type AnyLog = OpenLog<any>;

interface Opened {
  log: AnyLog;
  /** How many parts of the page show it. */
  shownBy: number;
  /** It is to be joined: a page shows it, or something waits to be sent to it. */
  wanted: boolean;
}

/** All logs of one signed-in person in this tab, over one connection, with one outbox. */
export class Live {
  readonly #logs = new Map<string, Opened>();
  readonly #listeners = new Set<() => void>();
  readonly #stored = new Set<string>();
  readonly #waitingSince = new Map<string, number>();
  #kept: Kept[] = [];
  #connection: ConnectionView | undefined;
  #up = false;
  #everUp = false;
  #retryAt: number | null = null;
  #savedAt: string | null = null;
  #sentSinceUp = 0;
  #waitedWhileDown = false;
  #back: { sent: number; at: string } | null = null;
  #signedOut = false;
  #tooOld = false;
  #telling = false;
  #cancelTick: (() => void) | undefined;

  constructor(
    private readonly line: Line,
    private readonly outbox: Outbox,
    private readonly world: World,
    /** The list of kept changes is another: for the other tabs. */
    private readonly tellTabs: () => void = () => undefined,
  ) {}

  start(): void {
    this.line.start(this.#hears());
    void this.#takeOver();
    this.#tick();
  }

  /** Goes on after somebody signed in again, with everything that still waits. */
  resume(): void {
    this.#signedOut = false;
    this.line.start(this.#hears());
    this.#changed();
  }

  stop(): void {
    this.#cancelTick?.();
    for (const { log } of this.#logs.values()) log.close();
    this.#logs.clear();
    this.line.stop();
    this.outbox.close();
    this.#listeners.clear();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows a log: joins it, and keeps it level until the returned function is called. */
  show(logId: LogId): () => void {
    const open = this.#opened(logId);
    open.shownBy += 1;
    this.#join(open);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      open.shownBy -= 1;
      this.world.later(lingers, () => this.#closeIfIdle(logId));
    };
  }

  view(logId: LogId): LogView<unknown> {
    return this.#opened(logId).log.view;
  }

  get connection(): ConnectionView {
    this.#connection ??= connectionView({
      up: this.#up,
      everUp: this.#everUp,
      durable: this.outbox.durable,
      retryAt: this.#retryAt,
      savedAt: this.#savedAt,
      back: this.#back,
      signedOut: this.#signedOut,
      tooOld: this.#tooOld,
      now: this.world.now(),
      waiting: [...this.#logs].flatMap(([logId, { log }]) =>
        log.view.pending
          .filter((p: Pending) => p.acked === undefined)
          .map((p: Pending) => ({ logId, change: p, at: p.at, safe: this.#stored.has(p.id) })),
      ),
      since: Math.min(...this.#waitingSince.values()),
      kept: this.#kept,
    });
    return this.#connection;
  }

  /** Makes a change. A refusal at once means nothing was taken; otherwise it is on its way, and the answer is the server's. */
  change(logId: LogId, kind: string, payload: unknown): Promise<Outcome> {
    const { log } = this.#opened(logId);
    const change: Change = { id: this.world.newId(), kind, payload };
    const why = log.view.status === 'joining' ? null : log.wouldRefuse(change);
    if (why) {
      // Words being typed have no form that still holds them: they are kept whoever refuses them.
      if (editIn(change)) {
        this.#keep(logId, { ...change, at: this.#at() }, why);
        log.countRefused(change);
      }
      return Promise.resolve({ refusal: why });
    }
    if (log.isNowOrNever(kind)) return log.doNow(change);
    return this.#put(logId, log, change, this.#at());
  }

  /** Whether a change would be refused, as far as this device knows. */
  wouldRefuse(logId: LogId, kind: string, payload: unknown): Refusal | null {
    return this.#opened(logId).log.wouldRefuse({ id: 'would-this-be-refused', kind, payload });
  }

  writing(logId: LogId, field: string | null): void {
    if (this.#up) this.line.presence({ logId, field });
  }

  /** Joins again, to hear what one may do now: after confirming a password, for instance. */
  refresh(logId: LogId): Promise<void> {
    return this.#opened(logId).log.join();
  }

  retryNow(): void {
    this.line.retryNow();
  }

  /** The person has dealt with these: they are forgotten here. */
  async discard(changeIds: readonly string[]): Promise<void> {
    this.#kept = this.#kept.filter((k) => !changeIds.includes(k.change.id));
    this.#changed();
    for (const id of changeIds) await this.outbox.remove(id);
    this.tellTabs();
  }

  /** Raises kept words as an addendum to the signed minutes; they stay kept until that is recorded. */
  async raiseAsAddendum(logId: LogId, changeIds: readonly string[], words: string): Promise<Refusal | null> {
    const outcome = await this.change(logId, 'addendum.add', { addendumId: this.world.newId(), text: words });
    if ('refusal' in outcome) return outcome.refusal;
    await this.discard(changeIds);
    return null;
  }

  /** Forgets everything of this person on this device, sent or not. Only after they were asked. */
  forgetAll(): Promise<void> {
    return this.outbox.clear();
  }

  /** Another tab of this person kept or dealt with something. */
  async reloadKept(): Promise<void> {
    this.#kept = await this.outbox.kept();
    this.#changed();
  }

  #put(logId: string, log: AnyLog, change: Change, at: string): Promise<Outcome> {
    this.#waitingSince.set(change.id, this.world.now());
    this.world.later(savingAfter + 1, () => this.#waitingSince.has(change.id) && this.#changed());
    // Sending does not wait for the disk: the screen says "safe on this device" only of what is stored.
    this.outbox.put({ logId, change, at }).then(
      () => {
        if (!this.#waitingSince.has(change.id)) return;
        this.#stored.add(change.id);
        this.#changed();
      },
      () => this.#changed(),
    );
    if (!this.#up) this.#waitedWhileDown = true;
    return log.add(change, at);
  }

  #opened(logId: LogId): Opened {
    const known = this.#logs.get(logId);
    if (known) return known;
    const log = new OpenLog(logId, definitionOf(logId), {
      line: this.line,
      now: this.world.now,
      chance: this.world.chance,
      later: this.world.later,
      changed: () => this.#changed(),
      saved: (change, at) => this.#saved(change.id, at),
      refused: (change, why) => this.#keep(logId, change, why),
      tooOld: () => {
        this.#tooOld = true;
        this.#changed();
      },
      signedOut: () => this.#endSignIn(),
    });
    const opened: Opened = { log, shownBy: 0, wanted: false };
    this.#logs.set(logId, opened);
    return opened;
  }

  #join(open: Opened): void {
    if (open.wanted) return;
    open.wanted = true;
    if (this.#up) void open.log.join();
    else if (this.#everUp) open.log.lost();
  }

  #closeIfIdle(logId: string): void {
    const known = this.#logs.get(logId);
    if (!known || known.shownBy > 0 || known.log.waiting > 0) return;
    this.#logs.delete(logId);
    known.log.close();
  }

  #saved(changeId: string, at: string): void {
    if (this.#waitingSince.delete(changeId) && this.#waitedWhileDown) this.#sentSinceUp += 1;
    this.#stored.delete(changeId);
    if (this.#savedAt === null || at > this.#savedAt) this.#savedAt = at;
    void this.outbox.remove(changeId).catch(() => undefined);
    if (this.#waitedWhileDown && this.#waitingSince.size === 0) this.#sayBack(at);
    this.#changed();
  }

  #sayBack(at: string): void {
    this.#back = { sent: this.#sentSinceUp, at };
    this.#waitedWhileDown = false;
    this.#sentSinceUp = 0;
    const said = this.#back;
    this.world.later(backStays, () => {
      if (this.#back !== said) return;
      this.#back = null;
      this.#changed();
    });
  }

  #keep(logId: string, change: Pending, why: Refusal): void {
    this.#waitingSince.delete(change.id);
    this.#stored.delete(change.id);
    const { id, kind, payload, at } = change;
    const kept: Kept = {
      logId,
      change: { id, kind, payload },
      at,
      refusal: why,
      words: this.#wordsOf(logId, change),
    };
    this.#kept = [...this.#kept.filter((k) => k.change.id !== id), kept];
    void this.outbox.keep(kept).then(this.tellTabs, () => undefined);
    this.#changed();
  }

  // Of prose, the words of every edit kept in that field so far, so that sentences stay whole.
  #wordsOf(logId: string, change: Change): string {
    const edit = editIn(change);
    if (!edit) return wordsIn(change);
    const earlier = this.#kept.flatMap((k) => {
      const one = k.logId === logId ? editIn(k.change) : undefined;
      return one?.field === edit.field ? [one.update] : [];
    });
    const state = this.#logs.get(logId)?.log.view.confirmed as {
      prose?: Record<string, { updates: string[] }>;
    };
    return wordsAdded(state?.prose?.[edit.field]?.updates ?? [], [...earlier, edit.update]);
  }

  async #takeOver(): Promise<void> {
    const { waiting, kept } = await this.outbox.takeOver();
    for (const { logId, change, at } of waiting) {
      const open = this.#opened(logId as LogId);
      this.#stored.add(change.id);
      this.#waitingSince.set(change.id, this.world.now());
      this.#waitedWhileDown = true;
      void open.log.add(change, at).then(() => this.world.later(lingers, () => this.#closeIfIdle(logId)));
      this.#join(open);
    }
    if (kept.length > 0) await this.reloadKept();
    else if (waiting.length > 0) this.#changed();
  }

  #hears(): Hears {
    const each = (work: (log: AnyLog) => void) => {
      for (const { log } of this.#logs.values()) work(log);
    };
    return {
      up: () => {
        this.#up = true;
        this.#everUp = true;
        this.#retryAt = null;
        this.#signedOut = false;
        if (this.#waitingSince.size > 0) this.#waitedWhileDown = true;
        for (const { log, wanted } of this.#logs.values()) if (wanted) void log.join();
        this.#changed();
      },
      down: (retryAt) => {
        this.#up = false;
        this.#everUp = true;
        this.#retryAt = retryAt;
        this.#back = null;
        each((log) => log.lost());
        this.#changed();
      },
      signedOut: () => this.#endSignIn(),
      entries: ({ logId, entries }) => this.#logs.get(logId)?.log.heardEntries(entries),
      presence: ({ logId, personId, field }) => this.#logs.get(logId)?.log.heardPresence(personId, field),
      here: ({ logId, people }) => this.#logs.get(logId)?.log.heardHere(people),
      you: ({ logId, you }) => this.#logs.get(logId)?.log.heardYou(you),
      gone: ({ logId }) => this.#logs.get(logId)?.log.gone(),
      bye: () => undefined,
    };
  }

  #endSignIn(): void {
    this.#signedOut = true;
    this.#changed();
  }

  #tick(): void {
    this.#cancelTick = this.world.later(askEvery, () => {
      if (this.#up) for (const { log } of this.#logs.values()) void log.catchUp();
      void this.#takeOver().catch(() => undefined);
      this.#tick();
    });
  }

  #at(): string {
    return new Date(this.world.now()).toISOString();
  }

  // A batch of 64 answers is told once, not 64 times.
  #changed(): void {
    this.#connection = undefined;
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      for (const listener of [...this.#listeners]) listener();
    });
  }
}
