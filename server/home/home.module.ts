import { Module } from '@nestjs/common';
import { FamiliesModule } from '../families/families.module.js';
import { LiveModule } from '../live/live.module.js';
import { HomeController } from './home.controller.js';
import { HomePages } from './home.service.js';
import { HomeSessions } from './home-sessions.service.js';
import { Preparation } from './preparation.service.js';
import { Since } from './since.service.js';

/** The page that everybody comes in by: what each is needed for, by when. */
@Module({
  imports: [FamiliesModule, LiveModule],
  controllers: [HomeController],
  providers: [HomePages, HomeSessions, Preparation, Since],
})
export class HomeModule {}
