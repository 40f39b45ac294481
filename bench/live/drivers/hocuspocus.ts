import * as Y from 'yjs';
import { eachId, openSocket } from './bare-socket.js';
import type { Connect } from './driver.js';

const SYNC = 0;
const AUTH = 2;
const SYNC_STATUS = 8;
const STEP_ONE = 0;
const UPDATE = 2;
const DENIED = 1;

// The peer's messages are lib0's: lengths and numbers as seven bits a byte, least first.
function number(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}
const words = (text: string): Uint8Array => {
  const letters = Buffer.from(text);
  return Buffer.concat([Buffer.from(number(letters.length)), letters]);
};
const bytes = (given: Uint8Array): Uint8Array => Buffer.concat([Buffer.from(number(given.length)), given]);

/** A participant at Hocuspocus: writes at the end of a document of their own, reads only the ids that arrive. */
export const connectHocuspocus: Connect = ({ port, room, sees }) =>
  new Promise((connected, fail) => {
    const socket = openSocket(`ws://127.0.0.1:${port}/`);
    const name = words(`discussion-${room}`);
    const send = (kind: number[], ...parts: Uint8Array[]): void =>
      socket.send(Buffer.concat([name, Buffer.from(kind), ...parts]));
    const own = new Set<string>();
    const asked: (() => void)[] = [];
    const document = new Y.Doc();
    document.on('update', (update: Uint8Array) => send([SYNC, UPDATE], bytes(update)));
    const prose = document.getText('review');

    socket.on('error', fail);
    socket.on('open', () => send([AUTH, 0], words(''), words('3.4.4')));
    socket.on('message', (frame) => {
      const kind = frame[name.length];
      if (kind === AUTH) {
        if (frame[name.length + 1] === DENIED) return fail(new Error('Hocuspocus refused the connection'));
        send([SYNC, STEP_ONE], bytes(Y.encodeStateVector(new Y.Doc())));
        return connected({
          send: (id, text) =>
            new Promise((done) => {
              own.add(id);
              asked.push(done);
              prose.insert(prose.length, JSON.stringify({ id, text }));
            }),
          close: () => socket.close(),
        });
      }
      // It says nothing but "applied" and keeps the order, so the oldest question is the one that was answered.
      if (kind === SYNC_STATUS) return asked.shift()?.();
      if (kind !== SYNC) return;
      eachId(frame.toString('latin1'), (id) => {
        if (!own.delete(id)) sees(id);
      });
    });
  });
