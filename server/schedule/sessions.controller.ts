import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Done, Id, LocalDate, Made } from '../../shared/fields.js';
import {
  NewSession,
  NewSlot,
  SessionLine,
  SessionPage,
  SessionPatch,
  SlotRemoval,
} from '../../shared/schedule/http.js';
import { SlotEnded } from '../../shared/schedule/planner.js';
import { Answers } from '../core/http/answers.js';
import { keeperRoles } from '../core/http/keepers.js';
import { By, type Caller, For, SignedIn } from '../core/http/policy.js';
import { Planning } from './planning.service.js';
import { Sessions } from './sessions.service.js';
import { Endings } from './slots/endings.service.js';
import { Placing } from './slots/placing.service.js';

const Which = z.object({
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  mine: z.literal('1').optional(),
});
type Which = z.infer<typeof Which>;

@Controller('api/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly planning: Planning,
    private readonly placing: Placing,
    private readonly endings: Endings,
  ) {}

  @Get()
  @SignedIn()
  @Answers(z.array(SessionLine))
  list(@By() by: Caller, @Query({ schema: Which }) { from, to, mine }: Which): Promise<SessionLine[]> {
    return this.sessions.list(by, { from, to, mine: mine === '1' });
  }

  @Post()
  @For(...keeperRoles)
  @Answers(Made)
  async add(@By() by: Caller, @Body({ schema: NewSession }) body: NewSession): Promise<Made> {
    return { id: await this.planning.add(by, body) };
  }

  @Get(':id')
  @SignedIn()
  @Answers(SessionPage)
  page(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<SessionPage> {
    return this.sessions.page(by, id);
  }

  @Patch(':id')
  @For(...keeperRoles)
  @Answers(Done)
  async change(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SessionPatch }) body: SessionPatch,
  ): Promise<Done> {
    await this.planning.change(by, id, body);
    return { done: true };
  }

  @Post(':id/slots')
  @For(...keeperRoles)
  @Answers(Made)
  async put(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewSlot }) body: NewSlot,
  ): Promise<Made> {
    return { id: await this.placing.putByHand(by, id, body) };
  }

  @Delete(':id/slots/:slotId')
  @For(...keeperRoles)
  @Answers(SlotEnded)
  takeOut(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('slotId', { schema: Id }) slotId: string,
    @Body({ schema: SlotRemoval }) body: SlotRemoval,
  ): Promise<SlotEnded> {
    return this.endings.takeOut(by, id, slotId, body);
  }
}
