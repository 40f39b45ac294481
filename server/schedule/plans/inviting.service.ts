import { Injectable } from '@nestjs/common';
import { Refused } from '../../../shared/refusals.js';
import type { InviteMonth } from '../../../shared/schedule/planner.js';
import { Clock } from '../../core/clock.js';
import type { Caller } from '../../core/http/policy.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { SessionNews } from '../session-news.service.js';
import { sessionsOf } from '../slots/rows.js';
import { KeptPlans, mustPlan } from './kept-plans.service.js';
import { lastDayOf } from './months.js';

/** “Invite everyone”: tells the people in the sessions of a month what they have not been told yet. */
@Injectable()
export class Inviting {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly kept: KeptPlans,
    private readonly news: SessionNews,
  ) {}

  /** Tells everybody in the sessions of the plan’s month, of this plan and of every change since. */
  async invite(by: Caller, planId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const plan = await this.kept.mustBe(tx, by, planId);
      if (plan.undone_at) throw new Refused('not-found');
      await this.tell(tx, by, plan.teamIds, [plan.from_on, plan.to_on]);
    });
  }

  /** Tells everybody in the sessions of a team's month: of a plan that is not sent yet, or of what was put there by hand. */
  async inviteMonth(by: Caller, { teamId, month }: InviteMonth): Promise<void> {
    mustPlan(by, [teamId]);
    const plan = await this.kept.newest(teamId, `${month}-01`);
    // What was planned for several teams together is told to all of them together.
    if (plan && !plan.sent_at) return this.invite(by, plan.id);
    await this.transactions.run((tx) => this.tell(tx, by, [teamId], [`${month}-01`, lastDayOf(month)]));
  }

  private async tell(
    tx: Tx,
    by: Caller,
    teamIds: readonly string[],
    [from, to]: readonly [string, string],
  ): Promise<void> {
    const sessions = await sessionsOf(tx, teamIds, from, to);
    const coming = sessions.filter((s) => s.status === 'planned' && s.held_on >= this.clock.today());
    const untold = await this.news.untold(
      tx,
      coming.map((s) => s.id),
    );
    if (!(await this.news.tell(tx, [...untold.keys()], by.personId))) return;
    // A month may have been planned twice: the families of both plans have been told of now.
    for (const { id } of await this.kept.unsent(tx, teamIds, from))
      await tx.run('UPDATE month_plan SET sent_at = $1 WHERE id = $2', [this.clock.at(), id]);
    await this.kept.keep(tx, by, teamIds, 'plan.tell', `told everybody of the sessions of ${from} to ${to}`);
  }
}
