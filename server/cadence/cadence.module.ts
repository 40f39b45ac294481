import { Module } from '@nestjs/common';
import { BankHolidays } from './bank-holidays.service.js';
import { CadenceController } from './cadence.controller.js';
import { CadencePages } from './cadence-pages.service.js';
import { Clocks } from './clocks.service.js';
import { Closures } from './closures.service.js';
import { FamilyEvents } from './family-events.service.js';
import { Histories } from './histories.service.js';
import { OfficeDays } from './office-days.service.js';
import { Policies } from './policies.service.js';

const forOthers = [BankHolidays, Clocks, FamilyEvents, Histories, OfficeDays, Policies];

/** How often families are taken, when offices are shut, and how each family stands by both. */
@Module({
  controllers: [CadenceController],
  providers: [...forOthers, CadencePages, Closures],
  exports: forOthers,
})
export class CadenceModule {}
