import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from './config.js';
import { Clock } from './core/clock.js';
import { CoreModule } from './core/core.module.js';

/** Puts the features together. */
@Module({})
export class AppModule {
  static with(config: Config, clock: Clock = new Clock()): DynamicModule {
    return { module: AppModule, imports: [CoreModule.with(config, clock)] };
  }
}
