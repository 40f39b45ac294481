import { Module } from '@nestjs/common';
import { Clocks } from './clocks.service.js';
import { OfficeDays } from './office-days.service.js';
import { Policies } from './policies.service.js';

const forOthers = [Clocks, OfficeDays, Policies];

/** How often families are taken, and when offices are shut. */
@Module({ providers: forOthers, exports: forOthers })
export class CadenceModule {}
