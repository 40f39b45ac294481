import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CadenceModule } from '../cadence/cadence.module.js';
import { FamiliesModule } from '../families/families.module.js';
import { LiveModule } from '../live/live.module.js';
import { HomeController } from './home.controller.js';
import { HomePages } from './home.service.js';
import { HomeSessions } from './home-sessions.service.js';
import { SessionReadiness } from './session-readiness.service.js';
import { Since } from './since.service.js';

/** The page that everybody comes in by: what each is needed for, by when. */
@Module({
  imports: [AuditModule, CadenceModule, FamiliesModule, LiveModule],
  controllers: [HomeController],
  providers: [HomePages, HomeSessions, SessionReadiness, Since],
})
export class HomeModule {}
