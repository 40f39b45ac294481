import { Module } from '@nestjs/common';
import { CadenceModule } from '../cadence/cadence.module.js';
import { LiveModule } from '../live/live.module.js';
import { Discussions } from './discussions.service.js';
import { FamiliesController } from './families.controller.js';
import { Families } from './families.service.js';
import { FamilyAccess } from './family-access.service.js';
import { Allocations } from './file/allocations.service.js';
import { Exemptions } from './file/exemptions.service.js';
import { FamilyFile } from './file/family-file.service.js';
import { MembersController } from './file/members.controller.js';
import { Members } from './file/members.service.js';
import { DiscussionPages } from './reading/discussion-pages.service.js';
import { DiscussionsController } from './reading/discussions.controller.js';
import { FamilyPages } from './reading/family-pages.service.js';
import { FamilyRecords } from './reading/family-record.service.js';
import { MinutesPages } from './reading/minutes-pages.service.js';
import { Readiness } from './reading/readiness.service.js';
import { SnapshotsModule } from './snapshots.module.js';

const forOthers = [Discussions, Families, FamilyAccess, FamilyRecords, Readiness];

/** The families: who is in them, who works with them, and what was written about them in supervision. */
@Module({
  imports: [CadenceModule, LiveModule, SnapshotsModule],
  controllers: [FamiliesController, MembersController, DiscussionsController],
  providers: [
    ...forOthers,
    Allocations,
    DiscussionPages,
    Exemptions,
    FamilyFile,
    FamilyPages,
    Members,
    MinutesPages,
  ],
  exports: forOthers,
})
export class FamiliesModule {}
