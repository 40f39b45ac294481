// ShareDB with its PostgreSQL store: an operation is committed before it is acknowledged and published.
import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import WebSocketJSONStream from '@teamwork/websocket-json-stream';
import pg from 'pg';
import ShareDB from 'sharedb';
import PostgresDB from 'sharedb-postgres';
import { WebSocketServer } from 'ws';

const connectionString = process.env.PEER_URL;
const structure = createRequire(import.meta.url).resolve('sharedb-postgres/structure.sql');
const client = new pg.Client({ connectionString });
await client.connect();
await client.query(fs.readFileSync(structure, 'utf8'));
await client.end();

const backend = new ShareDB({ db: new PostgresDB({ connectionString, max: 10 }) });
const server = http.createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket) => backend.listen(new WebSocketJSONStream(socket)));
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
