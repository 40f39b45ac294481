import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Closure, NewClosure } from '../../shared/cadence/http.js';
import { setsRule } from '../../shared/people.js';
import { Refused } from '../../shared/refusals.js';
import { dateInWords } from '../../shared/schedule/in-words.js';
import { daysBetween, plusDays } from '../../shared/schedule/working-days.js';
import { Acts } from '../core/acts.js';
import { Clock } from '../core/clock.js';
import { keepsTeam } from '../core/http/keepers.js';
import type { Caller } from '../core/http/policy.js';
import { Reader } from '../core/reader.js';
import { Transactions } from '../core/transaction.js';

interface Row {
  id: string;
  team_id: string | null;
  from_on: string;
  to_on: string;
  title: string;
}

/** Longer than this it is no closure but a team that has ended. */
const mostDays = 60;

/** Days on which offices are shut besides bank holidays. Made for days to come and taken back before they begin: what is past was counted. */
@Injectable()
export class Closures {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** Those of the last year and to come. */
  async all(by: Caller): Promise<Closure[]> {
    const today = this.clock.today();
    const rows = await this.reader.query<Row>(
      'SELECT id, team_id, from_on, to_on, title FROM closure WHERE removed_at IS NULL AND to_on >= $1 ORDER BY from_on, title, id',
      [plusDays(today, -366)],
    );
    return rows.map((row) => ({
      closureId: row.id,
      teamId: row.team_id,
      fromOn: row.from_on,
      toOn: row.to_on,
      title: row.title,
      mayRemove: row.from_on > today && mayShut(by, row.team_id),
    }));
  }

  async add(by: Caller, closure: NewClosure): Promise<string> {
    const { teamId, fromOn, toOn, title } = closure;
    if (!mayShut(by, teamId)) throw new Refused('not-found');
    if (fromOn < this.clock.today())
      throw new Refused('bad-dates', 'A closure begins today or later: what is past was counted already.');
    if (daysBetween(fromOn, toOn) >= mostDays)
      throw new Refused('bad-dates', `A closure is ${mostDays} days long at most.`);
    const id = randomUUID();
    await this.transactions.run(async (tx) => {
      const whose = teamId
        ? await tx.query<{ name: string }>('SELECT name FROM team WHERE id = $1', [teamId])
        : [];
      if (teamId && !whose[0]) throw new Refused('not-found');
      await tx.run(
        `INSERT INTO closure (id, team_id, from_on, to_on, title, by_id, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, teamId, fromOn, toOn, title, by.personId, this.clock.at()],
      );
      const who = whose[0]?.name ?? 'all offices';
      const says = `shut ${who} from ${dateInWords(fromOn)} to ${dateInWords(toOn)}: ${title}`;
      await this.keep(tx, by, id, 'closure.add', says, undefined, closure);
    });
    return id;
  }

  async remove(by: Caller, closureId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [row] = await tx.query<Row>(
        'SELECT id, team_id, from_on, to_on, title FROM closure WHERE id = $1 AND removed_at IS NULL',
        [closureId],
      );
      if (!row || !mayShut(by, row.team_id)) throw new Refused('not-found');
      if (row.from_on <= this.clock.today())
        throw new Refused(
          'bad-dates',
          'This closure has begun, so it stays: what is past was counted with it.',
        );
      await tx.run('UPDATE closure SET removed_at = $1 WHERE id = $2', [this.clock.at(), closureId]);
      const says = `took back the closure of ${dateInWords(row.from_on)}: ${row.title}`;
      await this.keep(tx, by, closureId, 'closure.remove', says, row, undefined);
    });
  }

  private keep(
    tx: Parameters<Acts['keep']>[0],
    by: Caller,
    subjectId: string,
    kind: string,
    says: string,
    before: unknown,
    after: unknown,
  ): Promise<void> {
    return this.acts.keep(tx, {
      byId: by.personId,
      kind,
      subject: 'cadence',
      subjectId,
      says,
      before,
      after,
    });
  }
}

/** A team's keepers shut its office; those who set rules for all, every office. */
export function mayShut(by: Caller, teamId: string | null): boolean {
  return teamId === null ? setsRule(by.roles, null) : keepsTeam(by, teamId) || setsRule(by.roles, [teamId]);
}
