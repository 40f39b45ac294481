import http from 'node:http';
import { Server } from 'socket.io';
import type { FloorChange, Store } from './group.js';
import { openPostgres } from './postgres-store.js';
import { openSqlite3 } from './sqlite3-store.js';

// socket.io and nothing more: no sign-in, no rules, no schema. FLOOR_STORE says what happens before anyone is told.
const { PORT, FLOOR_STORE, FLOOR_FILE = '', FLOOR_URL = '' } = process.env;

let store: Store | undefined;
if (FLOOR_STORE === 'sqlite3') store = await openSqlite3(FLOOR_FILE);
if (FLOOR_STORE === 'postgres') store = await openPostgres(FLOOR_URL);

const server = http.createServer();
const io = new Server(server, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('join', async (room: string, joined: (answer: number) => void) => {
    await socket.join(room);
    joined(1);
  });
  socket.on('change', async (change: FloorChange, acknowledge: (seq: number) => void) => {
    const seq = store ? await store(change) : 1;
    socket.to(change.discussion).emit('change', change);
    acknowledge(seq);
  });
});
server.listen(Number(PORT), '127.0.0.1', () => console.log('listening'));
