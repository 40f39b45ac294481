// Hocuspocus as its documentation sets it up, with its own SQLite extension and its standard delays.
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: process.env.PEER_FILE })],
});
await server.listen();
console.log('listening');
