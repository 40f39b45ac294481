import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import type { Config } from './config.js';
import { Clock } from './core/clock.js';
import { CoreModule } from './core/core.module.js';
import { HttpModule } from './core/http/http.module.js';
import { FamiliesModule } from './families/families.module.js';
import { ImportsModule } from './families/imports/imports.module.js';
import { HomeModule } from './home/home.module.js';
import { LiveModule } from './live/live.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { MinutesModule } from './minutes/minutes.module.js';
import { PeopleModule } from './people/people.module.js';
import { PreparationModule } from './schedule/preparation/preparation.module.js';
import { ScheduleModule } from './schedule/schedule.module.js';

/** Puts the features together. */
@Module({})
export class AppModule {
  static with(config: Config, clock: Clock = new Clock()): DynamicModule {
    const features = [
      AuditModule,
      FamiliesModule,
      HomeModule,
      ImportsModule,
      LiveModule,
      MessagesModule,
      MinutesModule,
      PeopleModule,
      PreparationModule,
      ScheduleModule,
    ];
    return { module: AppModule, imports: [CoreModule.with(config, clock), HttpModule, ...features] };
  }
}
