import 'reflect-metadata';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { BankHolidays } from '../../server/cadence/bank-holidays.service.js';
import { CadenceModule } from '../../server/cadence/cadence.module.js';
import { type Config, readConfig } from '../../server/config.js';
import { Clock } from '../../server/core/clock.js';
import { CoreModule } from '../../server/core/core.module.js';
import { LiveModule } from '../../server/live/live.module.js';
import { PeopleModule } from '../../server/people/people.module.js';
import type { HolidaysTaken } from '../../shared/cadence/http.js';

/** What it needs of the server, and no more: nothing listens. */
@Module({})
class HolidaysCommand {
  static with(config: Config): DynamicModule {
    const imports = [CoreModule.with(config, new Clock()), PeopleModule, LiveModule, CadenceModule];
    return { module: HolidaysCommand, imports };
  }
}

/** Writes into the database that the environment names; refused while a server holds its directory. */
export async function holidaysInto(text: string): Promise<HolidaysTaken> {
  const options = { logger: false, abortOnError: false } as const;
  const app = await NestFactory.createApplicationContext(HolidaysCommand.with(readConfig()), options);
  try {
    return await app.get(BankHolidays).bringIn(text, null);
  } finally {
    await app.close();
  }
}
