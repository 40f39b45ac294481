import { type DynamicModule, Module } from '@nestjs/common';
import { Histories } from '../../cadence/histories.service.js';
import { OfficeDays } from '../../cadence/office-days.service.js';
import { Policies } from '../../cadence/policies.service.js';
import type { Config } from '../../config.js';
import { Acts } from '../../core/acts.js';
import { Authority } from '../../core/authority.js';
import { Clock } from '../../core/clock.js';
import { openPostgresForReading } from '../../core/postgres.js';
import { Reader } from '../../core/reader.js';
import { Secrets } from '../../core/secrets.js';
import { openSqliteForReading } from '../../core/sqlite.js';
import { CONFIG, DATABASE } from '../../core/tokens.js';
import { Transactions } from '../../core/transaction.js';
import { Drafts } from '../../live/drafts.js';
import { LogStates, ReadLogs } from '../../live/log-states.service.js';
import { LogStore } from '../../live/log-store.js';
import { countingServices } from '../counting-services.js';
import { TakingIn } from '../talks/taking-in.service.js';

/** What counting needs of the product, and no more: nothing listens, nothing runs by the clock, nothing is written. */
@Module({})
export class CountingModule {
  static with(config: Config): DynamicModule {
    const open = () => (config.databaseUrl ? openPostgresForReading(config) : openSqliteForReading(config));
    return {
      module: CountingModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: DATABASE, useFactory: open },
        { provide: LogStates, useClass: ReadLogs },
        // The server takes in what is new before it asks.
        {
          provide: TakingIn,
          useValue: { upToNow: () => Promise.resolve() } satisfies Pick<TakingIn, 'upToNow'>,
        },
        ...[Acts, Authority, Clock, Drafts, LogStore, Reader, Secrets, Transactions],
        ...[Histories, OfficeDays, Policies],
        ...countingServices,
      ],
    };
  }
}
