import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Done, Id, Made } from '../../../shared/fields.js';
import { Leave, NewLeave } from '../../../shared/schedule/leave.js';
import { Answers } from '../../core/http/answers.js';
import { By, type Caller, SignedIn } from '../../core/http/policy.js';
import { Leaves } from './leaves.service.js';

@Controller('api')
export class LeavesController {
  constructor(private readonly leaves: Leaves) {}

  @Get('people/:id/leave')
  @SignedIn()
  @Answers(z.array(Leave))
  of(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<Leave[]> {
    return this.leaves.of(by, id);
  }

  @Post('people/:id/leave')
  @SignedIn()
  @Answers(Made)
  async add(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewLeave }) body: NewLeave,
  ): Promise<Made> {
    return { id: await this.leaves.add(by, id, body) };
  }

  @Delete('leave/:id')
  @SignedIn()
  @Answers(Done)
  async remove(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<Done> {
    await this.leaves.remove(by, id);
    return { done: true };
  }
}
