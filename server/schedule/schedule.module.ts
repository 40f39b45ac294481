import { Module } from '@nestjs/common';
import { FamiliesModule } from '../families/families.module.js';
import { LiveModule } from '../live/live.module.js';
import { Planning } from './planning.service.js';
import { SessionAccess } from './session-access.service.js';
import { SessionsController } from './sessions.controller.js';
import { Sessions } from './sessions.service.js';

/** When families are taken, in which session, and with whom in the chair. */
@Module({
  imports: [FamiliesModule, LiveModule],
  controllers: [SessionsController],
  providers: [Planning, SessionAccess, Sessions],
})
export class ScheduleModule {}
