import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import * as Y from 'yjs';
import { discussionLog } from '../../shared/discussion/log.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import type { Change, Entry, LogDefinition } from '../../shared/live/change.js';
import { fold } from '../../shared/live/log.js';
import { encode, proseText } from '../../shared/live/prose.js';
import {
  type ClientMessages,
  type End,
  type Joined,
  type No,
  PROTOCOL,
  type ServerMessages,
  type Since,
  type Verdicts,
} from '../../shared/live/wire.js';
import type { Actor } from '../../shared/people.js';
import { sessionLog } from '../../shared/session/log.js';

type Verdict = Verdicts['verdicts'][number];

/** What somebody holds of one log. */
export interface Held {
  logId: string;
  you: Actor;
  seq: number;
  /** The entry at `seq`. */
  end?: End | undefined;
  state: unknown;
  /** Every entry that was applied, as it reached this person. */
  entries: Entry[];
}

// biome-ignore lint/suspicious/noExplicitAny: a person holds logs of both kinds
type AnyLog = LogDefinition<any>;
const definitionOf = (logId: string): AnyLog => (logId.startsWith('session/') ? sessionLog : discussionLog);

/**
 * A person at a device, speaking the protocol as docs/protocol.md has it and nothing else: entries strictly in order,
 * `since` when one is missing, changes kept and sent again until they are answered.
 */
export class Person {
  readonly held = new Map<string, Held>();
  readonly heard: { here: string[]; gone: string[]; bye: string[]; writing: (string | null)[] } = {
    here: [],
    gone: [],
    bye: [],
    writing: [],
  };
  /** Changes that were refused, as a person would find them kept. */
  readonly kept: { change: Change; code: string }[] = [];
  /** Every packet that reached this device, as it came over the line. */
  readonly received: string[] = [];
  private readonly unanswered = new Map<string, { logId: string; change: Change }>();
  private readonly docs = new Map<string, Y.Doc>();
  private catching: Promise<unknown> = Promise.resolve();
  socket: Socket<ServerMessages, ClientMessages>;

