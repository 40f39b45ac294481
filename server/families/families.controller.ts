import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { FamilyLine, FamilyPage, StepLine } from '../../shared/families/family.js';
import { FamilyPatch, NewAllocation, NewFamily, NewHappening } from '../../shared/families/members.js';
import { Act, Done, Id, Made } from '../../shared/fields.js';
import { EndOn } from '../../shared/people/directory.js';
import { Answers } from '../core/http/answers.js';
import { keeperRoles } from '../core/http/keepers.js';
import { By, type Caller, For, SignedIn } from '../core/http/policy.js';
import { Families } from './families.service.js';
import { Allocations } from './file/allocations.service.js';
import { FamilyFile } from './file/family-file.service.js';
import { Members } from './file/members.service.js';
import { FamilyPages } from './reading/family-pages.service.js';
import { FamilyRecords } from './reading/family-record.service.js';

const Search = z.object({ team: Id.optional(), q: z.string().max(80).optional() });
type Search = z.infer<typeof Search>;

@Controller('api')
export class FamiliesController {
  constructor(
    private readonly families: Families,
    private readonly pages: FamilyPages,
    private readonly records: FamilyRecords,
    private readonly file: FamilyFile,
    private readonly allocations: Allocations,
    private readonly members: Members,
  ) {}

  @Get('families')
  @SignedIn()
  @Answers(z.array(FamilyLine))
  list(@By() by: Caller, @Query({ schema: Search }) search: Search): Promise<FamilyLine[]> {
    return this.families.of(by, search);
  }

  @Post('families')
  @For(...keeperRoles)
  @Answers(Made)
  async open(@By() by: Caller, @Body({ schema: NewFamily }) body: NewFamily): Promise<Made> {
    return { id: await this.file.open(by, body) };
  }

  @Get('families/:id')
  @SignedIn()
  @Answers(FamilyPage)
  page(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<FamilyPage> {
    return this.pages.page(by, id);
  }

  @Patch('families/:id')
  @For(...keeperRoles)
  @Answers(Done)
  async change(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: FamilyPatch }) body: FamilyPatch,
  ): Promise<Done> {
    await this.file.change(by, id, body);
    return { done: true };
  }

  @Get('families/:id/acts')
  @SignedIn()
  @Answers(z.array(Act))
  acts(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<Act[]> {
    return this.file.actsOf(by, id);
  }

  @Post('families/:id/allocations')
  @For(...keeperRoles)
  @Answers(Made)
  async allocate(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewAllocation }) body: NewAllocation,
  ): Promise<Made> {
    return { id: await this.allocations.add(by, id, body) };
  }

  @Patch('allocations/:id')
  @For(...keeperRoles)
  @Answers(Done)
  async endAllocation(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EndOn }) { toOn }: EndOn,
  ): Promise<Done> {
    await this.allocations.end(by, id, toOn);
    return { done: true };
  }

  @Post('families/:id/happenings')
  @SignedIn()
  @Answers(Made)
  async happened(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewHappening }) body: NewHappening,
  ): Promise<Made> {
    return { id: await this.members.happened(by, id, body) };
  }

  @Get('next-steps/mine')
  @SignedIn()
  @Answers(z.array(StepLine))
  mySteps(@By() by: Caller): Promise<StepLine[]> {
    return this.records.stepsOf(by);
  }
}
