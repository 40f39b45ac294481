import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module.js';
import { Allocations } from './allocations.service.js';
import { DiscussionPages } from './discussion-pages.service.js';
import { DiscussionsController } from './discussions.controller.js';
import { Discussions } from './discussions.service.js';
import { FamiliesController } from './families.controller.js';
import { Families } from './families.service.js';
import { FamilyAccess } from './family-access.service.js';
import { FamilyFile } from './family-file.service.js';
import { FamilyPages } from './family-pages.service.js';
import { FamilyRecords } from './family-record.service.js';
import { MembersController } from './members.controller.js';
import { Members } from './members.service.js';
import { MinutesPages } from './minutes-pages.service.js';
import { SnapshotsModule } from './snapshots.module.js';

const forOthers = [Discussions, Families, FamilyAccess];

/** The families: who is in them, who works with them, and what was written about them in supervision. */
@Module({
  imports: [LiveModule, SnapshotsModule],
  controllers: [FamiliesController, MembersController, DiscussionsController],
  providers: [
    ...forOthers,
    Allocations,
    DiscussionPages,
    FamilyFile,
    FamilyPages,
    FamilyRecords,
    Members,
    MinutesPages,
  ],
  exports: forOthers,
})
export class FamiliesModule {}
