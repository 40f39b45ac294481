import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { makeApp } from '../../server/app.js';
import { type Config, readConfig } from '../../server/config.js';
import { Clock } from '../../server/core/clock.js';
import { ownDatabase } from './databases.js';

/** A clock that stands still until it is moved. */
export class SetClock extends Clock {
  constructor(private instant: Date = new Date('2026-03-10T09:00:00Z')) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  passes(ms: number): void {
    this.instant = new Date(this.instant.getTime() + ms);
  }

  minutes(minutes: number): void {
    this.passes(minutes * 60_000);
  }
}

/** The real server on a database of its own (PostgreSQL when TEST_PG_URL names one), listening on a free port. */
export interface HttpServer {
  app: INestApplication;
  clock: SetClock;
  config: Config;
  url: string;
  stop(): Promise<void>;
}

export async function startHttpServer(change: Partial<Config> = {}): Promise<HttpServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'supervision-'));
  const clock = new SetClock();
  const database = await ownDatabase();
  const config = {
    ...readConfig({ DATA_DIR: dataDir, COUNCIL_NAME: 'Wrenshire Council' }),
    ...(database ? { databaseUrl: database.url } : {}),
    ...change,
  };
  const app = await makeApp(config, clock);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const stop = async (): Promise<void> => {
    await app.close();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { app, clock, config, url: `http://127.0.0.1:${port}`, stop };
}

/** What came back. */
export interface Answer<T = unknown> {
  status: number;
  body: T;
  text: string;
  headers: Headers;
}

/** A browser with its own cookies, on a device of its own. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly more: Readonly<Record<string, string>> = {},
  ) {}

  get<T = unknown>(path: string): Promise<Answer<T>> {
    return this.send('GET', path);
  }
  post<T = unknown>(path: string, body: unknown = {}): Promise<Answer<T>> {
    return this.send('POST', path, body);
  }
  patch<T = unknown>(path: string, body: unknown = {}): Promise<Answer<T>> {
    return this.send('PATCH', path, body);
  }
  delete<T = unknown>(path: string, body: unknown = {}): Promise<Answer<T>> {
    return this.send('DELETE', path, body);
  }

  async send<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'GET'
          ? {}
          : { 'x-requested-with': 'group-supervision', 'content-type': 'application/json' }),
        ...this.more,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value) this.cookies.set(pair.slice(0, at), value);
      else this.cookies.delete(pair.slice(0, at));
    }
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      body: (json ? JSON.parse(text) : text) as T,
      text,
      headers: response.headers,
    };
  }
}
