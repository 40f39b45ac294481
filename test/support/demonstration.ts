import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { PastClock } from '../../scripts/demo/past-clock.js';
import { seed } from '../../scripts/demo/seed.js';
import { acrossTeams, demoPassword, northgate, southgate } from '../../scripts/demo/wrenshire.js';
import { makeApp } from '../../server/app.js';
import { Closing } from '../../server/audit/months/closing.service.js';
import { readConfig } from '../../server/config.js';
import { Jobs } from '../../server/core/jobs/jobs.js';
import { LifeCycle } from '../../server/core/life-cycle.js';
import { Reader } from '../../server/core/reader.js';
import { Transactions } from '../../server/core/transaction.js';
import { Discussions } from '../../server/families/discussions.service.js';
import { Record } from '../../server/live/record.js';
import { Sender } from '../../server/messages/sender.service.js';
import { AllSeries } from '../../server/schedule/series/all-series.service.js';
import type { MadeCalendarFeed } from '../../shared/messages/feeds.js';
import type { Board } from '../../shared/schedule/planner.js';
import { ownDatabase } from './databases.js';
import { type Answer, Browser } from './http-server.js';
import { MailServer } from './mail.js';

/** The demonstration's clock, of which "now" is not the machine's but the day that a test has come to. */
class MovedClock extends PastClock {
  constructor(private readonly firstDay: string) {
    super();
    this.letGo();
  }

  override letGo(): void {
    this.set(this.firstDay, '07:30');
  }
}

/** The demonstration's council, whole, on a real server with a real mail server beside it, and a clock that is moved. */
export class Demonstration {
  readonly mail = new MailServer();
  readonly people = [...northgate, ...southgate, ...acrossTeams];
  private app!: INestApplication;
  private url = '';
  private readonly clock: MovedClock;
  private ending: () => Promise<void> = async () => undefined;

  private constructor(private day: string) {
    this.clock = new MovedClock(day);
  }

  /** As it stands at half past seven on the morning of a local date. */
  static async open(today: string): Promise<Demonstration> {
    const demonstration = new Demonstration(today);
    await demonstration.begins(today);
    return demonstration;
  }

  private async begins(today: string): Promise<void> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'demonstration-'));
    const database = await ownDatabase();
    const config = {
      ...readConfig({ DATA_DIR: dataDir, COUNCIL_NAME: 'Wrenshire Council' }),
      ...(database ? { databaseUrl: database.url } : {}),
      smtpUrl: await this.mail.open(),
      mailFrom: 'supervision@wrenshire.example',
      publicUrl: 'https://supervision.wrenshire.example',
    };
    this.app = await makeApp(config, this.clock);
    this.ending = async () => {
      await this.get(LifeCycle).leave();
      await this.app.close();
      await database?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    };
    const doors = {
      transactions: this.get(Transactions),
      record: this.get(Record),
      discussions: this.get(Discussions),
      closing: this.get(Closing),
      series: this.get(AllSeries),
      clock: this.clock,
    };
    await seed(doors, today);
    await this.app.listen(0, '127.0.0.1');
    this.url = `http://127.0.0.1:${(this.app.getHttpServer().address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await this.ending();
    await this.mail.close();
  }

  get<T>(service: new (...args: never[]) => T): T {
    return this.app.get<T>(service as never, { strict: false });
  }

  rows<T>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.get(Reader).query<T>(sql, params);
  }

  /** The clock moves on to a local time of a day: what is due by then is done, and what that wrote is sent. */
  async comes(day: string, time: string): Promise<void> {
    this.day = day;
    this.clock.set(day, time);
    await this.get(Jobs).run();
    await this.sends();
  }

  sends(): Promise<void> {
    return this.get(Sender).send();
  }

  /** Somebody at their browser, signed in anew: the clock runs on by days. */
  async browser(key: string): Promise<Browser> {
    const email = this.people.find((person) => person.key === key)?.email;
    const browser = new Browser(this.url);
    well(await browser.post('/api/sign-in', { email, password: demoPassword }));
    return browser;
  }

  async idOf(key: string): Promise<string> {
    const email = this.people.find((person) => person.key === key)?.email;
    const [person] = await this.rows<{ id: string }>('SELECT id FROM person WHERE email = $1', [email]);
    if (!person) throw new Error(`Nobody in the demonstration is called ${key}`);
    return person.id;
  }

  async team(name: string): Promise<string> {
    const [team] = await this.rows<{ id: string }>('SELECT id FROM team WHERE name = $1', [name]);
    if (!team) throw new Error(`There is no team ${name}`);
    return team.id;
  }

  async board(browser: Browser, teamId: string, month = this.day.slice(0, 7)): Promise<Board> {
    return well(await browser.get<Board>(`/api/planner/board?teamId=${teamId}&month=${month}`));
  }

  /** The address of somebody's own calendar, or of a team's. */
  async feed(browser: Browser, teamId: string | null): Promise<string> {
    const made = well(await browser.post<MadeCalendarFeed>('/api/calendar-feeds', { teamId }));
    return new URL(made.address).pathname;
  }

  /** A calendar program, which cannot sign in. */
  async reads(address: string): Promise<string> {
    return well(await new Browser(this.url).get<string>(address));
  }
}

/** What came back, which was no refusal. */
export function well<T>({ status, body, text }: Answer<T>): T {
  if (status >= 300) throw new Error(`${status} ${text}`);
  return body;
}
