import { Body, Controller, Get, Param, Patch, Post as PostTo } from '@nestjs/common';
import { z } from 'zod';
import { Act, Id, Made } from '../../shared/fields.js';
import { FillPost, NewPost, NewTeam, Post, Team } from '../../shared/people/directory.js';
import { Answers } from '../core/http/answers.js';
import { keeperRoles } from '../core/http/keepers.js';
import { By, type Caller, For, SignedIn } from '../core/http/policy.js';
import { Teams } from './teams.service.js';

@Controller('api')
export class TeamsController {
  constructor(private readonly teams: Teams) {}

  @Get('teams')
  @SignedIn()
  @Answers(z.array(Team))
  all(): Promise<Team[]> {
    return this.teams.all();
  }

  @PostTo('teams')
  @For('administrator')
  @Answers(Made)
  async add(@By() by: Caller, @Body({ schema: NewTeam }) body: NewTeam): Promise<Made> {
    return { id: await this.teams.add(by, body) };
  }

  @Get('teams/:id/posts')
  @SignedIn()
  @Answers(z.array(Post))
  posts(@Param('id', { schema: Id }) id: string): Promise<Post[]> {
    return this.teams.posts(id);
  }

  @PostTo('teams/:id/posts')
  @For(...keeperRoles)
  @Answers(Made)
  async addPost(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewPost }) body: NewPost,
  ): Promise<Made> {
    return { id: await this.teams.addPost(by, id, body) };
  }

  @Patch('posts/:id')
  @For(...keeperRoles)
  @Answers(Made)
  async fill(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: FillPost }) body: FillPost,
  ): Promise<Made> {
    return { id: await this.teams.fill(by, id, body) };
  }

  @Get('teams/:id/acts')
  @For(...keeperRoles)
  @Answers(z.array(Act))
  acts(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<Act[]> {
    return this.teams.actsOf(by, id);
  }
}
