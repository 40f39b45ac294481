import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Done, Id } from '../../shared/fields.js';
import {
  Board,
  CancelSays,
  CancelSession,
  EndSlot,
  InviteMonth,
  LengthenSession,
  Month,
  Moved,
  MoveSays,
  MoveSlot,
  PlaceFamily,
  PlanAll,
  Planned,
  SlotEnded,
  SlotMinutes,
  SwapSlots,
  WayOut,
} from '../../shared/schedule/planner.js';
import { Answers } from '../core/http/answers.js';
import { keeperRoles } from '../core/http/keepers.js';
import { By, type Caller, For } from '../core/http/policy.js';
import { Boards } from './board/boards.service.js';
import { NearestWays } from './board/nearest-ways.service.js';
import { Inviting } from './plans/inviting.service.js';
import { MonthPlans } from './plans/month-plans.service.js';
import { Cancellations } from './slots/cancellations.service.js';
import { Endings } from './slots/endings.service.js';
import { Moves } from './slots/moves.service.js';
import { Placing } from './slots/placing.service.js';

const Which = z.object({ teamId: Id, month: Month });
type Which = z.infer<typeof Which>;

/** A month of a team on one screen, and everything that is done to it there. */
@Controller('api/planner')
export class PlannerController {
  constructor(
    private readonly boards: Boards,
    private readonly nearest: NearestWays,
    private readonly plans: MonthPlans,
    private readonly inviting: Inviting,
    private readonly moves: Moves,
    private readonly placing: Placing,
    private readonly endings: Endings,
    private readonly cancellations: Cancellations,
  ) {}

  @Get('board')
  @For(...keeperRoles, 'service-manager')
  @Answers(Board)
  board(@By() by: Caller, @Query({ schema: Which }) { teamId, month }: Which): Promise<Board> {
    return this.boards.of(by, teamId, month);
  }

  @Get('families/:id/ways')
  @For(...keeperRoles)
  @Answers(z.array(WayOut))
  ways(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<WayOut[]> {
    return this.nearest.of(by, id);
  }

  @Post('plans')
  @For(...keeperRoles, 'service-manager')
  @Answers(Planned)
  planAll(@By() by: Caller, @Body({ schema: PlanAll }) body: PlanAll): Promise<Planned> {
    return this.plans.planAll(by, body);
  }

  @Post('plans/:id/undo')
  @For(...keeperRoles, 'service-manager')
  @Answers(Done)
  async undo(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<Done> {
    await this.plans.undo(by, id);
    return { done: true };
  }

  @Post('plans/:id/invite')
  @For(...keeperRoles, 'service-manager')
  @Answers(Done)
  async invite(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<Done> {
    await this.inviting.invite(by, id);
    return { done: true };
  }

  @Post('invite')
  @For(...keeperRoles, 'service-manager')
  @Answers(Done)
  async inviteMonth(@By() by: Caller, @Body({ schema: InviteMonth }) body: InviteMonth): Promise<Done> {
    await this.inviting.inviteMonth(by, body);
    return { done: true };
  }

  @Post('slots/:id/move')
  @For(...keeperRoles)
  @Answers(Moved)
  move(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MoveSlot }) body: MoveSlot,
  ): Promise<Moved> {
    return this.moves.move(by, id, body);
  }

  @Post('slots/:id/move/say')
  @For(...keeperRoles)
  @Answers(MoveSays)
  sayMove(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MoveSlot }) body: MoveSlot,
  ): Promise<MoveSays> {
    return this.moves.sayMove(by, id, body);
  }

  @Post('slots/:id/swap')
  @For(...keeperRoles)
  @Answers(Moved)
  swap(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SwapSlots }) body: SwapSlots,
  ): Promise<Moved> {
    return this.moves.swap(by, id, body);
  }

  @Post('slots/:id/swap/say')
  @For(...keeperRoles)
  @Answers(MoveSays)
  saySwap(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SwapSlots }) body: SwapSlots,
  ): Promise<MoveSays> {
    return this.moves.saySwap(by, id, body);
  }

  @Post('slots/:id/end')
  @For(...keeperRoles)
  @Answers(SlotEnded)
  end(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EndSlot }) body: EndSlot,
  ): Promise<SlotEnded> {
    return this.endings.end(by, id, body);
  }

  @Post('slots/:id/minutes')
  @For(...keeperRoles)
  @Answers(Done)
  async lasts(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SlotMinutes }) body: SlotMinutes,
  ): Promise<Done> {
    await this.moves.lasts(by, id, body);
    return { done: true };
  }

  @Post('sessions/:id/place')
  @For(...keeperRoles)
  @Answers(Moved)
  place(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PlaceFamily }) body: PlaceFamily,
  ): Promise<Moved> {
    return this.placing.place(by, id, body);
  }

  @Post('sessions/:id/place/say')
  @For(...keeperRoles)
  @Answers(MoveSays)
  sayPlace(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PlaceFamily }) body: PlaceFamily,
  ): Promise<MoveSays> {
    return this.placing.say(by, id, body);
  }

  @Post('sessions/:id/lengthen')
  @For(...keeperRoles)
  @Answers(z.union([Moved, Done]))
  lengthen(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: LengthenSession }) body: LengthenSession,
  ): Promise<Moved | Done> {
    return this.placing.lengthen(by, id, body);
  }

  @Post('sessions/:id/cancel')
  @For(...keeperRoles)
  @Answers(Done)
  async cancel(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CancelSession }) body: CancelSession,
  ): Promise<Done> {
    await this.cancellations.cancel(by, id, body);
    return { done: true };
  }

  @Post('sessions/:id/cancel/say')
  @For(...keeperRoles)
  @Answers(CancelSays)
  sayCancel(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<CancelSays> {
    return this.cancellations.say(by, id);
  }
}
