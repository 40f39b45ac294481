import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refused } from '../../../shared/refusals.js';
import type { Leave, NewLeave } from '../../../shared/schedule/leave.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import type { Connection } from '../../core/connection.js';
import { administers, keepsTeam } from '../../core/http/keepers.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { Transactions, type Tx } from '../../core/transaction.js';

interface Row {
  id: string;
  person_id: string;
  from_on: string;
  to_on: string;
  starts: string | null;
  ends: string | null;
  by_id: string | null;
  made_at: string;
}

/** When people are away, so that nobody plans for them. A person keeps their own; those who keep their team keep it too. */
@Injectable()
export class Leaves {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** Leave that is not over, soonest first. */
  async of(by: Caller, personId: string): Promise<Leave[]> {
    await this.mustKeep(this.reader, by, personId);
    const rows = await this.reader.query<Row>(
      `SELECT * FROM leave WHERE person_id = $1 AND removed_at IS NULL AND to_on >= $2 ORDER BY from_on, starts, id`,
      [personId, this.clock.today()],
    );
    return Promise.all(
      rows.map(async (row) => ({
        leaveId: row.id,
        personId,
        fromOn: row.from_on,
        toOn: row.to_on,
        startsAt: row.starts,
        endsAt: row.ends,
        byId: row.by_id,
        madeAt: row.made_at,
        touches: await this.touches(row),
      })),
    );
  }

  async add(by: Caller, personId: string, { fromOn, toOn, startsAt, endsAt }: NewLeave): Promise<string> {
    const id = randomUUID();
    await this.transactions.run(async (tx) => {
      const name = await this.mustKeep(tx, by, personId);
      await tx.run(
        `INSERT INTO leave (id, person_id, from_on, to_on, starts, ends, by_id, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, personId, fromOn, toOn, startsAt, endsAt, by.personId, this.clock.at()],
      );
      const after = { leaveId: id, fromOn, toOn, startsAt, endsAt };
      await this.keep(
        tx,
        by,
        personId,
        'leave.add',
        `noted that ${name} is away ${span(fromOn, toOn)}`,
        after,
      );
    });
    return id;
  }

  async remove(by: Caller, leaveId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [row] = await tx.query<Row>('SELECT * FROM leave WHERE id = $1 AND removed_at IS NULL', [
        leaveId,
      ]);
      if (!row) throw new Refused('not-found');
      const name = await this.mustKeep(tx, by, row.person_id);
      await tx.run('UPDATE leave SET removed_at = $1 WHERE id = $2', [this.clock.at(), leaveId]);
      const says = `took back that ${name} is away ${span(row.from_on, row.to_on)}`;
      await this.keep(tx, by, row.person_id, 'leave.remove', says, { leaveId });
    });
  }

  /** Sessions to come in which the person has families on these days: somebody has to find another place, or cover. */
  private async touches(row: Row): Promise<Leave['touches']> {
    return this.reader.query<Leave['touches'][number]>(
      `SELECT s.id AS "sessionId", s.held_on AS date, CAST(COUNT(DISTINCT d.family_id) AS integer) AS families
       FROM session s JOIN slot p ON p.session_id = s.id JOIN discussion d ON d.id = p.discussion_id
       JOIN allocation a ON a.family_id = d.family_id
       WHERE a.person_id = $1 AND s.held_on >= $2 AND s.held_on <= $3 AND s.status = 'planned' AND p.outcome IS NULL
         AND a.from_on <= s.held_on AND (a.to_on IS NULL OR a.to_on >= s.held_on)
       GROUP BY s.id, s.held_on ORDER BY s.held_on, s.id`,
      [row.person_id, row.from_on, row.to_on],
    );
  }

  /** The person, who keeps their own; keepers of a team they belong to or work for; administrators. Answers their name. */
  private async mustKeep(at: Connection, by: Caller, personId: string): Promise<string> {
    const [person] = await at.query<{ name: string }>('SELECT name FROM person WHERE id = $1', [personId]);
    if (!person) throw new Refused('not-found');
    if (by.personId === personId || administers(by)) return person.name;
    const teams = await at.query<{ team_id: string | null }>(
      `SELECT team_id FROM person_role WHERE person_id = $1 AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2)
       UNION SELECT team_id FROM post WHERE person_id = $1 AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2)
       UNION SELECT f.team_id FROM allocation a JOIN family f ON f.id = a.family_id
         WHERE a.person_id = $1 AND f.status = 'open' AND a.from_on <= $2 AND (a.to_on IS NULL OR a.to_on >= $2)`,
      [personId, this.clock.today()],
    );
    if (!teams.some(({ team_id: teamId }) => teamId !== null && keepsTeam(by, teamId)))
      throw new Refused('not-found');
    return person.name;
  }

  private keep(
    tx: Tx,
    by: Caller,
    subjectId: string,
    kind: string,
    says: string,
    after: object,
  ): Promise<void> {
    return this.acts.keep(tx, { byId: by.personId, kind, subject: 'person', subjectId, says, after });
  }
}

function span(fromOn: string, toOn: string): string {
  return fromOn === toOn ? `on ${fromOn}` : `from ${fromOn} to ${toOn}`;
}
