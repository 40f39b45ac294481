import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Done, Id } from '../../shared/fields.js';
import { MessagesPage } from '../../shared/messages/outbox.js';
import { Answers } from '../core/http/answers.js';
import { By, type Caller, For } from '../core/http/policy.js';
import { Messages } from './messages.service.js';

const WhichMessages = z.object({ status: z.enum(['waiting', 'sent', 'given-up']).default('waiting') });
type WhichMessages = z.infer<typeof WhichMessages>;

@Controller('api')
export class MessagesController {
  constructor(private readonly messages: Messages) {}

  @Get('messages')
  @For('administrator')
  @Answers(MessagesPage)
  page(@Query({ schema: WhichMessages }) { status }: WhichMessages): Promise<MessagesPage> {
    return this.messages.page(status);
  }

  @Post('messages/:id/again')
  @For('administrator')
  @Answers(Done)
  async sendAgain(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<Done> {
    await this.messages.sendAgain(by, id);
    return { done: true };
  }

  @Post('jobs/:id/again')
  @For('administrator')
  @Answers(Done)
  async runAgain(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<Done> {
    await this.messages.runAgain(by, id);
    return { done: true };
  }
}
