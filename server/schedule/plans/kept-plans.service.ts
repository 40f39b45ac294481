import { Injectable } from '@nestjs/common';
import { Refused } from '../../../shared/refusals.js';
import { Acts } from '../../core/acts.js';
import type { Connection } from '../../core/connection.js';
import { keepsTeam } from '../../core/http/keepers.js';
import { type Caller, holds } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import type { Tx } from '../../core/transaction.js';

interface PlanRow {
  id: string;
  team_ids: string;
  from_on: string;
  to_on: string;
  summary: string;
  by_id: string | null;
  made_at: string;
  undone_at: string | null;
  sent_at: string | null;
}

/** A plan as it is kept, with how each session's families stood before it. */
export interface KeptPlan extends Omit<PlanRow, 'team_ids' | 'summary'> {
  teamIds: string[];
  summary: { placed: number; says: string[]; before: { [sessionId: string]: string[] } };
}

/** The plans of months as they are kept, and who may do something with them. */
@Injectable()
export class KeptPlans {
  constructor(
    private readonly reader: Reader,
    private readonly acts: Acts,
  ) {}

  /** The newest plan of these days for a team that put something in and was not undone. */
  async newest(teamId: string, from: string): Promise<KeptPlan | null> {
    // A plan that broke off half-way has said nothing of itself, and can be taken back by what it put in.
    const rows = await this.reader.query<PlanRow & { left: number }>(
      `SELECT m.*, (SELECT CAST(COUNT(*) AS integer) FROM slot p WHERE p.plan_id = m.id) AS "left" FROM month_plan m
       WHERE from_on = $1 AND undone_at IS NULL ORDER BY made_at DESC, id`,
      [from],
    );
    for (const { left, ...row } of rows) {
      const plan = keptOf(row);
      if (plan.teamIds.includes(teamId) && (plan.summary.placed > 0 || left > 0)) return plan;
    }
    return null;
  }

  /** Those of a team or of several that begin on a day, were not undone, and of which nobody has been told yet. */
  async unsent(at: Connection, teamIds: readonly string[], from: string): Promise<KeptPlan[]> {
    const rows = await at.query<PlanRow>(
      'SELECT * FROM month_plan WHERE from_on = $1 AND undone_at IS NULL AND sent_at IS NULL ORDER BY made_at, id',
      [from],
    );
    return rows.map(keptOf).filter((plan) => plan.teamIds.every((id) => teamIds.includes(id)));
  }

  async mustBe(at: Connection, by: Caller, planId: string): Promise<KeptPlan> {
    const [row] = await at.query<PlanRow>('SELECT * FROM month_plan WHERE id = $1', [planId]);
    if (!row) throw new Refused('not-found');
    const plan = keptOf(row);
    mustPlan(by, plan.teamIds);
    return plan;
  }

  async keep(tx: Tx, by: Caller, teamIds: readonly string[], kind: string, says: string): Promise<void> {
    for (const subjectId of teamIds)
      await this.acts.keep(tx, { byId: by.personId, kind, subject: 'team', subjectId, says });
  }
}

/** Of all these teams: their keepers, those above them, and administrators. What is not yours is not there. */
export function mustPlan(by: Caller, teamIds: readonly string[]): void {
  if (!teamIds.every((id) => keepsTeam(by, id) || holds(by, ['service-manager'], id)))
    throw new Refused('not-found');
}

function keptOf({ team_ids, summary, ...row }: PlanRow): KeptPlan {
  return {
    ...row,
    teamIds: JSON.parse(team_ids) as string[],
    summary: JSON.parse(summary) as KeptPlan['summary'],
  };
}
