import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Asked, ByHand } from './by-hand.js';

// A server with nothing in it but the SQL: what it takes to ask over HTTP is the same on both sides.
const [file = '', today = ''] = process.argv.slice(2);
const byHand = await ByHand.open(file, today);

const server = http.createServer((request, response) => {
  let text = '';
  request.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  request.on('end', () => {
    byHand.answer(JSON.parse(text) as Asked).then(
      (answer) => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)),
      (error: Error) => {
        response.statusCode = 500;
        response.end(error.message);
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${(server.address() as AddressInfo).port}`));
