import type { Change, Entry, LogDefinition } from '../../../shared/live/change.js';
import { complete, fold, judge, redact } from '../../../shared/live/log.js';
import type { Message } from '../../../shared/live/wire.js';
import type { Actor } from '../../../shared/people.js';
import { type Refusal, refusal } from '../../../shared/refusals.js';
import type { Hears, Line } from '../line.js';
import { definitionOf, type LogId } from '../logs.js';

interface KeptLog {
  definition: LogDefinition<unknown>;
  state: unknown;
  entries: Entry[];
}

/** How the network treats one message: lost with its connection, or late by so many milliseconds. */
export interface Weather {
  now(): number;
  later(ms: number, work: () => void): () => void;
  delay(): number;
}

/**
 * The far end of the network for tests: the real rules of the logs, in memory, with the promises the server makes
 * (same id, same answer; answer before news; what one may not read is reduced). Only the network is pretended.
 */
export class SmallServer {
  readonly #logs = new Map<string, KeptLog>();
  readonly #connections = new Set<SmallConnection>();
  #second = 0;
  /** Refuses every change with this, for as long as it is set. */
  refusing: Refusal | null = null;

  constructor(readonly weather: Weather) {}

  log(logId: string): KeptLog {
    const known = this.#logs.get(logId);
    if (known) return known;
    const definition = definitionOf(logId as LogId) as LogDefinition<unknown>;
    const made: KeptLog = { definition, state: definition.empty, entries: [] };
    this.#logs.set(logId, made);
    return made;
  }

  /** Records without judging, as the product itself does. */
  record(
    logId: string,
    kind: string,
    payload: unknown,
    by: string | null,
    id = `product-${this.#second}-entry`,
  ): Entry {
    const log = this.log(logId);
    this.#second += 1;
    const at = new Date(Date.UTC(2026, 2, 10, 9, 30, this.#second)).toISOString();
    const entry: Entry = { id, kind, payload, seq: log.entries.length + 1, at, by };
    log.state = fold(log.definition, log.state, entry);
    log.entries.push(entry);
    for (const connection of this.#connections) connection.news(logId, [entry]);
    return entry;
  }

  change(logId: string, change: Change, actor: Actor): Entry | Refusal {
    const log = this.log(logId);
    const known = log.entries.find((e) => e.id === change.id);
    if (known) return known;
    if (this.refusing) return this.refusing;
    const verdict = judge(log.definition, log.state, actor, change);
    if ('refusal' in verdict) return verdict.refusal;
    const payload = complete(log.definition, log.state, change.kind, verdict.payload, actor.personId);
    return this.record(logId, change.kind, payload, actor.personId, change.id);
  }

  /** The server comes back from a copy that was made when this log had so many entries. */
  restores(logId: string, upTo: number): void {
    const log = this.log(logId);
    log.entries.length = upTo;
    log.state = log.entries.reduce(
      (state, entry) => fold(log.definition, state, entry),
      log.definition.empty,
    );
    for (const connection of this.#connections) connection.cut();
  }

  /** A person's line to this server. `actorIn` gives who they are in a log, or null when it is not theirs to see. */
  lineFor(actorIn: (logId: string) => Actor | null): SmallConnection {
    const connection = new SmallConnection(this, actorIn);
    this.#connections.add(connection);
    return connection;
  }
}

export class SmallConnection implements Line {
  hears: Hears | undefined;
  up = false;
  /** Messages that reached the server, for counting. */
  readonly sent: { name: string; message: unknown }[] = [];
  readonly #joined = new Set<string>();
  #life = 0;
  // Both ways keep their order, as a WebSocket does.
  #outAt = 0;
  #inAt = 0;

  constructor(
    private readonly server: SmallServer,
    private readonly actorIn: (logId: string) => Actor | null,
  ) {}

  start(hears: Hears): void {
    this.hears = hears;
    this.restore();
  }

  stop(): void {
    this.cut();
    this.hears = undefined;
  }

  retryNow(): void {
    if (!this.up) this.restore();
  }

  /** The network goes: whatever is on its way, in either direction, is lost. */
  cut(): void {
    if (!this.up) return;
    this.up = false;
    this.#life += 1;
    this.#joined.clear();
    this.hears?.down(null);
  }

  restore(): void {
    if (this.up || !this.hears) return;
    this.up = true;
    this.hears.up();
  }

  news(logId: string, entries: Entry[]): void {
    if (!this.#joined.has(logId)) return;
    const mine = this.#asSeen(logId, entries);
    this.#down(() => this.hears?.entries({ logId, entries: mine }));
  }

  join = (message: Message<'join'>) =>
    this.#ask('join', message, (actor) => {
      this.#joined.add(message.logId);
      return { ok: true as const, you: actor, ...this.#since(message) };
    });

  since = (message: Message<'since'>) =>
    this.#ask('since', message, () => ({ ok: true as const, ...this.#since(message) }));

  leave = async (message: Message<'leave'>) => {
    this.#joined.delete(message.logId);
    return { ok: true as const };
  };

  changes = (message: Message<'changes'>) =>
    this.#ask('changes', message, (actor) => ({
      ok: true as const,
      verdicts: message.changes.map((change) => {
        const result = this.server.change(message.logId, change, actor);
        return 'code' in result
          ? { id: change.id, refusal: result }
          : { id: change.id, entry: this.#asSeen(message.logId, [result])[0]! };
      }),
    }));

  presence(message: Message<'presence'>): void {
    this.sent.push({ name: 'presence', message });
  }

  #since({ logId, since, end }: Message<'since'>) {
    const { entries, state, definition } = this.server.log(logId);
    const [seq, mine, last] = [entries.length, entries[since - 1], entries.at(-1)];
    const restored = since > 0 && (!mine || (!!end && (end.id !== mine.id || end.at !== mine.at)));
    const actor = this.actorIn(logId);
    if ((since > 0 && !restored) || !last || !actor)
      return { seq, entries: this.#asSeen(logId, entries.slice(since)) };
    const whole = {
      state: structuredClone(definition.redactState(state, actor)),
      end: { id: last.id, at: last.at },
    };
    return { seq, ...whole, ...(restored && { restored }), entries: [] };
  }

  #asSeen(logId: string, entries: readonly Entry[]): Entry[] {
    const { definition, state } = this.server.log(logId);
    const actor = this.actorIn(logId);
    return actor ? entries.map((entry) => structuredClone(redact(definition, state, entry, actor))) : [];
  }

  #ask<M extends { logId: string }, A>(name: string, message: M, answer: (actor: Actor) => A) {
    const life = this.#life;
    return new Promise<A | { ok: false; refusal: Refusal }>((resolve, reject) => {
      const lost = () => reject(new Error('the connection was lost'));
      if (!this.up) return lost();
      this.#later('out', () => {
        if (life !== this.#life) return lost();
        this.sent.push({ name, message });
        const actor = this.actorIn(message.logId);
        const said = actor ? answer(actor) : { ok: false as const, refusal: refusal('not-found') };
        this.#later('in', () => (life === this.#life ? resolve(said) : lost()));
      });
    });
  }

  #down(work: () => void): void {
    const life = this.#life;
    this.#later('in', () => life === this.#life && work());
  }

  // Never before what was sent before it in the same direction.
  #later(way: 'in' | 'out', work: () => void): void {
    const { weather } = this.server;
    const now = weather.now();
    const at = Math.max(way === 'in' ? this.#inAt : this.#outAt, now + weather.delay());
    if (way === 'in') this.#inAt = at;
    else this.#outAt = at;
    weather.later(at - now, work);
  }
}
