import assert from 'node:assert/strict';
import http from 'node:http';
import { median, percentile, ratioOfRounds } from '../lib/figures.js';
import type { Figures } from '../lib/report.js';
import { usageOf } from '../lib/usage.js';
import type { Ground } from './ground.js';
import type { Screen } from './screens.js';

/** Both servers over one database. */
export interface Servers {
  ground: Ground;
  product: { port: number; pid: number };
  byHand: { port: number };
}

/** What was found of one screen, in milliseconds. */
export interface Found {
  name: string;
  product: number[];
  byHand: number[];
  kib: number;
}

const agent = new http.Agent({ keepAlive: true });

interface Answer {
  ms: number;
  text: string;
}

/** Asks once. Throws what the server said when it is not a plain success. */
export function ask(
  port: number,
  path: string,
  { cookie, body }: { cookie?: string; body?: string },
): Promise<Answer> {
  const began = performance.now();
  return new Promise((done, fail) => {
    const request = http.request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method: body ? 'POST' : 'GET',
        headers: cookie ? { cookie } : {},
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const ms = performance.now() - began;
          const text = Buffer.concat(parts).toString();
          if (response.statusCode === 200) done({ ms, text });
          else fail(new Error(`${path}: ${response.statusCode} ${text.slice(0, 500)}`));
        });
      },
    );
    request.once('error', fail);
    request.end(body);
  });
}

export const askProduct = (
  { ground, product }: Servers,
  { path, who }: Pick<Screen, 'path' | 'who'>,
): Promise<Answer> => ask(product.port, path, { cookie: ground[who] });

/** Asks each screen of both sides in turn, the order reversed each round; the figures of both must be the same. */
export async function askInTurn(
  servers: Servers,
  screens: readonly Screen[],
  rounds: number,
): Promise<Found[]> {
  const found = screens.map(({ name }): Found => ({ name, product: [], byHand: [], kib: 0 }));
  for (let round = -1; round < rounds; round++)
    for (const [i, screen] of screens.entries()) {
      const product = () => askProduct(servers, screen);
      const byHand = () => ask(servers.byHand.port, '/', { body: JSON.stringify(screen.byHand) });
      const [a, b] =
        round % 2 ? [await byHand(), await product()].reverse() : [await product(), await byHand()];
      if (round < 0) assertSame(screen, a!.text, b!.text);
      if (round < 0) continue; // the first time each statement is prepared
      found[i]!.product.push(a!.ms);
      found[i]!.byHand.push(b!.ms);
      found[i]!.kib = a!.text.length / 1024;
    }
  return found;
}

function assertSame({ name, product, hand }: Screen, page: string, answer: string): void {
  assert.deepEqual(
    product(JSON.parse(page) as never),
    hand(JSON.parse(answer) as never),
    `${name}: the page and the SQL by hand tell different figures`,
  );
}

export const p95 = (of: readonly number[]): number =>
  percentile(
    [...of].sort((a, b) => a - b),
    0.95,
  );
export const ratioOf = ({ product, byHand }: Found) => ratioOfRounds(product, byHand);

/** A table: a row for each screen. */
export function tableOf(found: readonly Found[]): Figures {
  return Object.fromEntries(
    found.map((of) => [
      of.name,
      {
        'ms, median': median(of.product),
        'ms, p95': p95(of.product),
        'by hand, ms, median': median(of.byHand),
        'by hand, ms, p95': p95(of.byHand),
        ratio: ratioOf(of).median,
        KiB: of.kib,
      },
    ]),
  );
}

export const memoryMib = ({ product }: Servers): number => usageOf([product.pid]).memoryKib / 1024;
