import { Module } from '@nestjs/common';
import { CadenceModule } from '../../cadence/cadence.module.js';
import { LiveModule } from '../../live/live.module.js';
import { MessagesModule } from '../../messages/messages.module.js';
import { Asking } from './asking.service.js';
import { ChaseController } from './chase.controller.js';
import { Chase } from './chase.service.js';
import { FrozenBriefs } from './frozen-briefs.service.js';
import { PreparationJobs } from './preparation.service.js';
import { PreparedSessions } from './prepared-sessions.service.js';

/** What happens by itself before a session: reviews asked for and due, the chase list, the brief frozen. */
@Module({
  imports: [CadenceModule, LiveModule, MessagesModule],
  controllers: [ChaseController],
  providers: [Asking, Chase, FrozenBriefs, PreparationJobs, PreparedSessions],
  exports: [Chase, PreparedSessions],
})
export class PreparationModule {}
