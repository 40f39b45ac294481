import { Inject, Injectable } from '@nestjs/common';
import type { Server, Socket } from 'socket.io';
import type { Entry } from '../../shared/live/change.js';
import { isOpen, redact } from '../../shared/live/log.js';
import type { ClientMessages, ServerMessages } from '../../shared/live/wire.js';
import { type Actor, maySee } from '../../shared/people.js';
import type { Config } from '../config.js';
import { Authority, type Whose } from '../core/authority.js';
import { logError } from '../core/log.js';
import { Reader } from '../core/reader.js';
import { CONFIG } from '../core/tokens.js';
import { definitionOf } from './definitions.js';
import type { News } from './draft.js';
import { Drafts } from './drafts.js';
import type { Asker } from './record.js';
import { Standing } from './standing.js';

export interface Joined {
  asker: Asker;
  /** When the sign-in ends, as an ISO instant. */
  endsAt: string;
  /** The logs this connection receives, and who it is in each. */
  logs: Map<string, Actor>;
}

export type LiveSocket = Socket<ClientMessages, ServerMessages, Record<string, never>, Joined>;
export type LiveServer = Server<ClientMessages, ServerMessages, Record<string, never>, Joined>;

/**
 * Tells everybody in a log what was committed: one message for each log and commit, encoded once where all may read all
 * of it, else cut for each reader. When somebody's standing changes, nothing is told until everybody concerned has been
 * looked at again: what was committed after a revocation never reaches the one who was revoked.
 */
@Injectable()
export class Audience {
  private server: LiveServer | undefined;
  /** How far each room was told. A room that nobody is in has none. */
  private readonly told = new Map<string, number>();
  private held: (readonly News[])[] | null = null;
  private recheck: { whose: Whose; asked: boolean } = { whose: [], asked: false };

  constructor(
    private readonly authority: Authority,
    private readonly standing: Standing,
    private readonly reader: Reader,
    private readonly drafts: Drafts,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.drafts.whenCommitted((news) => this.tell(news));
    this.authority.whenRisen((whose) => this.lookAgain(whose));
  }

  serve(server: LiveServer): void {
    this.server = server;
  }

  /** Tells now, or when it is known again who may hear. */
  tell(news: readonly News[]): void {
    if (this.held) this.held.push(news);
    else for (const one of news) this.tellOne(one);
  }

  /** Into the room, everything up to `seq` known. */
  seat(socket: LiveSocket, logId: string, actor: Actor, seq: number): void {
    socket.data.logs.set(logId, actor);
    void socket.join(logId);
    if (!this.told.has(logId)) this.told.set(logId, seq);
  }

  unseat(socket: LiveSocket, logId: string): void {
    socket.data.logs.delete(logId);
    void socket.leave(logId);
    this.emptied(logId);
  }

  /** Nobody may be left to tell. */
  emptied(logId: string): void {
    if (!this.server?.of('/').adapter.rooms.has(logId)) this.told.delete(logId);
  }

  /** The logs that somebody here has joined, with how far they were told. */
  get joined(): ReadonlyMap<string, number> {
    return this.told;
  }

  /** Something nobody stores. */
  whisper<E extends 'presence' | 'here'>(
    logId: string,
    name: E,
    ...words: Parameters<ServerMessages[E]>
  ): void {
    this.server?.to(logId).volatile.emit(name, ...words);
  }

  in(logId: string): LiveSocket[] {
    const ids = this.server?.of('/').adapter.rooms.get(logId);
    const sockets = this.server?.of('/').sockets;
    return ids && sockets ? [...ids].flatMap((id) => (sockets.get(id) as LiveSocket | undefined) ?? []) : [];
  }

  everyone(): LiveSocket[] {
    return this.server ? ([...this.server.of('/').sockets.values()] as LiveSocket[]) : [];
  }

  /** Drops whoever reads so slowly that what waits for them would grow for ever: they come back and catch up. */
  dropSlow(): void {
    const { waitingBytes, waitingPackets } = this.config.budgets;
    for (const socket of this.everyone()) {
      const connection = socket.conn as unknown as {
        writeBuffer: unknown[];
        transport: { socket?: { bufferedAmount: number; terminate(): void } };
      };
      const line = connection.transport.socket;
      if (connection.writeBuffer.length <= waitingPackets && (line?.bufferedAmount ?? 0) <= waitingBytes)
        continue;
      socket.emit('bye', { why: 'slow', waitMs: 500 });
      socket.disconnect(true);
      // A line that is full would keep all of it in memory until it times out.
      line?.terminate();
    }
  }

  private tellOne({ logId, entries: committed, state, origin }: News): void {
    const told = this.told.get(logId);
    if (told === undefined || !this.server) return;
    const last = committed.at(-1)?.seq ?? 0;
    if (last <= told) return;
    // What another server recorded in between goes out first, so that nobody has to ask for it.
    const between = this.drafts.between(logId, told, (committed[0] as Entry).seq - 1);
    const entries = [...between, ...committed.filter((entry) => entry.seq > told)];
    this.told.set(logId, last);
    const definition = definitionOf(logId);
    // Who asked for all of it has it in their answer.
    const except = between.length ? null : origin;
    if (entries.every((entry) => isOpen(definition, entry))) {
      const room = this.server.to(logId);
      (except ? room.except(except) : room).emit('entries', { logId, entries });
      return;
    }
    for (const socket of this.in(logId)) {
      const actor = socket.data.logs.get(logId);
      if (!actor || socket.id === except) continue;
      socket.emit('entries', {
        logId,
        entries: entries.map((entry) => redact(definition, state, entry, actor)),
      });
    }
  }

  /** These people (or everybody) may stand otherwise than they did: nothing is told until that is known. */
  lookAgain(whose: Whose): void {
    const { recheck } = this;
    recheck.whose = whose === null || recheck.whose === null ? null : [...recheck.whose, ...whose];
    recheck.asked = true;
    if (this.held) return;
    this.held = [];
    void this.lookUntilDone();
  }

  private async lookUntilDone(): Promise<void> {
    while (this.recheck.asked) {
      const { whose } = this.recheck;
      this.recheck = { whose: [], asked: false };
      for (const socket of this.everyone()) {
        if (whose && !whose.includes(socket.data.asker.personId)) continue;
        await this.look(socket).catch((error) => {
          // Not knowing is not permission.
          logError('recheck', error);
          socket.disconnect(true);
        });
      }
    }
    const held = this.held ?? [];
    this.held = null;
    for (const news of held) this.tell(news);
  }

  private async look(socket: LiveSocket): Promise<void> {
    const { asker, logs } = socket.data;
    const signIn = await this.standing.signIn(this.reader, asker.signInId);
    if (!signIn) return this.signedOut(socket);
    for (const [logId, before] of [...logs]) {
      const actor = await this.standing.actorFor(this.reader, asker.personId, logId, signIn.confirmedUntil);
      if (!logs.has(logId)) continue;
      if (maySee(actor)) {
        logs.set(logId, actor);
        if (JSON.stringify(actor) !== JSON.stringify(before)) socket.emit('you', { logId, you: actor });
      } else {
        this.unseat(socket, logId);
        socket.emit('gone', { logId });
      }
    }
  }

  signedOut(socket: LiveSocket): void {
    socket.emit('bye', { why: 'signed-out', waitMs: 0 });
    socket.disconnect(true);
  }
}
