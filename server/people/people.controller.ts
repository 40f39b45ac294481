import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { z } from 'zod';
import { Act, Done, Id, Made } from '../../shared/fields.js';
import { EndOn, NewPerson, NewRole, Person, PersonKept, PersonPatch } from '../../shared/people/directory.js';
import { InvitationLink } from '../../shared/people/sign-in.js';
import { Answers } from '../core/http/answers.js';
import { keeperRoles } from '../core/http/keepers.js';
import { By, type Caller, For, SignedIn } from '../core/http/policy.js';
import { People } from './people.service.js';

@Controller('api')
export class PeopleController {
  constructor(private readonly people: People) {}

  @Get('people')
  @SignedIn()
  @Answers(z.array(Person))
  directory(): Promise<Person[]> {
    return this.people.directory();
  }

  @Get('people/kept')
  @For(...keeperRoles)
  @Answers(z.array(PersonKept))
  kept(@By() by: Caller): Promise<PersonKept[]> {
    return this.people.keptBy(by);
  }

  @Post('people')
  @For(...keeperRoles)
  @Answers(Made)
  async add(@By() by: Caller, @Body({ schema: NewPerson }) body: NewPerson): Promise<Made> {
    return { id: await this.people.add(by, body) };
  }

  @Patch('people/:id')
  @For(...keeperRoles)
  @Answers(Done)
  async change(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PersonPatch }) body: PersonPatch,
  ): Promise<Done> {
    await this.people.change(by, id, body);
    return { done: true };
  }

  @Post('people/:id/roles')
  @For(...keeperRoles)
  @Answers(Made)
  async giveRole(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewRole }) body: NewRole,
  ): Promise<Made> {
    return { id: await this.people.giveRole(by, id, body) };
  }

  @Patch('roles/:id')
  @For(...keeperRoles)
  @Answers(Done)
  async endRole(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EndOn }) { toOn }: EndOn,
  ): Promise<Done> {
    await this.people.endRole(by, id, toOn);
    return { done: true };
  }

  @Post('people/:id/invitation')
  @HttpCode(201)
  @For(...keeperRoles)
  @Answers(InvitationLink)
  invite(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<InvitationLink> {
    return this.people.invite(by, id);
  }

  @Get('people/:id/acts')
  @For(...keeperRoles)
  @Answers(z.array(Act))
  acts(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<Act[]> {
    return this.people.actsOf(by, id);
  }
}
