import { Injectable } from '@nestjs/common';
import type { CadencePage } from '../../shared/cadence/http.js';
import { setsRule } from '../../shared/people.js';
import { Clock } from '../core/clock.js';
import { administers } from '../core/http/keepers.js';
import type { Caller } from '../core/http/policy.js';
import { Reader } from '../core/reader.js';
import { BankHolidays } from './bank-holidays.service.js';
import { Closures, mayShut } from './closures.service.js';
import { Policies } from './policies.service.js';

/** The page of rules and closures, with what whoever asks may do there. */
@Injectable()
export class CadencePages {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly policies: Policies,
    private readonly holidays: BankHolidays,
    private readonly closures: Closures,
  ) {}

  async page(by: Caller): Promise<CadencePage> {
    const today = this.clock.today();
    const { days, notedAt } = await this.holidays.since(Number(today.slice(0, 4)));
    const teams = await this.reader.query<{ id: string }>('SELECT id FROM team ORDER BY name');
    const ids = teams.map(({ id }) => id);
    return {
      today,
      policies: await this.policies.all(),
      holidays: days,
      holidaysFrom: notedAt,
      closures: await this.closures.all(by),
      setsRules: setsRule(by.roles, null) ? 'all' : ids.filter((id) => setsRule(by.roles, [id])),
      shuts: mayShut(by, null) ? 'all' : ids.filter((id) => mayShut(by, id)),
      bringsInHolidays: administers(by),
    };
  }
}
