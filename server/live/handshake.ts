import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { ServerOptions } from 'socket.io';
import type { Config } from '../config.js';
import { LifeCycle } from '../core/life-cycle.js';
import { logError } from '../core/log.js';
import { type SignIn, SignIns } from '../core/sign-ins.js';
import { CONFIG } from '../core/tokens.js';

const admitted = new WeakMap<IncomingMessage, SignIn>();

/** Who was let in with this request. */
export function signInOf(request: IncomingMessage): SignIn | undefined {
  return admitted.get(request);
}

/**
 * The door of the socket: exact Origin, a sign-in that lasts, and not too many connections, before anything is upgraded.
 * Origin is checked here because cross-origin rules do not guard a WebSocket: a page anywhere could open one with the
 * person's cookie.
 */
@Injectable()
export class Handshake {
  private readonly connected = new Map<string, number>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly signIns: SignIns,
    private readonly life: LifeCycle,
  ) {}

  options(): Partial<ServerOptions> {
    return {
      transports: ['websocket'],
      allowUpgrades: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: 64_000,
      serveClient: false,
      // No state recovery: it brings people back without asking who they are. Catching up is by `since`.
      allowRequest: (request, answer) => {
        this.admits(request).then(
          (no) => answer(no, no === null),
          (error) => answer(logError('handshake', error), false),
        );
      },
    };
  }

  /** Counts a connection, and gives what uncounts it. */
  count(personId: string): () => void {
    this.connected.set(personId, (this.connected.get(personId) ?? 0) + 1);
    return () => {
      const left = (this.connected.get(personId) ?? 1) - 1;
      if (left > 0) this.connected.set(personId, left);
      else this.connected.delete(personId);
    };
  }

  private async admits(request: IncomingMessage): Promise<string | null> {
    if (this.life.leaving) return 'moving';
    if (!this.config.origins.includes(request.headers.origin ?? '')) return 'origin';
    const signIn = await this.signIns.of(request.headers.cookie);
    if (!signIn) return 'signed-out';
    const many = (this.connected.get(signIn.personId) ?? 0) >= this.config.budgets.socketsPerPerson;
    if (many) return 'too-many';
    admitted.set(request, signIn);
    return null;
  }
}
