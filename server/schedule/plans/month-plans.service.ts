import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refused } from '../../../shared/refusals.js';
import type { PlanAll, Planned } from '../../../shared/schedule/planner.js';
import type { MonthPlan } from '../../../shared/schedule/planning/problem.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { SessionNews } from '../session-news.service.js';
import { Diary, type Sitting } from '../slots/diary.service.js';
import { placesOf, type SlotRow } from '../slots/rows.js';
import { type KeptPlan, KeptPlans, mustPlan } from './kept-plans.service.js';
import { type MonthFacts, MonthProblems } from './month-problem.service.js';
import { MonthSolver } from './month-solver.service.js';
import { lastDayOf } from './months.js';
import { saidOf } from './plan-words.js';

/** “Plan all”: one act that gives every due family a place, which can be taken back whole until people are told. */
@Injectable()
export class MonthPlans {
  private readonly planning = new Set<string>();

  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly problems: MonthProblems,
    private readonly solver: MonthSolver,
    private readonly diary: Diary,
    private readonly news: SessionNews,
    private readonly kept: KeptPlans,
  ) {}

  async planAll(by: Caller, { teamIds, month }: PlanAll): Promise<Planned> {
    const teams = [...new Set(teamIds)];
    mustPlan(by, teams);
    if (teams.some((id) => this.planning.has(id))) throw new Refused('plan-running');
    for (const id of teams) this.planning.add(id);
    try {
      return await this.plan(by, teams, month);
    } finally {
      for (const id of teams) this.planning.delete(id);
    }
  }

  /** Takes out what the plan put in and nobody touched since, and leaves all else where it is. */
  async undo(by: Caller, planId: string): Promise<void> {
    const plan = await this.kept.mustBe(this.reader, by, planId);
    if (plan.undone_at) return;
    if (plan.sent_at) throw new Refused('plan-sent');
    const rows = await this.reader.query<{ session_id: string; discussion_id: string }>(
      'SELECT session_id, discussion_id FROM slot WHERE plan_id = $1 AND outcome IS NULL',
      [planId],
    );
    for (const sessionId of [...new Set(rows.map((row) => row.session_id))].sort()) {
      const here = rows.filter((row) => row.session_id === sessionId).map((row) => row.discussion_id);
      await this.transactions.run((tx) => this.takeBack(tx, by, plan, sessionId, here));
    }
    await this.transactions.run(async (tx) => {
      await tx.run('UPDATE month_plan SET undone_at = $1 WHERE id = $2', [this.clock.at(), planId]);
      await this.kept.keep(
        tx,
        by,
        plan.teamIds,
        'plan.undo',
        `took back the plan of ${plan.from_on} to ${plan.to_on}`,
      );
    });
  }

  private async plan(by: Caller, teamIds: string[], month: string): Promise<Planned> {
    const facts = await this.problems.of(teamIds, month);
    const found = await this.solver.solve(facts.problem);
    const planId = randomUUID();
    const coming = new Set(facts.due.map((family) => family.familyId));
    const before = Object.fromEntries(
      facts.sessions.map(({ id }) => [id, facts.slots.filter((s) => s.session_id === id).map((s) => s.id)]),
    );
    await this.transactions.run(async (tx) => {
      await tx.run(
        `INSERT INTO month_plan (id, team_ids, from_on, to_on, summary, by_id, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          planId,
          JSON.stringify(teamIds),
          `${month}-01`,
          lastDayOf(month),
          JSON.stringify({ placed: 0, says: [], before }),
          by.personId,
          this.clock.at(),
        ],
      );
      await this.kept.keep(
        tx,
        by,
        teamIds,
        'plan.make',
        `planned ${month} for ${teamIds.length === 1 ? 'the team' : 'several teams'}`,
      );
    });
    const put = new Set<string>();
    const moved: string[] = [];
    for (const { id, held_on: on } of facts.sessions) {
      const here = found.placed.filter((p) => p.sessionId === id).sort((a, b) => a.startsAt - b.startsAt);
      if (!here.some((p) => coming.has(p.familyId))) continue;
      try {
        await this.transactions.run((tx) => this.fill(tx, by, planId, facts, id, here));
        for (const { familyId } of here) if (coming.has(familyId)) put.add(familyId);
      } catch (error) {
        // Somebody changed this session, or one of its families, while the plan was made: theirs stands.
        if (!(error instanceof Refused)) throw error;
        moved.push(on);
      }
    }
    const says = saidOf(facts, found, moved);
    await this.transactions.run((tx) =>
      tx.run('UPDATE month_plan SET summary = $1 WHERE id = $2', [
        JSON.stringify({ placed: put.size, says, before }),
        planId,
      ]),
    );
    return {
      planId,
      placed: put.size,
      notPlaced: coming.size - put.size,
      late: lateOf(facts, found, put),
      splits: found.splits.length,
      says,
    };
  }

  private async fill(
    tx: Tx,
    by: Caller,
    planId: string,
    facts: MonthFacts,
    sessionId: string,
    placed: MonthPlan['placed'],
  ): Promise<void> {
    const staying = new Map(
      facts.slots.filter((s) => s.session_id === sessionId).map((s) => [s.family_id, s.id]),
    );
    const news = placed.filter((p) => !staying.has(p.familyId));
    const discussionOf = (familyId: string): string => facts.families.get(familyId)?.discussionId ?? '';
    const [sitting] = (await this.diary.hold(
      tx,
      [sessionId],
      news.map((p) => discussionOf(p.familyId)),
    )) as [Sitting];
    if (sitting.session.status !== 'planned' || sitting.seq !== facts.seqs.get(sessionId))
      throw new Refused('moved-on');
    const { held_on: on, starts } = sitting.session;
    const order: SlotRow[] = [];
    for (const { familyId, minutes } of placed) {
      const there = sitting.slots.find((slot) => slot.id === staying.get(familyId));
      if (there) {
        order.push(there);
        continue;
      }
      const seat = { discussionId: discussionOf(familyId), minutes, planId, late: null };
      order.push(await this.diary.seat(tx, by.personId, sitting, seat));
      const says = `put the family into the session of ${on}, ${starts}, with the whole month`;
      const after = { sessionId, minutes, planId };
      await this.acts.keepOfFamily(tx, by, familyId, 'slot.add', says, undefined, after);
    }
    const ended = sitting.slots.filter((slot) => slot.outcome !== null);
    await this.diary.arrange(tx, by.personId, sitting, [...ended, ...order]);
    await this.news.changed(tx, [sessionId], by.personId, news.length);
    tx.touchAuthority();
  }

  private async takeBack(
    tx: Tx,
    by: Caller,
    plan: KeptPlan,
    sessionId: string,
    discussionIds: readonly string[],
  ): Promise<void> {
    const [sitting] = (await this.diary.hold(tx, [sessionId], discussionIds)) as [Sitting];
    if (sitting.session.status !== 'planned') return;
    const mine = sitting.slots.filter((slot) => slot.plan_id === plan.id && slot.outcome === null);
    const rest = sitting.slots.filter((slot) => !mine.includes(slot));
    const before = plan.summary.before[sessionId] ?? [];
    // Where only those are left who were there before, they stand again as they stood.
    const asBefore = before.flatMap((id) => rest.find((slot) => slot.id === id) ?? []);
    for (const slot of mine) {
      await this.diary.free(tx, by.personId, slot);
      const says = `took the family out of the session of ${sitting.session.held_on} again, with the whole plan`;
      await this.acts.keepOfFamily(tx, by, slot.family_id, 'slot.remove', says, {
        sessionId,
        planId: plan.id,
      });
    }
    await this.diary.arrange(tx, by.personId, sitting, asBefore.length === rest.length ? asBefore : rest);
    if (mine.length)
      await tx.run(
        `DELETE FROM slot WHERE id IN (${placesOf(mine)})`,
        mine.map((slot) => slot.id),
      );
    await this.news.changed(tx, [sessionId], by.personId, -mine.length);
    tx.touchAuthority();
  }
}

function lateOf({ sessions, families }: MonthFacts, { placed }: MonthPlan, put: ReadonlySet<string>): number {
  const dateOf = new Map(sessions.map((session) => [session.id, session.held_on]));
  return placed.filter(({ familyId, sessionId }) => {
    const dueBy = families.get(familyId)?.clock.dueBy;
    return put.has(familyId) && dueBy && (dateOf.get(sessionId) ?? '') > dueBy;
  }).length;
}
