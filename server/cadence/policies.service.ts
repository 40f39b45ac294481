import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { rulesOfTeam } from '../../shared/cadence/due.js';
import { firstInWords, intervalInWords } from '../../shared/cadence/in-words.js';
import type { CadencePolicy, NewCadencePolicy } from '../../shared/cadence/policy.js';
import { setsRule } from '../../shared/people.js';
import { Refused } from '../../shared/refusals.js';
import { dateInWords } from '../../shared/schedule/in-words.js';
import { Acts } from '../core/acts.js';
import { Clock } from '../core/clock.js';
import type { Connection, Database } from '../core/connection.js';
import type { Caller } from '../core/http/policy.js';
import { Reader } from '../core/reader.js';
import { DATABASE } from '../core/tokens.js';
import { Transactions } from '../core/transaction.js';

interface Row {
  id: string;
  name: string;
  version: number;
  every: CadencePolicy['interval']['every'];
  n: number | null;
  first_n: number;
  first_unit: CadencePolicy['first']['unit'];
  plan_types: string | null;
  team_ids: string | null;
  from_on: string;
  ended: number;
  reason: string;
  by_id: string | null;
  made_at: string;
}

/** How often families are taken: named rules in versions, of which none is ever changed. */
@Injectable()
export class Policies {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly acts: Acts,
    private readonly clock: Clock,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Every version of every name, by name and version. */
  all(): Promise<CadencePolicy[]> {
    return read(this.reader);
  }

  /** The rules that hold in a team on a day, the most particular first; the last holds for whoever none before it does. */
  async for(teamId: string, on: string): Promise<readonly CadencePolicy[]> {
    return rulesOfTeam(teamId, on, await this.all());
  }

  /** A new rule, or the next version of one; from a day on, and not for days gone by. */
  async add(by: Caller, policy: NewCadencePolicy): Promise<string> {
    if (!setsRule(by.roles, policy.teamIds)) throw new Refused('not-yours');
    const id = randomUUID();
    try {
      await this.transactions.run(async (tx) => {
        const all = await read(tx);
        const before = all.filter((p) => p.name === policy.name).at(-1);
        if (before && !setsRule(by.roles, before.teamIds)) throw new Refused('not-yours');
        if (policy.ended && !before) throw new Refused('not-found');
        mustNotChangeHistory(policy, all, before, this.clock.today());
        await this.teams(tx, policy.teamIds);
        const version = (before?.version ?? 0) + 1;
        const { name, interval, first, planTypes, teamIds, fromOn, ended, reason } = policy;
        await tx.run(
          `INSERT INTO cadence_policy (id, name, version, every, n, first_n, first_unit, plan_types, team_ids, from_on,
             ended, reason, by_id, made_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
          [
            id,
            name,
            version,
            interval.every,
            interval.n,
            first.n,
            first.unit,
            planTypes && JSON.stringify(planTypes),
            teamIds && JSON.stringify(teamIds),
            fromOn,
            ended ? 1 : 0,
            reason,
            by.personId,
            this.clock.at(),
          ],
        );
        const rule = ended
          ? `ended the rule ${name}`
          : `made the rule ${name}, version ${version}: ${intervalInWords(interval)}, the first ${firstInWords(first)}`;
        await this.acts.keep(tx, {
          byId: by.personId,
          kind: ended ? 'cadence.end' : 'cadence.add',
          subject: 'cadence',
          subjectId: id,
          says: `${rule}, from ${dateInWords(fromOn)}: ${reason}`,
          before: before ?? undefined,
          after: policy,
        });
      });
    } catch (error) {
      if (this.database.isTaken(error))
        throw new Refused('moved-on', 'Somebody changed this rule at the same moment. Look at it again.');
      throw error;
    }
    return id;
  }

  private async teams(at: Connection, teamIds: readonly string[] | null): Promise<void> {
    for (const id of teamIds ?? [])
      if (!(await at.query('SELECT 1 FROM team WHERE id = $1', [id])).length) throw new Refused('not-found');
  }
}

/**
 * What was in time stays in time: a version begins today or later, and after the one before it. Only the very first rule
 * may begin in the past, so that a council can say what it has always done.
 */
function mustNotChangeHistory(
  { fromOn }: NewCadencePolicy,
  all: readonly CadencePolicy[],
  before: CadencePolicy | undefined,
  today: string,
): void {
  if (all.length > 0 && fromOn < today)
    throw new Refused(
      'bad-dates',
      'A rule begins today or later: what is past was judged by the rules of its time.',
    );
  if (before && fromOn <= before.fromOn)
    throw new Refused(
      'bad-dates',
      `A new version begins after the one before it, ${dateInWords(before.fromOn)}.`,
    );
}

async function read(at: Connection): Promise<CadencePolicy[]> {
  const rows = await at.query<Row>('SELECT * FROM cadence_policy ORDER BY name, version');
  return rows.map((row) => ({
    policyId: row.id,
    name: row.name,
    version: row.version,
    interval: { every: row.every, n: row.n },
    first: { n: row.first_n, unit: row.first_unit },
    planTypes: row.plan_types === null ? null : (JSON.parse(row.plan_types) as CadencePolicy['planTypes']),
    teamIds: row.team_ids === null ? null : (JSON.parse(row.team_ids) as string[]),
    fromOn: row.from_on,
    ended: row.ended === 1,
    reason: row.reason,
    byId: row.by_id,
    madeAt: row.made_at,
  }));
}
