import {
  type DynamicModule,
  Global,
  Inject,
  Module,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { Config } from '../config.js';
import { Acts } from './acts.js';
import { Authority } from './authority.js';
import { Clock } from './clock.js';
import type { Database } from './connection.js';
import { HealthController } from './health.controller.js';
import { Jobs } from './jobs/jobs.js';
import { Rounds } from './jobs/rounds.js';
import { LifeCycle } from './life-cycle.js';
import { openPostgres } from './postgres.js';
import { Reader } from './reader.js';
import { Secrets } from './secrets.js';
import { SignIns } from './sign-ins.js';
import { openSqlite } from './sqlite.js';
import { CONFIG, DATABASE } from './tokens.js';
import { Transactions } from './transaction.js';

const services = [Acts, Authority, Jobs, LifeCycle, Reader, Rounds, Secrets, SignIns, Transactions];

/** The ground that every feature stands on. It knows no feature. */
@Global()
@Module({})
export class CoreModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly authority: Authority,
    private readonly transactions: Transactions,
  ) {}

  static with(config: Config, clock: Clock): DynamicModule {
    const open = async (): Promise<Database> =>
      config.databaseUrl ? openPostgres(config) : openSqlite(config);
    return {
      module: CoreModule,
      controllers: [HealthController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: DATABASE, useFactory: open },
        ...services,
      ],
      exports: [CONFIG, DATABASE, Clock, ...services],
    };
  }

  async onModuleInit(): Promise<void> {
    const [row] = await this.database.reader.query<{ version: number }>(
      'SELECT version FROM authority WHERE id = 1',
    );
    if (row) this.authority.risen(row.version, null);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.transactions.shutDoor();
    await this.database.close();
  }
}