  constructor(
    private url: string,
    readonly personId: string,
    readonly name: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {
    this.socket = this.connection();
  }

  get cookie(): string {
    return this.headers['cookie'] ?? '';
  }

  /** Their device stays on the line and takes nothing from it any more. */
  stopsReading(): void {
    const transport = this.socket.io.engine.transport as unknown as { ws: { _socket: { pause(): void } } };
    transport.ws._socket.pause();
  }

  /** Connects, or comes back: joins again what was joined, and sends what was not answered. */
  async comes(): Promise<this> {
    if (!this.socket.connected) {
      this.socket = this.connection();
      await new Promise<void>((done, fail) => {
        this.socket.once('connect', done);
        this.socket.once('connect_error', fail);
        this.socket.connect();
      });
    }
    for (const logId of [...this.held.keys()]) await this.joins(logId);
    for (const { logId, change } of [...this.unanswered.values()]) await this.sends(logId, [change]);
    return this;
  }

  /** The line goes; what was said since is kept until it is back. */
  losesConnection(): void {
    this.socket.disconnect();
  }

  async goesTo(url: string): Promise<this> {
    this.losesConnection();
    this.url = url;
    return this.comes();
  }

  async joins(logId: string): Promise<Joined | No> {
    const { seq: since = 0, end } = this.held.get(logId) ?? {};
    const answer = await this.asks('join', { protocol: PROTOCOL, logId, since, end });
    if (!answer.ok) return answer;
    const before = this.held.get(logId);
    const empty = { logId, you: answer.you, seq: 0, state: definitionOf(logId).empty, entries: [] };
    const held = before ?? empty;
    held.you = answer.you;
    this.held.set(logId, held);
    this.takesShare(held, answer);
    return answer;
  }

  /** Asks for one change and waits for its verdict. */
  async does(logId: string, kind: string, payload: unknown, id: string = randomUUID()): Promise<Verdict> {
    const [verdict] = await this.sends(logId, [{ id, kind, payload }]);
    return verdict as Verdict;
  }

  /** Asks, and expects a yes. */
  async succeeds(logId: string, kind: string, payload: unknown): Promise<Entry> {
    const verdict = await this.does(logId, kind, payload);
    if ('refusal' in verdict) throw new Error(`${this.name}: ${kind} was refused: ${verdict.refusal.code}`);
    return verdict.entry;
  }

  async sends(logId: string, changes: Change[]): Promise<Verdict[]> {
    for (const change of changes) this.unanswered.set(change.id, { logId, change });
    const answer = await this.asks('changes', { logId, changes });
    if (!answer.ok) return changes.map(({ id }) => ({ id, refusal: answer.refusal }));
    for (const verdict of answer.verdicts) {
      const change = changes.find(({ id }) => id === verdict.id);
      this.unanswered.delete(verdict.id);
      if ('refusal' in verdict && change) {
        this.kept.push({ change, code: verdict.refusal.code });
        // Words that were not accepted leave the field, or whatever is typed after would go on from them.
        this.docs.delete(`${logId} ${(change.payload as { field?: string }).field}`);
      }
    }
    const entries = answer.verdicts.flatMap((v) => ('entry' in v ? [v.entry] : []));
    this.takes(logId, entries);
    return answer.verdicts;
  }

  /** Types into a field, after what is there. Without a line it fails, and the words go out with `comes`. */
  writes(logId: string, field: string, words: string): Promise<Verdict> {
    return this.does(logId, 'prose.edit', { field, update: this.typed(logId, field, words) });
  }

  /** The update that typing these words makes, on this person's own device. */
  typed(logId: string, field: string, words: string): string {
    const key = `${logId} ${field}`;
    const doc = this.docs.get(key) ?? new Y.Doc();
    this.docs.set(key, doc);
    const before = Y.encodeStateVector(doc);
    const text = doc.getText('prose');
    text.insert(text.length, words);
    return encode(Y.encodeStateAsUpdate(doc, before));
  }

  /** What they see in a field. */
  reads(logId: string, field: string): string {
    return proseText((this.held.get(logId)?.state as DiscussionState | undefined)?.prose[field]);
  }

  sees<S = DiscussionState>(logId: string): S {
    const held = this.held.get(logId);
    if (!held) throw new Error(`${this.name} has not joined ${logId}`);
    return held.state as S;
  }

  /** Waits until something is so for them. */
  async until(so: () => boolean, what: string = so.toString()): Promise<void> {
    const end = Date.now() + 20_000;
    while (!so()) {
      if (Date.now() > end) throw new Error(`${this.name} waited in vain: ${what}`);
      await new Promise((later) => setTimeout(later, 5));
    }
  }

  /** Sends one message and waits for its answer. */
  async asks<N extends 'join' | 'since' | 'changes' | 'leave'>(
    name: N,
    message: unknown,
  ): Promise<Parameters<Parameters<ClientMessages[N]>[1]>[0]> {
    if (!this.socket.connected) throw new Error(`${this.name} has no line`);
    return (await this.socket.timeout(20_000).emitWithAck(name as 'leave', message as never)) as never;
  }

  private connection(): Socket<ServerMessages, ClientMessages> {
    const socket: Socket<ServerMessages, ClientMessages> = io(this.url, {
      transports: ['websocket'],
      autoConnect: false,
      reconnection: false,
      forceNew: true,
      extraHeaders: this.headers,
    });
    socket.io.on('open', () => {
      socket.io.engine.on('packet', ({ data }) => this.received.push(String(data ?? '')));
    });
    socket.on('entries', ({ logId, entries }) => this.takes(logId, entries));
    socket.on('here', ({ people }) => {
      this.heard.here = people;
    });
    socket.on('presence', ({ field }) => this.heard.writing.push(field));
    socket.on('you', ({ logId, you }) => {
      const held = this.held.get(logId);
      if (held) held.you = you;
    });
    socket.on('gone', ({ logId }) => {
      this.heard.gone.push(logId);
      this.held.delete(logId);
    });
    socket.on('bye', ({ why }) => this.heard.bye.push(why));
    return socket;
  }

  private takes(logId: string, entries: readonly Entry[]): void {
    const held = this.held.get(logId);
    if (!held) return;
    for (const entry of entries) {
      if (entry.seq <= held.seq) continue;
      if (entry.seq > held.seq + 1) {
        this.catching = this.catching.then(() => this.catchesUp(held)).catch(() => undefined);
        return;
      }
      this.apply(held, entry);
    }
  }

  async catchesUp(held: Held): Promise<void> {
    const answer = await this.asks('since', { logId: held.logId, since: held.seq, end: held.end });
    if (answer.ok) this.takesShare(held, answer);
  }

  private takesShare(held: Held, share: Since): void {
    if (share.state !== undefined && (share.restored || share.seq !== held.seq)) {
      held.state = share.state;
      held.seq = share.seq;
      held.end = share.end;
    }
    for (const entry of share.entries) if (entry.seq === held.seq + 1) this.apply(held, entry);
  }

  private apply(held: Held, entry: Entry): void {
    held.state = fold(definitionOf(held.logId), held.state, entry);
    held.seq = entry.seq;
    held.end = { id: entry.id, at: entry.at };
    held.entries.push(entry);
  }
}
