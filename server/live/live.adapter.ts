import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { Handshake } from './handshake.js';

/** Makes the socket server with the options of the handshake, which a decorator could not know. */
export class LiveAdapter extends IoAdapter {
  private readonly handshake: Handshake;

  constructor(app: INestApplicationContext) {
    super(app);
    this.handshake = app.get(Handshake);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    return super.createIOServer(port, { ...options, ...this.handshake.options() } as ServerOptions) as Server;
  }
}
