import { Body, Controller, Delete, Param, Patch, Post } from '@nestjs/common';
import { AdultPatch, ChildPatch, NewAdult, NewChild, NewPlan } from '../../../shared/families/members.js';
import { Done, Id, Made } from '../../../shared/fields.js';
import { EndOn } from '../../../shared/people/directory.js';
import { Answers } from '../../core/http/answers.js';
import { keeperRoles } from '../../core/http/keepers.js';
import { By, type Caller, For } from '../../core/http/policy.js';
import { Members } from './members.service.js';

@Controller('api')
export class MembersController {
  constructor(private readonly members: Members) {}

  @Post('families/:id/children')
  @For(...keeperRoles)
  @Answers(Made)
  async addChild(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewChild }) body: NewChild,
  ): Promise<Made> {
    return { id: await this.members.addChild(by, id, body) };
  }

  @Patch('children/:id')
  @For(...keeperRoles)
  @Answers(Done)
  async changeChild(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChildPatch }) body: ChildPatch,
  ): Promise<Done> {
    await this.members.changeChild(by, id, body);
    return { done: true };
  }

  @Post('children/:id/plans')
  @For(...keeperRoles)
  @Answers(Made)
  async addPlan(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewPlan }) body: NewPlan,
  ): Promise<Made> {
    return { id: await this.members.addPlan(by, id, body) };
  }

  @Patch('plans/:id')
  @For(...keeperRoles)
  @Answers(Done)
  async endPlan(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EndOn }) { toOn }: EndOn,
  ): Promise<Done> {
    await this.members.endPlan(by, id, toOn);
    return { done: true };
  }

  @Post('families/:id/adults')
  @For(...keeperRoles)
  @Answers(Made)
  async addAdult(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewAdult }) body: NewAdult,
  ): Promise<Made> {
    return { id: await this.members.addAdult(by, id, body) };
  }

  @Patch('adults/:id')
  @For(...keeperRoles)
  @Answers(Done)
  async changeAdult(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AdultPatch }) body: AdultPatch,
  ): Promise<Done> {
    await this.members.changeAdult(by, id, body);
    return { done: true };
  }

  @Delete('adults/:id')
  @For(...keeperRoles)
  @Answers(Done)
  async removeAdult(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<Done> {
    await this.members.removeAdult(by, id);
    return { done: true };
  }
}
