import type { IncomingHttpHeaders } from 'node:http';
import type { FloorChange } from '../../floor/group.js';
import { eachId, openSocket } from './bare-socket.js';
import type { Connect } from './driver.js';

export interface SocketIoClient {
  /** Sends an event and resolves with the raw text of its acknowledgement: a JSON array of arguments. */
  ask(event: string, ...values: unknown[]): Promise<string>;
  close(): void;
}

/**
 * socket.io spoken over a bare WebSocket: packets are letters before JSON (engine.io `4` message, then socket.io `0`
 * connect, `2` event, `3` acknowledgement, `4` refused). `hears` gets the raw JSON array of each event.
 */
export function connectSocketIo(
  port: number,
  hears: (event: string) => void,
  standing: { headers?: IncomingHttpHeaders; auth?: unknown } = {},
): Promise<SocketIoClient> {
  return new Promise((connected, fail) => {
    const socket = openSocket(
      `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`,
      standing.headers,
    );
    const asked = new Map<number, { done: (answer: string) => void; fail: (error: Error) => void }>();
    let number = 0;
    const client: SocketIoClient = {
      ask: (event, ...values) =>
        new Promise((done, failed) => {
          asked.set(++number, { done, fail: failed });
          socket.send(`42${number}${JSON.stringify([event, ...values])}`);
        }),
      close: () => socket.close(),
    };
    socket.on('error', fail);
    socket.on('close', (code) => {
      const error = new Error(`the server closed the connection (${code})`);
      fail(error);
      for (const question of asked.values()) question.fail(error);
    });
    socket.on('message', (frame) => {
      const text = frame.toString('latin1');
      if (text === '2') return socket.send('3');
      if (text.startsWith('42')) return hears(text.slice(2));
      if (text.startsWith('43')) {
        const start = text.indexOf('[');
        const id = Number(text.slice(2, start));
        asked.get(id)?.done(text.slice(start));
        asked.delete(id);
        return;
      }
      if (text.startsWith('40')) return connected(client);
      if (text.startsWith('44'))
        return fail(new Error(`the server refused the connection: ${text.slice(2)}`));
      if (text.startsWith('0')) socket.send(`40${standing.auth ? JSON.stringify(standing.auth) : ''}`);
    });
  });
}

/** A participant at the floor: bare socket.io, whatever is stored behind it. */
export const connectFloor: Connect = async ({ port, room, sees }) => {
  const discussion = `discussion-${room}`;
  const client = await connectSocketIo(port, (event) => eachId(event, sees));
  await client.ask('join', discussion);
  return {
    async send(id, text) {
      const change: FloorChange = {
        kind: 'review.write',
        discussion,
        family: 'b3e1a9c2-77d1-4a6e-9a51-2f6a0f3c1d11',
        discipline: 'health',
        id,
        text,
      };
      await client.ask('change', change);
    },
    close: client.close,
  };
};
