import { Injectable } from '@nestjs/common';
import { Refused } from '../../../shared/refusals.js';
import type { WayOut } from '../../../shared/schedule/planner.js';
import { asItStands } from '../../../shared/schedule/planning/as-it-stands.js';
import { plusDays } from '../../../shared/schedule/working-days.js';
import { OfficeDays } from '../../cadence/office-days.service.js';
import { Clock } from '../../core/clock.js';
import { keepsTeam } from '../../core/http/keepers.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { MonthProblems } from '../plans/month-problem.service.js';
import { lastDayOf } from '../plans/months.js';
import { needOf } from './needs.js';

/** Where one family could go next, the nearest first: in what is left of this month, or else in the next. */
@Injectable()
export class NearestWays {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly officeDays: OfficeDays,
    private readonly problems: MonthProblems,
  ) {}

  /** None for a family that has its place already, or for whoever does not plan its team. */
  async of(by: Caller, familyId: string): Promise<WayOut[]> {
    const [family] = await this.reader.query<{ team_id: string }>(
      'SELECT team_id FROM family WHERE id = $1',
      [familyId],
    );
    if (!family || !keepsTeam(by, family.team_id)) throw new Refused('not-found');
    const today = this.clock.today();
    const thisMonth = today.slice(0, 7);
    const nextMonth = plusDays(lastDayOf(thisMonth), 1).slice(0, 7);
    const calendar = await this.officeDays.of(family.team_id);
    for (const month of [thisMonth, nextMonth]) {
      const facts = await this.problems.of([family.team_id], month);
      const here = facts.families.get(familyId);
      const found = asItStands(facts.problem).find((one) => one.familyId === familyId);
      if (!here || !found) continue;
      const ways = needOf({ facts, calendar, today }, here, here.name, found).waysOut;
      if (ways.some(({ act }) => act.kind !== 'add-session') || month === nextMonth) return ways;
    }
    return [];
  }
}
