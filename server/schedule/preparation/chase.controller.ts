import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { Id } from '../../../shared/fields.js';
import { ChaseList } from '../../../shared/messages/chase.js';
import { Answers } from '../../core/http/answers.js';
import { keeperRoles } from '../../core/http/keepers.js';
import { By, type Caller, For } from '../../core/http/policy.js';
import { Chase } from './chase.service.js';

const Whose = z.object({ teamId: Id.optional() });
type Whose = z.infer<typeof Whose>;

@Controller('api/chase')
export class ChaseController {
  constructor(private readonly chase: Chase) {}

  @Get()
  @For(...keeperRoles)
  @Answers(z.array(ChaseList))
  lists(@By() by: Caller, @Query({ schema: Whose }) { teamId }: Whose): Promise<ChaseList[]> {
    return this.chase.lists(by, teamId);
  }
}
