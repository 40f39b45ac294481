import 'reflect-metadata';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, readConfig } from '../../server/config.js';
import { Clock } from '../../server/core/clock.js';
import { CoreModule } from '../../server/core/core.module.js';
import type { Given } from '../../server/families/imports/given.js';
import { ImportsModule } from '../../server/families/imports/imports.module.js';
import { Imports } from '../../server/families/imports/imports.service.js';
import { LiveModule } from '../../server/live/live.module.js';
import { PeopleModule } from '../../server/people/people.module.js';
import type { ImportReport } from '../../shared/families/imports.js';

/** What an import needs of the server, and no more: nothing listens. */
@Module({})
class ImportCommand {
  static with(config: Config): DynamicModule {
    const imports = [CoreModule.with(config, new Clock()), PeopleModule, LiveModule, ImportsModule];
    return { module: ImportCommand, imports };
  }
}

/** Writes into the database that the environment names; refused while a server holds its directory. */
export async function importInto(
  kind: 'annex-a' | 'history',
  given: Given,
  check: boolean,
): Promise<ImportReport> {
  const options = { logger: false, abortOnError: false } as const;
  const app = await NestFactory.createApplicationContext(ImportCommand.with(readConfig()), options);
  try {
    const asked = { read: async () => given, byId: null, check };
    return await (kind === 'annex-a' ? app.get(Imports).annexA(asked) : app.get(Imports).history(asked));
  } finally {
    await app.close();
  }
}
