import fs from 'node:fs';
import * as Y from 'yjs';
import { eachId } from './bare-socket.js';
import type { Connect } from './driver.js';
import { connectSocketIo } from './socket-io.js';

/** Who sits where at the product; written when the council is made, read by the load process. */
export interface CouncilSeats {
  origin: string;
  protocol: number;
  rooms: { sessionLog: string; discussionLog: string; people: { cookie: string; field: string }[] }[];
}

/**
 * A participant at the product: a signed-in specialist who follows the session and the discussion and writes in
 * the review of their own discipline. Every change is one edit of prose, as the page would send it.
 */
export function connectProduct(councilFile: string): Connect {
  const council = JSON.parse(fs.readFileSync(councilFile, 'utf8')) as CouncilSeats;
  return async ({ port, room, place, sees }) => {
    const here = council.rooms[room];
    const person = here?.people[place];
    if (!here || !person) throw new Error(`The council has nobody for place ${place} of room ${room}.`);
    const client = await connectSocketIo(
      port,
      (event) => event.startsWith('["entries"') && eachId(event, sees),
      {
        headers: { cookie: person.cookie, origin: council.origin },
      },
    );
    for (const logId of [here.sessionLog, here.discussionLog]) {
      const answer = await client.ask('join', { protocol: council.protocol, logId, since: 0 });
      if (!answer.startsWith('[{"ok":true')) throw new Error(`could not join ${logId}: ${answer}`);
    }
    const document = new Y.Doc();
    const prose = document.getText('prose');
    let update = '';
    document.on('update', (bytes: Uint8Array) => {
      update = Buffer.from(bytes).toString('base64');
    });
    return {
      async send(id, text) {
        prose.insert(prose.length, text);
        const change = { id, kind: 'prose.edit', payload: { field: person.field, update } };
        const answer = await client.ask('changes', { logId: here.discussionLog, changes: [change] });
        if (!answer.startsWith('[{"ok":true') || answer.includes('"refusal"'))
          throw new Error(answer.slice(0, 300));
      },
      close: client.close,
    };
  };
}
