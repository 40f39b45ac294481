// The fastest durable store that was found: better-sqlite3 commits under synchronous=NORMAL on the main thread (no
// flush), then one asynchronous fdatasync of the write-ahead log serves everybody who waits. The frames of that log
// are checksummed, so after a power cut exactly the commits up to the last flush are there.
import fs from 'node:fs';
import http from 'node:http';
import Database from 'better-sqlite3';
import { Server } from 'socket.io';

const { PORT, FLOOR_FILE } = process.env;
const database = new Database(FLOOR_FILE);
database.pragma('journal_mode = wal');
database.pragma('synchronous = normal');
database.exec(`
  create table entry (seq integer primary key autoincrement, change_id text not null unique, discussion text not null,
    kind text not null, body text not null, at integer not null);
  create table review (discussion text not null, family text not null, discipline text not null, body text not null,
    seq integer not null, primary key (discussion, family, discipline))`);
const addEntry = database.prepare(
  'insert into entry (change_id, discussion, kind, body, at) values (?, ?, ?, ?, ?)',
);
const setReview = database.prepare(
  `insert into review (discussion, family, discipline, body, seq) values (?, ?, ?, ?, ?)
   on conflict (discussion, family, discipline) do update set body = excluded.body, seq = excluded.seq`,
);
const commit = database.transaction((changes) =>
  changes.map((one) => {
    const added = addEntry.run(one.id, one.discussion, one.kind, JSON.stringify(one), Date.now());
    setReview.run(one.discussion, one.family, one.discipline, one.text, added.lastInsertRowid);
    return Number(added.lastInsertRowid);
  }),
);

// Kept open as long as the process lives: closing a descriptor of the database would drop SQLite's locks.
const log = fs.openSync(`${FLOOR_FILE}-wal`, 'r+');
const flush = () =>
  new Promise((done, fail) => {
    fs.fdatasync(log, (error) => (error ? fail(error) : done()));
  });
let running;
let next;
// A flush that runs may have begun before our commit; only one that begins after it covers us.
function flushed() {
  const begin = () => {
    next = undefined;
    running = flush().finally(() => {
      running = undefined;
    });
    return running;
  };
  if (!running) return begin();
  next ??= running.then(begin, begin);
  return next;
}

let waiting = [];
const store = (change) =>
  new Promise((done, fail) => {
    if (waiting.push({ change, done, fail }) > 1) return;
    setImmediate(async () => {
      const batch = waiting;
      waiting = [];
      try {
        const numbers = commit.immediate(batch.map((one) => one.change));
        await flushed();
        batch.forEach((one, i) => {
          one.done(numbers[i]);
        });
      } catch (error) {
        for (const one of batch) one.fail(error);
      }
    });
  });

const server = http.createServer();
const io = new Server(server, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('join', async (room, joined) => {
    await socket.join(room);
    joined(1);
  });
  socket.on('change', async (change, acknowledge) => {
    const seq = await store(change);
    socket.to(change.discussion).emit('change', change);
    acknowledge(seq);
  });
});
server.listen(Number(PORT), '127.0.0.1', () => console.log('listening'));
