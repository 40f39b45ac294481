import type { Change, Entry, LogDefinition } from '../../shared/live/change.js';
import { PROTOCOL, type Since } from '../../shared/live/wire.js';
import type { Actor } from '../../shared/people.js';
import { type Refusal, refusal } from '../../shared/refusals.js';
import { pauseBefore } from './backoff.js';
import { Engine, type Pending } from './engine.js';
import type { Line } from './line.js';
import type { LogStatus, LogView, Outcome } from './log-view.js';
import { Presence } from './presence.js';
import { Sender } from './sender.js';
import { editIn } from './words.js';

/** What an open log needs from around it. Time and chance come from here too, so that a test can hold them still. */
export interface Surroundings {
  line: Line;
  now(): number;
  chance(): number;
  later(ms: number, work: () => void): () => void;
  /** Something to be seen has changed. */
  changed(): void;
  /** The server has recorded this change of ours. */
  saved(change: { id: string }, at: string): void;
  /** The server has refused it: it must be kept. Called before the log forgets anything it holds. */
  refused(change: Pending, why: Refusal): void;
  /** This page is older than the server. */
  tooOld(): void;
  /** The server no longer knows the sign-in. */
  signedOut(): void;
}

/** How long an answered change may wait for the entries before it, in milliseconds, before they are asked for. */
const soon = 500;

/** One log, joined: keeps its engine level with the server and sends what is pending, in order. */
export class OpenLog<S> {
  readonly #engine: Engine<S>;
  readonly #presence = new Presence();
  readonly #sender: Sender;
  readonly #answers = new Map<string, (outcome: Outcome) => void>();
  #status: LogStatus = 'joining';
  #here: readonly string[] = [];
  readonly #counts = { refused: 0, stood: 0, restored: 0 };
  #refusedIn: Readonly<Record<string, number>> = {};
  #view: LogView<S> | undefined;
  #joined = false;
  #behind = false;
  #catchingUp = false;
  #tries = 0;
  #cancelRetry: (() => void) | undefined;
  #cancelForget: (() => void) | undefined;

