import { Readable } from 'node:stream';
import { Body, Controller, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { LookAsked } from '../../../shared/audit/http.js';
import { NewPack, PackLine, PackProgress } from '../../../shared/audit/pack/http.js';
import { Done, Id, Made } from '../../../shared/fields.js';
import { Answers } from '../../core/http/answers.js';
import { By, type Caller, For } from '../../core/http/policy.js';
import { Looks } from '../looks.service.js';
import { Samples } from '../samples/samples.service.js';
import { Packs } from './packs.service.js';

@Controller('api/audit/packs')
export class PacksController {
  constructor(
    private readonly packs: Packs,
    private readonly samples: Samples,
    private readonly looks: Looks,
  ) {}

  @Get()
  @For('team-manager', 'deputy-manager', 'service-manager')
  @Answers(z.array(PackLine))
  async list(@By() by: Caller, @Query({ schema: LookAsked }) { why }: LookAsked): Promise<PackLine[]> {
    const list = await this.packs.list(by);
    await this.looks.keep(by, 'packs', { teamIds: await this.samples.mine(by), asked: {}, why });
    return list;
  }

  @Post()
  @For('team-manager', 'deputy-manager', 'service-manager')
  @Answers(Made)
  async ask(@By() by: Caller, @Body({ schema: NewPack }) asked: NewPack): Promise<Made> {
    const id = await this.packs.ask(by, asked);
    const { sampleId, why } = asked;
    await this.looks.keep(by, 'pack-asked', {
      teamIds: await this.samples.teamIds(sampleId),
      asked: { packId: id, sampleId },
      why,
    });
    return { id };
  }

  /** Asked every moment by a page that waits, so no look is kept of it: it tells nothing but how far it is. */
  @Get(':id/progress')
  @For('team-manager', 'deputy-manager', 'service-manager')
  @Answers(PackProgress)
  progress(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<PackProgress> {
    return this.packs.progress(by, id);
  }

  @Post(':id/agree')
  @For('team-manager', 'deputy-manager', 'service-manager')
  @Answers(Done)
  async agree(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<Done> {
    const { why, teamIds } = await this.packs.agree(by, id);
    await this.looks.keep(by, 'pack-agreed', { teamIds, asked: { packId: id }, why });
    return { done: true };
  }

  @Get(':id/file')
  @For('team-manager', 'deputy-manager', 'service-manager')
  async file(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { stream, bytes, fileName, teamIds, why } = await this.packs.open(by, id);
    await this.looks.keep(by, 'pack-opened', { teamIds, asked: { packId: id }, why });
    response.setHeader('X-Content-Type-Options', 'nosniff');
    return new StreamableFile(Readable.from(stream, { objectMode: false }), {
      type: 'application/zip',
      length: bytes,
      disposition: `attachment; filename="${fileName}"`,
    });
  }
}
