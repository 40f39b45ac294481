import { Module } from '@nestjs/common';
import { Clocks } from './clocks.service.js';
import { FamilyEvents } from './family-events.service.js';
import { Histories } from './histories.service.js';
import { OfficeDays } from './office-days.service.js';
import { Policies } from './policies.service.js';

const forOthers = [Clocks, FamilyEvents, OfficeDays, Policies];

/** How often families are taken, when offices are shut, and how each family stands by both. */
@Module({
  providers: [...forOthers, Histories],
  exports: forOthers,
})
export class CadenceModule {}
