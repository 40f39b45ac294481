import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { createClient } from 'redis';
import { z } from 'zod';
import { logIdSchema } from '../../shared/live/wire.js';
import type { Config } from '../config.js';
import { Authority } from '../core/authority.js';
import { LifeCycle } from '../core/life-cycle.js';
import { logError, tellLog } from '../core/log.js';
import { Reader } from '../core/reader.js';
import { CONFIG } from '../core/tokens.js';
import { Audience } from './audience.js';
import { Drafts } from './drafts.js';
import { Here } from './here.js';
import { Record } from './record.js';

const channel = 'group-supervision';
// Heads and authority are asked for so often: whatever happens to the news, nobody is behind for longer.
const askMs = 1000;
const sayAgainMs = 10_000;
const forgetMs = 30_000;
const logsAtOnce = 400;

// What servers tell each other: places and numbers, and ids of people. Never a word of what was written.
const newsSchema = z.union([
  z.strictObject({ from: z.string(), logs: z.array(z.tuple([logIdSchema, z.number().int()])) }),
  z.strictObject({ from: z.string(), version: z.number().int(), whose: z.array(z.string()).nullable() }),
  z.strictObject({ from: z.string(), here: logIdSchema, people: z.array(z.string()) }),
  z.strictObject({
    from: z.string(),
    writing: logIdSchema,
    personId: z.string(),
    field: z.string().nullable(),
  }),
]);
type Said<T> = T extends { from: string } ? Omit<T, 'from'> : never;

/**
 * Servers that share a database. The database is the truth: Redis only says sooner that there is something to read, and
 * when it is slow, cut off or dead, the same is found by asking the database every second.
 */
@Injectable()
export class NeighbourServers implements OnModuleInit, OnApplicationShutdown {
  private readonly me = randomUUID();
  private readonly people = new Map<string, Map<string, { people: readonly string[]; at: number }>>();
  private readonly reading = new Map<string, boolean>();
  private redis: ReturnType<typeof createClient>[] = [];
  private readonly timers: NodeJS.Timeout[] = [];
  private asking: Promise<void> = Promise.resolve();

  constructor(
    private readonly authority: Authority,
    private readonly drafts: Drafts,
    private readonly audience: Audience,
    private readonly here: Here,
    private readonly record: Record,
    private readonly reader: Reader,
    private readonly life: LifeCycle,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    // On SQLite there is this server and no other.
    if (!this.config.databaseUrl) return;
    this.every(askMs, () => {
      this.asking = this.ask().catch((error) => void logError('neighbours', error));
    });
    if (!this.config.redisUrl) return;
    this.meet(this.config.redisUrl);
    this.drafts.whenCommitted((news) => {
      this.say({ logs: news.map(({ logId, entries }) => [logId, entries.at(-1)?.seq ?? 0]) });
    });
    this.authority.whenRisen((whose, version) => this.say({ version, whose: whose && [...whose] }));
    this.here.meet({
      here: (logId) => this.peopleElsewhere(logId),
      tellHere: (logId, people) => this.say({ here: logId, people: [...people] }),
      tellWriting: (logId, personId, field) => this.say({ writing: logId, personId, field }),
    });
    this.every(sayAgainMs, () => {
      for (const logId of this.audience.joined.keys())
        this.say({ here: logId, people: this.here.hereNow(logId) });
    });
  }

  async onApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.asking;
    for (const client of this.redis) if (client.isOpen) client.destroy();
  }

  private every(ms: number, work: () => void): void {
    this.timers.push(setInterval(work, ms).unref());
  }

  private meet(url: string): void {
    // Never queue: news that is late is no news, and the database is asked anyway.
    const socket = { reconnectStrategy: (tries: number) => Math.min(100 * 2 ** tries, 3000) };
    const speaking = createClient({ url, disableOfflineQueue: true, socket });
    const hearing = speaking.duplicate();
    this.redis = [speaking, hearing];
    for (const client of this.redis) {
      let told = false;
      client.on('error', () => {
        if (!told && !this.life.leaving)
          tellLog('warn', 'redis cannot be reached; asking the database instead');
        told = true;
      });
      client.on('ready', () => {
        told = false;
      });
      client.connect().catch(() => undefined);
    }
    hearing.once('ready', () => {
      hearing.subscribe(channel, (text) => this.hear(text)).catch(() => undefined);
    });
  }

  private say(said: Said<z.infer<typeof newsSchema>>): void {
    const [speaking] = this.redis;
    if (speaking?.isReady)
      speaking.publish(channel, JSON.stringify({ from: this.me, ...said })).catch(() => undefined);
  }

  private hear(text: string): void {
    const read = newsSchema.safeParse(safeJson(text));
    if (!read.success || read.data.from === this.me) return;
    const said = read.data;
    if ('logs' in said) {
      for (const [logId, seq] of said.logs)
        if ((this.audience.joined.get(logId) ?? seq) < seq) this.catchUp(logId);
    } else if ('version' in said) this.authority.risen(said.version, said.whose);
    else if ('writing' in said) {
      const { writing: logId, personId, field } = said;
      this.audience.whisper(logId, 'presence', { logId, personId, field });
    } else {
      const elsewhere = this.people.get(said.here) ?? new Map();
      this.people.set(said.here, elsewhere.set(said.from, { people: said.people, at: performance.now() }));
      this.here.tellHere(said.here);
    }
  }

  private peopleElsewhere(logId: string): string[] {
    const now = performance.now();
    const elsewhere = this.people.get(logId);
    for (const [server, { people, at }] of elsewhere ?? [])
      if (now - at > forgetMs || !people.length) elsewhere?.delete(server);
    if (!elsewhere?.size) this.people.delete(logId);
    return [...(elsewhere?.values() ?? [])].flatMap(({ people }) => people);
  }

  private async ask(): Promise<void> {
    const [row] = await this.reader.query<{ version: number }>('SELECT version FROM authority WHERE id = 1');
    if (row) this.authority.risen(row.version, null);
    const joined = [...this.audience.joined.keys()];
    for (let i = 0; i < joined.length; i += logsAtOnce) {
      const some = joined.slice(i, i + logsAtOnce);
      const sql = `SELECT id, head FROM log WHERE id IN (${some.map((_, n) => `$${n + 1}`).join(', ')})`;
      for (const { id, head } of await this.reader.query<{ id: string; head: number }>(sql, some))
        if ((this.audience.joined.get(id) ?? head) < head) this.catchUp(id);
    }
  }

  /** Reads a log on, once at a time: asked again meanwhile, it reads once more. */
  private catchUp(logId: string): void {
    if (this.reading.has(logId)) {
      this.reading.set(logId, true);
      return;
    }
    this.reading.set(logId, false);
    this.readOn(logId)
      .catch((error) => void logError('neighbours', error))
      .finally(() => {
        const again = this.reading.get(logId);
        this.reading.delete(logId);
        if (again) this.catchUp(logId);
      });
  }

  private async readOn(logId: string): Promise<void> {
    const log = await this.record.read(logId);
    const told = this.audience.joined.get(logId);
    if (!log || told === undefined || told >= log.seq) return;
    const entries = await this.record.entriesSince(log, told);
    this.audience.tell([{ logId, entries, state: log.state, origin: null }]);
  }
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
