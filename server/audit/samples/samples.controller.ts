import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { LookAsked } from '../../../shared/audit/http.js';
import { NewGrading, NewSample, SampleLine, SamplePage } from '../../../shared/audit/sample/http.js';
import { Done, Id, Made } from '../../../shared/fields.js';
import { Answers } from '../../core/http/answers.js';
import { By, type Caller, For } from '../../core/http/policy.js';
import { Looks } from '../looks.service.js';
import { Gradings } from './gradings.service.js';
import { Samples } from './samples.service.js';

/** Reflective auditing: signed records drawn by chance, and graded by somebody who did not chair them. */
@Controller('api/audit/samples')
export class SamplesController {
  constructor(
    private readonly samples: Samples,
    private readonly gradings: Gradings,
    private readonly looks: Looks,
  ) {}

  @Get()
  @For('team-manager', 'deputy-manager', 'service-manager')
  @Answers(z.array(SampleLine))
  async list(@By() by: Caller, @Query({ schema: LookAsked }) { why }: LookAsked): Promise<SampleLine[]> {
    const list = await this.samples.list(by);
    await this.looks.keep(by, 'samples', { teamIds: await this.samples.mine(by), asked: {}, why });
    return list;
  }

  @Post()
  @For('team-manager', 'deputy-manager', 'service-manager')
  @Answers(Made)
  async draw(
    @By() by: Caller,
    @Body({ schema: NewSample }) asked: NewSample,
    @Query({ schema: LookAsked }) { why }: LookAsked,
  ): Promise<Made> {
    const id = await this.samples.draw(by, asked);
    await this.looks.keep(by, 'sample-drawn', {
      teamIds: await this.samples.teamIds(id),
      asked: { sampleId: id },
      why,
    });
    return { id };
  }

  @Get(':id')
  @For('team-manager', 'deputy-manager', 'service-manager')
  @Answers(SamplePage)
  async page(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: LookAsked }) { why }: LookAsked,
  ): Promise<SamplePage> {
    const page = await this.gradings.page(by, id);
    await this.looks.keep(by, 'sample', {
      teamIds: await this.samples.teamIds(id),
      asked: { sampleId: id },
      why,
    });
    return page;
  }

  @Post(':id/records/:discussionId/grades')
  @For('team-manager', 'deputy-manager', 'service-manager')
  @Answers(Done)
  async grade(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('discussionId', { schema: Id }) discussionId: string,
    @Body({ schema: NewGrading }) grading: NewGrading,
    @Query({ schema: LookAsked }) { why }: LookAsked,
  ): Promise<Done> {
    const teamIds = [await this.gradings.grade(by, id, discussionId, grading)];
    await this.looks.keep(by, 'record-graded', { teamIds, asked: { sampleId: id, discussionId }, why });
    return { done: true };
  }
}
