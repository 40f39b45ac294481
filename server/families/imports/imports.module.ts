import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import type { Config } from '../../config.js';
import { CONFIG } from '../../core/tokens.js';
import { FamiliesModule } from '../families.module.js';
import { AfterImport } from './after-import.service.js';
import { ImportsController } from './imports.controller.js';
import { Imports } from './imports.service.js';
import { LIMITS } from './reading/limits.js';

/** Files are taken in beside the database, so that what an authority sends never lies in a folder others can read. */
function incoming({ dataDir }: Config): { dest: string; limits: Record<string, number> } {
  const dest = path.join(dataDir, 'incoming');
  // What a crash left of an upload.
  rmSync(dest, { recursive: true, force: true });
  mkdirSync(dest, { recursive: true, mode: 0o700 });
  return { dest, limits: { fileSize: LIMITS.workbookBytes, files: 3, fields: 0, parts: 3, headerPairs: 20 } };
}

/** Brings in what the authority's own systems know. */
@Module({
  imports: [MulterModule.registerAsync({ inject: [CONFIG], useFactory: incoming }), FamiliesModule],
  controllers: [ImportsController],
  providers: [AfterImport, Imports],
  exports: [Imports],
})
export class ImportsModule {}
