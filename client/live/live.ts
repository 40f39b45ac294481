import type { DiscussionState } from '../../shared/discussion/state.js';
import type { Change } from '../../shared/live/change.js';
import { type Refusal, refusal } from '../../shared/refusals.js';
import { type ConnectionView, connectionView, savingAfter } from './connection.js';
import type { Pending } from './engine.js';
import { Forms } from './forms.js';
import { Keeping } from './keeping.js';
import type { Hears, Line } from './line.js';
import type { LogView, Outcome } from './log-view.js';
import { type DiscussionLogId, definitionOf, type LogId } from './logs.js';
import { OpenLog } from './open-log.js';
import { type AnyLog, lingers, type Opened, OpenedLogs } from './opened-logs.js';
import type { Outbox } from './outbox/outbox.js';
import { Road } from './road.js';
import { Saving } from './saving.js';
import { editIn, wordsIn } from './words.js';
import type { World } from './world.js';

/** The moment has passed for good: no form shows it any more. */
const over: ReadonlySet<string> = new Set(['signed', 'revealed']);
/** How often each log asks whether it missed something, in milliseconds. */
export const askEvery = 10_000;
/** All logs of one signed-in person in this tab, over one connection, with one outbox. */
export class Live {
  /** Make changes of what was typed a moment ago, while there is still somewhere safe to put them. */
  readonly lastWords = new Set<() => void>();
  readonly forms = new Forms();
  readonly #logs = new OpenedLogs();
  readonly #listeners = new Set<() => void>();
  readonly #road = new Road();
  readonly #saving: Saving;
  readonly #keeping: Keeping;
  #connection: ConnectionView | undefined;
  #telling = false;
  #cancelTick: (() => void) | undefined;

  constructor(
    private readonly line: Line,
    private readonly outbox: Outbox,
    private readonly world: World,
    /** The list of kept changes is another: for the other tabs. */
    tellTabs: () => void = () => undefined,
  ) {
    this.#saving = new Saving(world, () => this.#changed());
    this.#keeping = new Keeping(outbox, () => this.#changed(), tellTabs);
  }

  start(): void {
    this.line.start(this.#hears());
    void this.#takeOver().catch(() => undefined);
    this.#tick();
  }

  /** Goes on after the same person signed in again, with everything that rested. */
  resume(): void {
    this.#road.signedOut = false;
    this.line.start(this.#hears());
    this.#tick();
    this.#changed();
  }

  /** Sends and asks nothing more until `resume`: the sign-in is over, and something is in this window only. */
  rest(): void {
    this.#cancelTick?.();
    this.line.stop();
    this.#hears().down(null);
    this.#turns('signedOut');
  }

  sayLastWords(): void {
    for (const say of this.lastWords) say();
  }

  stop(): void {
    this.#cancelTick?.();
    this.sayLastWords();
    this.#logs.closeAll();
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
      this.world.later(lingers, () => this.#logs.closeIfIdle(logId));
    };
  }

  view(logId: LogId): LogView<unknown> {
    return this.#opened(logId).log.view;
  }

  get connection(): ConnectionView {
    this.#connection ??= connectionView({
      ...this.#road,
      durable: this.outbox.durable,
      savedAt: this.#saving.savedAt,
      back: this.#saving.back,
      now: this.world.now(),
      waiting: this.#logs.waiting().map((w) => ({ ...w, safe: this.#saving.isStored(w.change.id) })),
      since: this.#saving.oldest,
      kept: this.#keeping.list,
      keptAlone: this.#keeping.isAlone,
    });
    return this.#connection;
  }

  /**
   * Makes a change. A refusal at once means nothing was taken; otherwise it is on its way, and the answer is the
   * server's. Words are kept whoever refuses them, but where a form still holds them (`inForm`).
   */
  change(logId: LogId, kind: string, payload: unknown, inForm = false): Promise<Outcome> {
    const { log } = this.#opened(logId);
    const change: Change = { id: this.world.newId(), kind, payload };
    const why = log.view.status === 'joining' ? null : log.wouldRefuse(change);
    if (why) {
      const held = inForm && !over.has(why.code);
      if (held || !(editIn(change) || wordsIn(change))) return Promise.resolve({ refusal: why });
      this.#keep(logId, { ...change, at: this.#at() }, why);
      log.countRefused(change);
      return Promise.resolve({ refusal: why, kept: true });
    }
    if (log.isNowOrNever(kind)) return log.doNow(change);
    return this.#put(logId, log, change, this.#at());
  }

  /** Whether a change would be refused, as far as this device knows. */
  wouldRefuse(logId: LogId, kind: string, payload: unknown): Refusal | null {
    return this.#opened(logId).log.wouldRefuse({ id: 'would-this-be-refused', kind, payload });
  }

