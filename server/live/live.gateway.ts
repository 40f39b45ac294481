import { Inject } from '@nestjs/common';
import { type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { redact } from '../../shared/live/log.js';
import {
  type ClientMessages,
  type End,
  type Joined as JoinedAnswer,
  type Message,
  type MessageName,
  messages,
  type No,
  PROTOCOL,
  type Since,
} from '../../shared/live/wire.js';
import { type Actor, maySee } from '../../shared/people.js';
import { type RefusalCode, refusal } from '../../shared/refusals.js';
import type { Config } from '../config.js';
import { Authority } from '../core/authority.js';
import { Clock } from '../core/clock.js';
import { LifeCycle } from '../core/life-cycle.js';
import { logError } from '../core/log.js';
import { Reader } from '../core/reader.js';
import { CONFIG } from '../core/tokens.js';
import { KeptAlive } from '../people/kept-alive.service.js';
import { Audience, type LiveServer, type LiveSocket } from './audience.js';
import { Budget } from './budget.js';
import { Handshake, signInOf } from './handshake.js';
import { Here } from './here.js';
import type { LiveLog } from './live-log.js';
import { Record } from './record.js';
import { Standing } from './standing.js';

// Further behind than this, the state is shorter than the entries.
const entriesAtMost = 300;
const sweepMs = 250;
const finishWithinMs = 8000;

type Answer = (answer: unknown) => void;

type Share = Omit<Since, 'ok' | 'seq'>;

interface Reading {
  actor: Actor;
  seq: number;
  /** Of the authority it was read under. */
  version: number;
  share: Share;
}

/** The edge of the sockets: reads messages, asks, answers. Every message is answered once, with what was asked for or a refusal. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit<LiveServer> {
  private readonly budget: Budget;
  private sweep: NodeJS.Timeout | undefined;
  private day = '';

  constructor(
    private readonly record: Record,
    private readonly audience: Audience,
    private readonly here: Here,
    private readonly handshake: Handshake,
    private readonly standing: Standing,
    private readonly authority: Authority,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly life: LifeCycle,
    private readonly keptAlive: KeptAlive,
    @Inject(CONFIG) config: Config,
  ) {
    const { changesPerSecond, changesAtOnce } = config.budgets;
    this.budget = new Budget(changesPerSecond, changesAtOnce, () => performance.now());
  }

  afterInit(server: LiveServer): void {
    this.audience.serve(server);
    this.day = this.standing.today();
    server.on('connection', (socket) => this.connected(socket));
    this.sweep = setInterval(() => this.look(), sweepMs).unref();
    this.life.whenLeaving(() => this.leave(server));
  }

  private connected(socket: LiveSocket): void {
    const signIn = signInOf(socket.request);
    if (!signIn) {
      socket.disconnect(true);
      return;
    }
    const { signInId, personId, endsAt } = signIn;
    if (isOfAnother(socket, personId)) {
      this.audience.signedOut(socket);
      return;
    }
    socket.data = { asker: { signInId, personId }, endsAt, logs: new Map() };
    const uncount = this.handshake.count(personId);
    this.keptAlive.joined(signInId);
    socket.on('disconnect', () => {
      uncount();
      this.keptAlive.left(signInId);
      for (const logId of socket.data.logs.keys()) {
        this.audience.emptied(logId);
        this.here.cameOrWent(logId);
      }
    });
    this.on(socket, 'join', (message, answer) => this.join(socket, message, answer));
    this.on(socket, 'since', (message, answer) => this.since(socket, message, answer));
    this.on(socket, 'changes', (message, answer) => this.changes(socket, message, answer));
    this.on(socket, 'leave', ({ logId }, answer) => this.left(socket, logId, answer));
    this.on(socket, 'presence', ({ logId, field }) => {
      if (socket.data.logs.has(logId)) this.here.writing(socket, logId, field);
    });
    socket.onAny((name: string, ...rest: unknown[]) => {
      if (!Object.hasOwn(messages, name)) answerIn(rest)({ ok: false, refusal: refusal('unreadable') });
    });
  }

  /** Reads one kind of message. What cannot be read, comes too fast, or fails, is answered too. */
  private on<N extends MessageName>(
    socket: LiveSocket,
    name: N,
    work: (message: Message<N>, answer: Answer) => void | Promise<void>,
  ): void {
    const listener = (...sent: unknown[]): void => {
      const answer = answerIn(sent);
      const no = (code: RefusalCode): void => answer({ ok: false, refusal: refusal(code) } satisfies No);
      const read = messages[name].safeParse(sent[0]);
      if (!read.success || !this.budget.take(socket.data.asker.personId)) {
        no(read.success ? 'too-fast' : 'unreadable');
        return;
      }
      Promise.resolve(work(read.data as Message<N>, answer)).catch((error: unknown) => {
        logError(`socket ${name}`, error);
        no('cannot-save');
      });
    };
    // The library cannot follow a name that is not a literal.
    socket.on(name as 'leave', listener as unknown as ClientMessages['leave']);
  }

  private async join(
    socket: LiveSocket,
    { protocol, ...asked }: Message<'join'>,
    answer: Answer,
  ): Promise<void> {
    if (protocol !== PROTOCOL) return answer({ ok: false, refusal: refusal('old-page') } satisfies No);
    const { logId } = asked;
    const found = await this.read(socket, asked);
    if (!found) return answer({ ok: false, refusal: refusal('not-found') } satisfies No);
    if (!socket.connected) return;
    // Something rose or was recorded in the moment between that reading and this turn.
    if (found.version !== this.authority.version) return this.join(socket, { protocol, ...asked }, answer);
    // Into the room in the same turn as the reading was found current: nothing is told in between.
    this.audience.seat(socket, logId, found.actor, found.seq);
    this.here.cameOrWent(logId);
    answer({ ok: true, seq: found.seq, you: found.actor, ...found.share } satisfies JoinedAnswer);
  }

  private async since(socket: LiveSocket, asked: Message<'since'>, answer: Answer): Promise<void> {
    const found = await this.read(socket, asked);
    if (!found) return answer({ ok: false, refusal: refusal('not-found') } satisfies No);
    answer({ ok: true, seq: found.seq, ...found.share } satisfies Since);
  }

  private changes(socket: LiveSocket, { logId, changes }: Message<'changes'>, answer: Answer): void {
    if (this.life.leaving) {
      answer({ ok: false, refusal: refusal('cannot-save') } satisfies No);
      return;
    }
    this.keptAlive.acted(socket.data.asker.signInId);
    this.record.ask({
      asker: socket.data.asker,
      logId,
      changes,
      origin: socket.id,
      answer: (verdicts) => answer({ ok: true, verdicts }),
    });
  }

  private left(socket: LiveSocket, logId: string, answer: Answer): void {
    this.audience.unseat(socket, logId);
    this.here.cameOrWent(logId);
    answer({ ok: true });
  }

  /** Who they are in the log and their share of it, both as of now. "Not yours" and "not there" are one answer. */
  private async read(socket: LiveSocket, { logId, since, end }: Message<'since'>): Promise<Reading | null> {
    const { personId, signInId } = socket.data.asker;
    for (;;) {
      const { version } = this.authority;
      const signIn = await this.standing.signIn(this.reader, signInId);
      const log = await this.record.read(logId);
      const actor = await this.standing.actorFor(this.reader, personId, logId, signIn?.confirmedUntil);
      const share = signIn && log && maySee(actor) ? await this.share(log, since, end, actor) : null;
      if (version !== this.authority.version || (log && this.record.seqNow(logId) !== log.seq)) continue;
      return share && log && { actor, seq: log.seq, version, share };
    }
  }

  /** What somebody who has everything up to `since` still needs, as they may see it. */
  private async share(log: LiveLog, since: number, end: End | undefined, actor: Actor): Promise<Share> {
    const { definition, seq, state } = log;
    // Ahead of the log, or with another entry in that place: it was restored from a copy, and theirs gives way.
    const restored = since > seq || (since > 0 && end && !(await this.record.has(log, since, end)));
    if (restored || since === 0 || seq - since > entriesAtMost) {
      const [last] = await this.record.entriesSince(log, seq - 1);
      return {
        state: definition.redactState(state, actor),
        ...(last && { end: { id: last.id, at: last.at } }),
        ...(restored && { restored }),
        entries: [],
      };
    }
    const entries = await this.record.entriesSince(log, since);
    return { entries: entries.map((entry) => redact(definition, state, entry, actor)) };
  }

  private look(): void {
    this.audience.dropSlow();
    // At midnight allocations and roles begin and end without anybody's doing anything.
    const today = this.standing.today();
    if (today !== this.day) this.audience.lookAgain(null);
    this.day = today;
    const now = this.clock.at();
    for (const socket of this.audience.everyone())
      if (socket.data.endsAt <= now) this.audience.signedOut(socket);
  }

  /** Says goodbye with a different wait for each, so that not everybody comes back in the same second; then finishes. */
  private async leave(server: LiveServer): Promise<void> {
    clearInterval(this.sweep);
    for (const socket of this.audience.everyone())
      socket.emit('bye', { why: 'moving', waitMs: Math.round(200 + Math.random() * 1800) });
    await Promise.race([
      this.record.idle(),
      new Promise<void>((late) => setTimeout(late, finishWithinMs).unref()),
    ]);
    server.disconnectSockets(true);
  }
}

/** A page that was opened by one person comes back with the cookie of another: what waits in it must not become theirs. */
function isOfAnother(socket: LiveSocket, personId: string): boolean {
  const said: unknown = (socket.handshake.auth as { personId?: unknown }).personId;
  return said !== undefined && said !== personId;
}

function answerIn(sent: readonly unknown[]): Answer {
  const last = sent.at(-1);
  return typeof last === 'function' ? (last as Answer) : () => undefined;
}
