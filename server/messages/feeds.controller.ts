import { Body, Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Done, Id } from '../../shared/fields.js';
import { CalendarFeed, MadeCalendarFeed, NewCalendarFeed } from '../../shared/messages/feeds.js';
import { Answers } from '../core/http/answers.js';
import { By, type Caller, Open, SignedIn } from '../core/http/policy.js';
import { Feeds } from './feeds.service.js';

@Controller('api')
export class FeedsController {
  constructor(private readonly feeds: Feeds) {}

  /** Calendar programs cannot sign in: the address itself is the key. */
  @Get('calendar/:token.ics')
  @Open()
  async read(
    @Param('token') token: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const file = await this.feeds.read(token, request.ip ?? '');
    response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
    response.setHeader('Cache-Control', 'private, no-cache');
    return file;
  }

  @Get('calendar-feeds')
  @SignedIn()
  @Answers(z.array(CalendarFeed))
  list(@By() by: Caller): Promise<CalendarFeed[]> {
    return this.feeds.list(by);
  }

  @Post('calendar-feeds')
  @SignedIn()
  @Answers(MadeCalendarFeed)
  make(
    @By() by: Caller,
    @Body({ schema: NewCalendarFeed }) body: NewCalendarFeed,
  ): Promise<MadeCalendarFeed> {
    return this.feeds.make(by, body);
  }

  @Delete('calendar-feeds/:id')
  @SignedIn()
  @Answers(Done)
  async withdraw(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<Done> {
    await this.feeds.withdraw(by, id);
    return { done: true };
  }
}