  constructor(
    readonly logId: string,
    definition: LogDefinition<S>,
    private readonly around: Surroundings,
  ) {
    this.#engine = new Engine(definition);
    this.#sender = new Sender({
      pending: () => this.#engine.pending,
      ready: () => this.#joined,
      ask: (changes) => around.line.changes({ logId, changes }),
      accepted: (entry) => {
        const { confirmed, gap, stood } = this.#engine.acknowledge(entry);
        this.#counts.stood += Number(stood ?? false);
        for (const one of confirmed) this.#settle(one);
        this.#settle(entry);
        this.#behind ||= gap;
      },
      refused: (change, why) => this.#refused(change, why),
      shut: (why) => this.#joinRefused(why),
      // A batch of 64 answers is shown once, and asks once for what is missing between them.
      answered: () => {
        this.#took({ confirmed: [], gap: this.#behind }, soon);
        this.#behind = false;
      },
      later: around.later,
      chance: around.chance,
    });
  }

  get view(): LogView<S> {
    this.#view ??= {
      status: this.#status,
      state: this.#engine.state,
      confirmed: this.#engine.confirmed,
      seq: this.#engine.seq,
      you: this.#engine.you,
      here: this.#here,
      writing: this.#presence.byField(),
      pending: this.#engine.pending,
      waiting: this.waiting,
      ...this.#counts,
      refusedIn: this.#refusedIn,
    };
    return this.#view;
  }

  /** How many changes the server has not answered. */
  get waiting(): number {
    return this.#engine.pending.filter((p) => p.acked === undefined).length;
  }

  /** What the server would say to this change, as far as this device can know; or nothing. */
  wouldRefuse(change: Change): Refusal | null {
    const verdict = this.#engine.judge(change);
    return 'refusal' in verdict ? verdict.refusal : null;
  }

  /** Whether this kind may not wait in the outbox. */
  isNowOrNever(kind: string): boolean {
    return this.#engine.log.kinds[kind]?.offline === false;
  }

  /** Puts a change on top and sends it. Resolves when the server has answered, however long that takes. */
  add(change: Change, at: string): Promise<Outcome> {
    this.#engine.add(change, at);
    const answer = new Promise<Outcome>((resolve) => this.#answers.set(change.id, resolve));
    this.#changed();
    void this.#sender.send();
    return answer;
  }

  /** Does a thing now or not at all: after everything that waits, and never again by itself. */
  async doNow(change: Change): Promise<Outcome> {
    const no = {
      refusal: refusal('cannot-save', 'This needs a live connection. Try again when you are back online.'),
    };
    while (this.#joined && this.waiting > 0) await new Promise<void>((go) => this.around.later(20, go));
    if (!this.#joined) return no;
    try {
      const answer = await this.around.line.changes({ logId: this.logId, changes: [change] });
      if (!answer.ok) return { refusal: answer.refusal };
      const verdict = answer.verdicts[0];
      if (!verdict) return no;
      if ('refusal' in verdict) return { refusal: verdict.refusal };
      this.#took(this.#engine.acknowledge(verdict.entry), soon);
      return { entry: verdict.entry };
    } catch {
      const says = 'The connection was lost on the way. See whether it was done, then try again.';
      return { refusal: refusal('cannot-save', says) };
    }
  }

  /** Joins, for the first time, after a lost connection, or to hear anew who one is here. */
  async join(): Promise<void> {
    if (this.#status === 'gone') return;
    try {
      const { seq: since, end } = this.#engine;
      const answer = await this.around.line.join({ protocol: PROTOCOL, logId: this.logId, since, end });
      if (!answer.ok) return this.#joinRefused(answer.refusal);
      this.#engine.becomes(answer.you);
      this.#joined = true;
      this.#status = 'live';
      this.#tries = 0;
      this.#level(answer);
      void this.#sender.send();
    } catch {
      // The connection is gone; its return joins again.
    }
  }

  /** The connection is gone. */
  lost(): void {
    this.#joined = false;
    this.#sender.stop();
    this.#catchingUp = false;
    this.#cancelRetry?.();
    this.#presence.clear();
    this.#here = [];
    if (this.#status !== 'gone') this.#status = 'offline';
    this.#changed();
  }

  /** Asks for what came after what is known here. */
  async catchUp(): Promise<void> {
    if (!this.#joined || this.#catchingUp) return;
    this.#catchingUp = true;
    try {
      const { seq: since, end } = this.#engine;
      const answer = await this.around.line.since({ logId: this.logId, since, end });
      if (answer.ok) this.#level(answer);
      else this.#joinRefused(answer.refusal);
    } catch {
      // The connection is gone; its return joins again.
    } finally {
      this.#catchingUp = false;
    }
  }

  /** Lets the field of a refused edit know that it holds words which the log does not. */
  countRefused(change: Change): void {
    const field = editIn(change)?.field;
    if (field === undefined) return;
    this.#refusedIn = { ...this.#refusedIn, [field]: (this.#refusedIn[field] ?? 0) + 1 };
    this.#changed();
  }

  heardEntries(entries: readonly Entry[]): void {
    if (this.#status !== 'gone') this.#took(this.#engine.take(entries), 0);
  }

  /** What one is here has changed: the chair was passed, a password confirmed, an allocation began. */
  heardYou(you: Actor): void {
    if (this.#status === 'gone') return;
    this.#engine.becomes(you);
    this.#changed();
  }

  heardPresence(personId: string, field: string | null): void {
    if (personId === this.#engine.you.personId) return;
    this.#presence.heard(personId, field, this.around.now());
    this.#forgetLater();
    this.#changed();
  }

  heardHere(people: readonly string[]): void {
    this.#here = people;
    this.#changed();
  }

  /** Not ours to see any more: everything held of it is forgotten, but one's own words. */
  gone(): void {
    if (this.#status === 'gone') return;
    for (const change of [...this.#engine.pending]) this.#refused(change, refusal('not-found'));
    this.#engine.forget();
    this.#presence.clear();
    this.#here = [];
    this.#joined = false;
    this.#status = 'gone';
    this.#changed();
  }

  close(): void {
    this.#sender.stop();
    this.#cancelRetry?.();
    this.#cancelForget?.();
    if (this.#joined) this.around.line.leave({ logId: this.logId }).catch(() => undefined);
    this.#joined = false;
  }

  #joinRefused(why: Refusal): void {
    if (why.code === 'not-found') this.gone();
    else if (why.code === 'old-page') this.around.tooOld();
    else if (why.code === 'signed-out') this.around.signedOut();
    else {
      const pause = pauseBefore(this.#tries, this.around.chance());
      this.#tries += 1;
      this.#cancelRetry = this.around.later(pause, () => void this.join());
    }
  }

  #level({ seq, state, end, entries, restored = false }: Since): void {
    if (state !== undefined) this.#engine.restart(state as S, seq, end, restored);
    this.#counts.restored += Number(restored);
    this.#took(this.#engine.take(entries), 0);
    if (restored) void this.#sender.send();
  }

  #took({ confirmed, gap }: { confirmed: readonly Entry[]; gap: boolean }, wait: number): void {
    for (const entry of confirmed) this.#settle(entry);
    if (gap && wait === 0) void this.catchUp();
    if (gap && wait > 0) this.around.later(wait, () => this.#engine.isBehind && void this.catchUp());
    this.#changed();
  }

  #settle(entry: Entry): void {
    const resolve = this.#answers.get(entry.id);
    this.#answers.delete(entry.id);
    this.around.saved(entry, entry.at);
    resolve?.({ entry });
  }

  #refused(change: Pending, why: Refusal): void {
    this.around.refused(change, why);
    this.#counts.refused += 1;
    this.#engine.remove(change.id);
    this.countRefused(change);
    const resolve = this.#answers.get(change.id);
    this.#answers.delete(change.id);
    resolve?.({ refusal: why, kept: true });
  }

  #forgetLater(): void {
    this.#cancelForget?.();
    const at = this.#presence.nextAt();
    if (at === undefined) return;
    this.#cancelForget = this.around.later(Math.max(0, at - this.around.now()), () => {
      if (this.#presence.forget(this.around.now())) this.#changed();
      this.#forgetLater();
    });
  }

  #changed(): void {
    this.#view = undefined;
    this.around.changed();
  }
}
