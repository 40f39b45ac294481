import type { Change, Entry, LogDefinition } from '../../shared/live/change.js';
import { batchLimit, PROTOCOL, type Since } from '../../shared/live/wire.js';
import type { Actor } from '../../shared/people.js';
import { type Refusal, refusal } from '../../shared/refusals.js';
import { pauseBefore } from './backoff.js';
import { Engine, type Pending } from './engine.js';
import type { Line } from './line.js';
import { Presence } from './presence.js';
import { editIn } from './words.js';

export type LogStatus = 'joining' | 'live' | 'offline' | 'gone';
export type Outcome = { entry: Entry } | { refusal: Refusal };

/** A log as a page sees it. A new object whenever anything in it has changed, and only then. */
export interface LogView<S> {
  status: LogStatus;
  /** With one's own changes on top, confirmed or not. */
  state: S;
  confirmed: S;
  seq: number;
  you: Actor;
  /** Who is connected to this log. */
  here: readonly string[];
  /** Field key to who else is writing in it. */
  writing: Readonly<Record<string, readonly string[]>>;
  /** One's own changes that the server has not answered yet. */
  pending: readonly Pending[];
  waiting: number;
  /** Field key to how often an edit in it was refused: each time, the field must be made anew from the state. */
  refusedIn: Readonly<Record<string, number>>;
}

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

/** Refusals that mean "not now": the change waits and is sent again. */
const notNow: readonly string[] = ['too-fast', 'cannot-save'];
/** Characters of changes in one message: well under the 64 KiB the server takes. */
const batchChars = 48_000;
/** How long an answered change may wait for the entries before it, in milliseconds, before they are asked for. */
const soon = 500;

/** One log, joined: keeps its engine level with the server and sends what is pending, in order. */
export class OpenLog<S> {
  readonly #engine: Engine<S>;
  readonly #presence = new Presence();
  readonly #answers = new Map<string, (outcome: Outcome) => void>();
  #status: LogStatus = 'joining';
  #here: readonly string[] = [];
  #refusedIn: Readonly<Record<string, number>> = {};
  #view: LogView<S> | undefined;
  #joined = false;
  #sending = false;
  #catchingUp = false;
  #oneByOne = false;
  #tries = 0;
  #cancelRetry: (() => void) | undefined;
  #cancelForget: (() => void) | undefined;

  constructor(
    readonly logId: string,
    definition: LogDefinition<S>,
    private readonly around: Surroundings,
  ) {
    this.#engine = new Engine(definition);
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
    void this.#send();
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
      const { seq } = this.#engine;
      const answer = await this.around.line.join({ protocol: PROTOCOL, logId: this.logId, since: seq });
      if (!answer.ok) return this.#joinRefused(answer.refusal);
      this.#engine.becomes(answer.you);
      this.#joined = true;
      this.#status = 'live';
      this.#tries = 0;
      this.#level(answer, seq);
      void this.#send();
    } catch {
      // The connection is gone; its return joins again.
    }
  }

  /** The connection is gone. */
  lost(): void {
    this.#joined = false;
    this.#sending = false;
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
      const { seq } = this.#engine;
      const answer = await this.around.line.since({ logId: this.logId, since: seq });
      if (answer.ok) this.#level(answer, seq);
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
    this.#cancelRetry?.();
    this.#cancelForget?.();
    if (this.#joined) this.around.line.leave({ logId: this.logId }).catch(() => undefined);
    this.#joined = false;
  }

  async #send(): Promise<void> {
    if (!this.#joined || this.#sending) return;
    const changes = this.#batch();
    if (changes.length === 0) return;
    this.#sending = true;
    this.#cancelRetry?.();
    let again = 0;
    try {
      const answer = await this.around.line.changes({ logId: this.logId, changes });
      again = answer.ok ? this.#answered(answer.verdicts) : this.#batchRefused(changes, answer.refusal);
    } catch {
      // Whether it was recorded is not known. It waits, and goes again under the same id after the next join.
      return;
    } finally {
      this.#sending = false;
    }
    if (again === 0) return void this.#send();
    if (again > 0) this.#cancelRetry = this.around.later(again, () => void this.#send());
  }

  #batch(): Change[] {
    const changes: Change[] = [];
    let chars = 0;
    for (const { id, kind, payload, acked } of this.#engine.pending) {
      if (acked !== undefined) continue;
      chars += JSON.stringify(payload).length + 200;
      if (changes.length > 0 && (chars > batchChars || this.#oneByOne)) break;
      changes.push({ id, kind, payload });
      if (changes.length === batchLimit) break;
    }
    return changes;
  }

  /** Gives the pause before sending more, in milliseconds; negative: not before something else happens. */
  #answered(verdicts: readonly ({ id: string; entry: Entry } | { id: string; refusal: Refusal })[]): number {
    let wait = false;
    let behind = false;
    for (const verdict of verdicts) {
      if ('entry' in verdict) {
        const { confirmed, gap } = this.#engine.acknowledge(verdict.entry);
        for (const entry of confirmed) this.#settle(entry);
        this.#settle(verdict.entry);
        behind ||= gap;
      } else if (notNow.includes(verdict.refusal.code) || (wait && verdict.refusal.code === 'builds-on-refused')) {
        // What builds on words that are to be sent again waits with them.
        wait = true;
      } else {
        const change = this.#engine.pending.find((p) => p.id === verdict.id);
        if (change) this.#refused(change, verdict.refusal);
      }
    }
    this.#took({ confirmed: [], gap: behind }, soon);
    if (!wait) {
      this.#tries = 0;
      return 0;
    }
    return this.#pause();
  }

  #batchRefused(changes: readonly Change[], why: Refusal): number {
    if (notNow.includes(why.code)) return this.#pause();
    if (why.code === 'unreadable' && changes.length > 1) {
      // One of them cannot be read; alone, each gets its own answer.
      this.#oneByOne = true;
      return 0;
    }
    if (why.code === 'unreadable') {
      const change = this.#engine.pending.find((p) => p.id === changes[0]?.id);
      if (change) this.#refused(change, why);
      this.#oneByOne = false;
      return 0;
    }
    this.#joinRefused(why);
    return -1;
  }

  #joinRefused(why: Refusal): void {
    if (why.code === 'not-found') this.gone();
    else if (why.code === 'old-page') this.around.tooOld();
    else if (why.code === 'signed-out') this.around.signedOut();
    else this.#cancelRetry = this.around.later(this.#pause(), () => void this.join());
  }

  #pause(): number {
    const pause = pauseBefore(this.#tries, this.around.chance());
    this.#tries += 1;
    return pause;
  }

  #level(answer: Pick<Since, 'seq' | 'state' | 'entries'>, asked: number): void {
    if (answer.state !== undefined) this.#engine.restart(answer.state as S, answer.seq, answer.seq < asked);
    this.#took(this.#engine.take(answer.entries), 0);
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
    this.#engine.remove(change.id);
    this.countRefused(change);
    const resolve = this.#answers.get(change.id);
    this.#answers.delete(change.id);
    resolve?.({ refusal: why });
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
