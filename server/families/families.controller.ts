import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { NewExemption } from '../../shared/cadence/exemptions.js';
import { NextDue } from '../../shared/cadence/http.js';
import { FamilyLine, FamilyPage, StepLine } from '../../shared/families/family.js';
import { FamilyPatch, NewAllocation, NewFamily, NewHappening } from '../../shared/families/members.js';
import { Act, Done, Id, LocalDate, Made } from '../../shared/fields.js';
import { EndOn } from '../../shared/people/directory.js';
import { Answers } from '../core/http/answers.js';
import { keeperRoles } from '../core/http/keepers.js';
import { By, type Caller, For, SignedIn } from '../core/http/policy.js';
import { Families } from './families.service.js';
import { Allocations } from './file/allocations.service.js';
import { Exemptions } from './file/exemptions.service.js';
import { FamilyFile } from './file/family-file.service.js';
import { Members } from './file/members.service.js';
import { FamilyPages } from './reading/family-pages.service.js';
import { FamilyRecords } from './reading/family-record.service.js';

const Search = z.object({ team: Id.optional(), q: z.string().max(80).optional() });
type Search = z.infer<typeof Search>;
const HeldOn = z.object({ heldOn: LocalDate });
type HeldOn = z.infer<typeof HeldOn>;

@Controller('api')
export class FamiliesController {
  constructor(
    private readonly families: Families,
    private readonly pages: FamilyPages,
    private readonly records: FamilyRecords,
    private readonly file: FamilyFile,
    private readonly allocations: Allocations,
    private readonly members: Members,
    private readonly exemptions: Exemptions,
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

  /** When it would be due again, if a discussion of this day counts. */
  @Get('families/:id/next-due')
  @SignedIn()
  @Answers(NextDue)
  nextDue(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: HeldOn }) { heldOn }: HeldOn,
  ): Promise<NextDue> {
    return this.pages.nextDue(by, id, heldOn);
  }

  @Post('families/:id/exemption')
  @For('team-manager', 'deputy-manager', 'service-manager')
  @Answers(Done)
  async exempt(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewExemption }) body: NewExemption,
  ): Promise<Done> {
    await this.exemptions.give(by, id, body);
    return { done: true };
  }

  @Delete('families/:id/exemption')
  @For('team-manager', 'deputy-manager', 'service-manager')
  @Answers(Done)
  async endExemption(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<Done> {
    await this.exemptions.end(by, id);
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
