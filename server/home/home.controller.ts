import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Done } from '../../shared/fields.js';
import { Home } from '../../shared/home/home.js';
import { Answers } from '../core/http/answers.js';
import { By, type Caller, SignedIn } from '../core/http/policy.js';
import { HomePages } from './home.service.js';
import { Since } from './since.service.js';

@Controller('api/home')
export class HomeController {
  constructor(
    private readonly pages: HomePages,
    private readonly since: Since,
  ) {}

  @Get()
  @SignedIn()
  @Answers(Home)
  page(@By() by: Caller): Promise<Home> {
    return this.pages.page(by);
  }

  @Post('looked')
  @HttpCode(200)
  @SignedIn()
  @Answers(Done)
  async looked(@By() by: Caller): Promise<Done> {
    await this.since.look(by.personId);
    return { done: true };
  }
}