  writing(logId: LogId, field: string | null): void {
    if (this.#road.up) this.line.presence({ logId, field });
  }

  /** Joins again, to hear what one may do now: after confirming a password, for instance. */
  refresh(logId: LogId): Promise<void> {
    return this.#opened(logId).log.join();
  }

  retryNow(): void {
    this.line.retryNow();
  }

  discard(changeIds: readonly string[]): Promise<void> {
    return this.#keeping.discard(changeIds);
  }

  /** Raises kept words as an addendum to the signed minutes; they stay kept until that is recorded. */
  async raiseAsAddendum(logId: LogId, changeIds: readonly string[], words: string): Promise<Refusal | null> {
    const addendum = { addendumId: this.world.newId(), text: words };
    const outcome = await this.change(logId, 'addendum.add', addendum, true);
    if ('refusal' in outcome) return outcome.refusal;
    await this.discard(changeIds);
    return null;
  }

  /** Forgets what waits in this window and all that was not accepted. Only after the person was asked about each. */
  async forgetAll(): Promise<void> {
    this.sayLastWords();
    for (const { change } of this.#logs.waiting()) await this.outbox.remove(change.id);
    await this.discard(this.#keeping.list.map(({ change }) => change.id));
  }

  /** The minutes are signed: words in forms that are not open are kept, but for those that may still be handed in. */
  keepForms(logId: DiscussionLogId): void {
    for (const { kind, form } of this.forms.takeClosed(logId, 'addendum.add')) {
      this.#keep(logId, { id: this.world.newId(), kind, payload: form, at: this.#at() }, refusal('signed'));
    }
  }

  /** Another tab of this person kept or dealt with something. */
  reloadKept(): Promise<void> {
    return this.#keeping.reload();
  }

  #put(logId: string, log: AnyLog, change: Change, at: string): Promise<Outcome> {
    this.#saving.began(change.id);
    this.world.later(savingAfter + 1, () => this.#saving.isWaiting(change.id) && this.#changed());
    // Sending does not wait for the disk: the screen says "safe on this device" only of what is stored.
    const stored = this.outbox.put({ logId, change, at }).then(() => this.#saving.stored(change.id));
    void stored.catch(() => undefined).then(() => this.#changed());
    if (!this.#road.up) this.#saving.hadToWait();
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
      tooOld: () => this.#turns('tooOld'),
      signedOut: () => this.#turns('signedOut'),
    });
    return this.#logs.set(logId, { log, shownBy: 0, wanted: false });
  }

  #join(open: Opened): void {
    if (open.wanted) return;
    open.wanted = true;
    if (this.#road.up) void open.log.join();
    else if (this.#road.everUp) open.log.lost();
  }

  #saved(changeId: string, at: string): void {
    this.#saving.recorded(changeId, at);
    void this.outbox.remove(changeId).catch(() => undefined);
    this.#changed();
  }

  #keep(logId: string, change: Pending, why: Refusal): void {
    this.#saving.refused(change.id);
    const field = editIn(change)?.field ?? '';
    const known = this.#logs.log(logId)?.view.confirmed as Partial<DiscussionState> | undefined;
    this.#keeping.keep(logId, change, why, known?.prose?.[field]?.updates ?? []);
  }

  async #takeOver(): Promise<void> {
    const { waiting, kept } = await this.outbox.takeOver();
    for (const { logId, change, at } of waiting) {
      const open = this.#opened(logId as LogId);
      this.#saving.began(change.id);
      this.#saving.stored(change.id);
      this.#saving.hadToWait();
      void open.log
        .add(change, at)
        .then(() => this.world.later(lingers, () => this.#logs.closeIfIdle(logId)));
      this.#join(open);
    }
    if (kept.length > 0) await this.reloadKept();
    else if (waiting.length > 0) this.#changed();
  }

  #hears(): Hears {
    return {
      up: () => {
        this.#road.came();
        if (this.#saving.waits) this.#saving.hadToWait();
        for (const { log, wanted } of this.#logs.all()) if (wanted) void log.join();
        this.#changed();
      },
      down: (retryAt) => {
        this.#road.went(retryAt);
        this.#saving.wentDown();
        for (const { log } of this.#logs.all()) log.lost();
        this.#changed();
      },
      signedOut: () => this.#turns('signedOut'),
      bye: () => undefined,
      ...this.#logs.hear(),
    };
  }

  #turns(what: 'tooOld' | 'signedOut'): void {
    this.#road[what] = true;
    this.#changed();
  }

  #tick(): void {
    this.#cancelTick = this.world.later(askEvery, () => {
      if (this.#road.up) for (const { log } of this.#logs.all()) void log.catchUp();
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
