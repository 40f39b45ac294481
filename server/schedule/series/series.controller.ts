import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Done, Id, Made } from '../../../shared/fields.js';
import {
  GapReport,
  GapsOf,
  NewSeries,
  Series,
  SeriesEnd,
  SeriesPatch,
} from '../../../shared/schedule/series.js';
import { Answers } from '../../core/http/answers.js';
import { keeperRoles } from '../../core/http/keepers.js';
import { By, type Caller, For } from '../../core/http/policy.js';
import { AllSeries } from './all-series.service.js';

const Which = z.object({ teamId: Id });
type Which = z.infer<typeof Which>;

@Controller('api/series')
export class SeriesController {
  constructor(private readonly series: AllSeries) {}

  @Get()
  @For(...keeperRoles, 'service-manager')
  @Answers(z.array(Series))
  of(@By() by: Caller, @Query({ schema: Which }) { teamId }: Which): Promise<Series[]> {
    return this.series.of(by, teamId);
  }

  @Post()
  @For(...keeperRoles)
  @Answers(Made)
  async add(@By() by: Caller, @Body({ schema: NewSeries }) body: NewSeries): Promise<Made> {
    return { id: await this.series.add(by, body) };
  }

  @Post('gaps')
  @HttpCode(200)
  @For(...keeperRoles, 'service-manager')
  @Answers(GapReport)
  gaps(@By() by: Caller, @Body({ schema: GapsOf }) body: GapsOf): Promise<GapReport> {
    return this.series.gaps(by, body);
  }

  @Patch(':id')
  @For(...keeperRoles)
  @Answers(Done)
  async change(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SeriesPatch }) body: SeriesPatch,
  ): Promise<Done> {
    await this.series.change(by, id, body);
    return { done: true };
  }

  @Post(':id/end')
  @For(...keeperRoles)
  @Answers(Done)
  async end(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SeriesEnd }) body: SeriesEnd,
  ): Promise<Done> {
    await this.series.end(by, id, body.toOn);
    return { done: true };
  }
}
