import { Module } from '@nestjs/common';
import { CadenceModule } from '../cadence/cadence.module.js';
import { FamiliesModule } from '../families/families.module.js';
import { LiveModule } from '../live/live.module.js';
import { SessionInvitations } from '../messages/invitations.service.js';
import { MessagesModule } from '../messages/messages.module.js';
import { Boards } from './board/boards.service.js';
import { NearestWays } from './board/nearest-ways.service.js';
import { JoinLinks } from './join-links.service.js';
import { LeavesController } from './leave/leaves.controller.js';
import { Leaves } from './leave/leaves.service.js';
import { PlannerController } from './planner.controller.js';
import { Planning } from './planning.service.js';
import { Inviting } from './plans/inviting.service.js';
import { KeptPlans } from './plans/kept-plans.service.js';
import { MonthPlans } from './plans/month-plans.service.js';
import { MonthProblems } from './plans/month-problem.service.js';
import { MonthSolver } from './plans/month-solver.service.js';
import { AllSeries } from './series/all-series.service.js';
import { SeriesController } from './series/series.controller.js';
import { SeriesJob } from './series/series-job.service.js';
import { SeriesSessions } from './series/series-sessions.service.js';
import { SessionAccess } from './session-access.service.js';
import { SessionNews } from './session-news.service.js';
import { SessionsController } from './sessions.controller.js';
import { Sessions } from './sessions.service.js';
import { Cancellations } from './slots/cancellations.service.js';
import { Diary } from './slots/diary.service.js';
import { Endings } from './slots/endings.service.js';
import { Limits } from './slots/limits.service.js';
import { MoveWords } from './slots/move-words.service.js';
import { Moves } from './slots/moves.service.js';
import { Placing } from './slots/placing.service.js';
import { WhereaboutsOf } from './slots/whereabouts.service.js';

/** When families are taken, in which session, and with whom in the chair. */
@Module({
  imports: [CadenceModule, FamiliesModule, LiveModule, MessagesModule],
  controllers: [LeavesController, PlannerController, SeriesController, SessionsController],
  providers: [
    AllSeries,
    Boards,
    Cancellations,
    Diary,
    Endings,
    Inviting,
    JoinLinks,
    KeptPlans,
    Leaves,
    Limits,
    MonthPlans,
    MonthProblems,
    MonthSolver,
    MoveWords,
    Moves,
    NearestWays,
    Placing,
    Planning,
    SeriesJob,
    SeriesSessions,
    SessionAccess,
    SessionNews,
    Sessions,
    WhereaboutsOf,
  ],
  exports: [AllSeries, SessionNews],
})
export class ScheduleModule {
  /** Telling people of their sessions is sending them invitations. */
  constructor(news: SessionNews, invitations: SessionInvitations) {
    news.whenTold(async (tx, sessionIds, byId) => {
      await invitations.invite(tx, sessionIds, byId);
    });
  }
}
