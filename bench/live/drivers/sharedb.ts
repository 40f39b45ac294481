import { openSocket } from './bare-socket.js';
import type { Connect, Participant } from './driver.js';

const collection = 'discussions';
const json0 = 'http://sharejs.org/types/JSONv0';

interface Message {
  a: 'hs' | 's' | 'op';
  id?: string;
  v?: number;
  src?: string;
  data?: { v?: number };
  op?: { li?: { id?: string } }[];
  error?: { message?: string } | string;
}

/** A participant at ShareDB: puts items into a list, one operation under way at a time, as its protocol has it. */
export const connectShareDb: Connect = ({ port, room, place, sees }) =>
  new Promise((connected, fail) => {
    const socket = openSocket(`ws://127.0.0.1:${port}/`);
    const d = `discussion-${room}`;
    const put = (message: object): void => socket.send(JSON.stringify(message));
    const waiting: { id: string; text: string; done: () => void }[] = [];
    let underWay: (() => void) | undefined;
    let version = 0;
    let seq = 0;
    let self: string | undefined;
    const next = (): void => {
      const one = underWay ? undefined : waiting.shift();
      if (!one) return;
      underWay = one.done;
      const op = [{ p: ['items', 0], li: { id: one.id, text: one.text } }];
      put({ a: 'op', c: collection, d, v: version, seq: ++seq, x: {}, op });
    };
    const participant: Participant = {
      send: (id, text) =>
        new Promise((done) => {
          waiting.push({ id, text, done });
          next();
        }),
      close: () => socket.close(),
    };
    const subscribe = (): void => put({ a: 's', c: collection, d, v: null });

    socket.on('error', fail);
    socket.on('open', () => put({ a: 'hs', id: null, protocol: 1, protocolMinor: 2 }));
    socket.on('message', (frame) => {
      const message = JSON.parse(frame.toString()) as Message;
      if (message.error) return fail(new Error(`ShareDB: ${JSON.stringify(message.error)}`));
      if (message.a === 'hs') {
        self = message.id;
        // The first person of a room makes its document; the others come when that is done.
        if (place > 0) return subscribe();
        const create = { type: json0, data: { items: [] } };
        return put({ a: 'op', c: collection, d, v: null, seq: ++seq, x: {}, create });
      }
      if (message.a === 's') {
        version = message.data?.v ?? message.v ?? version;
        return connected(participant);
      }
      if (typeof message.v === 'number') version = message.v + 1;
      if (message.src !== self) {
        for (const part of message.op ?? []) if (part.li?.id) sees(part.li.id);
        return;
      }
      if (!underWay) return subscribe();
      const done = underWay;
      underWay = undefined;
      done();
      next();
    });
  });
