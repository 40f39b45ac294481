import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type DisciplineCode, disciplineOf } from '../../shared/disciplines.js';
import type { FillPost, NewPost, NewTeam, Post, Team } from '../../shared/people/directory.js';
import { Refused } from '../../shared/refusals.js';
import { plusDays } from '../../shared/schedule/working-days.js';
import { Acts } from '../core/acts.js';
import type { Database } from '../core/connection.js';
import { administers, keepsTeam } from '../core/http/keepers.js';
import type { Caller } from '../core/http/policy.js';
import { Reader } from '../core/reader.js';
import { DATABASE } from '../core/tokens.js';
import { Transactions, type Tx } from '../core/transaction.js';

interface Row {
  id: string;
  team_id: string;
  discipline: DisciplineCode;
  person_id: string | null;
  from_on: string;
  to_on: string | null;
}

/** Teams and their posts. A post that is filled, left and filled again is a row for each period: nothing is overwritten. */
@Injectable()
export class Teams {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly acts: Acts,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  async all(): Promise<Team[]> {
    const rows = await this.reader.query<{ id: string; name: string; hub: string }>(
      'SELECT id, name, hub FROM team ORDER BY name',
    );
    return rows.map(({ id, name, hub }) => ({ teamId: id, name, hub }));
  }

  async add(by: Caller, team: NewTeam): Promise<string> {
    if (!administers(by)) throw new Refused('not-yours');
    const id = randomUUID();
    try {
      await this.transactions.run(async (tx) => {
        await tx.run('INSERT INTO team (id, name, hub) VALUES ($1, $2, $3)', [id, team.name, team.hub]);
        await this.keep(tx, by, id, 'team.add', `added the team ${team.name}`, undefined, team);
      });
    } catch (error) {
      if (this.database.isTaken(error)) throw new Refused('already-there', 'There is a team of this name.');
      throw error;
    }
    return id;
  }

  /** All periods of all posts, newest first. */
  async posts(teamId: string): Promise<Post[]> {
    const rows = await this.reader.query<Row>(
      'SELECT * FROM post WHERE team_id = $1 ORDER BY discipline, from_on DESC, id',
      [teamId],
    );
    return rows.map((row) => ({
      postId: row.id,
      teamId: row.team_id,
      discipline: row.discipline,
      personId: row.person_id,
      fromOn: row.from_on,
      toOn: row.to_on,
    }));
  }

  async addPost(by: Caller, teamId: string, post: NewPost): Promise<string> {
    if (!keepsTeam(by, teamId)) throw new Refused('not-found');
    return this.transactions.run(async (tx) => {
      if (!(await tx.query('SELECT 1 FROM team WHERE id = $1', [teamId])).length)
        throw new Refused('not-found');
      const id = await this.insert(tx, { ...post, teamId });
      const says = `made a post for ${label(post.discipline)}, ${await filled(tx, post.personId)} from ${post.fromOn}`;
      await this.keep(tx, by, teamId, 'post.add', says, undefined, post);
      return id;
    });
  }

  /** From a day on the post is somebody's, or vacant: the period before it ends the day before. */
  async fill(by: Caller, postId: string, { personId, fromOn }: FillPost): Promise<string> {
    return this.transactions.run(async (tx) => {
      const [before] = await tx.query<Row>('SELECT * FROM post WHERE id = $1', [postId]);
      if (!before || !keepsTeam(by, before.team_id)) throw new Refused('not-found');
      if (before.to_on !== null) throw new Refused('bad-dates', 'This period of the post has ended already.');
      if (fromOn <= before.from_on)
        throw new Refused('bad-dates', `A new period begins after ${before.from_on}.`);
      const ended = await tx.query(
        'UPDATE post SET to_on = $1 WHERE id = $2 AND to_on IS NULL RETURNING id',
        [plusDays(fromOn, -1), postId],
      );
      if (!ended.length) throw new Refused('bad-dates', 'This period of the post has ended already.');
      const { team_id: teamId, discipline } = before;
      const id = await this.insert(tx, { teamId, discipline, personId, fromOn });
      const says = `marked the post for ${label(discipline)} ${await filled(tx, personId)} from ${fromOn}`;
      await this.keep(
        tx,
        by,
        teamId,
        'post.fill',
        says,
        { personId: before.person_id },
        { personId, fromOn },
      );
      return id;
    });
  }

  actsOf(by: Caller, teamId: string): ReturnType<Acts['of']> {
    if (!keepsTeam(by, teamId)) throw new Refused('not-found');
    return this.acts.of('team', teamId);
  }

  private async insert(tx: Tx, post: Omit<Post, 'postId' | 'toOn'>): Promise<string> {
    const id = randomUUID();
    await tx.run(
      'INSERT INTO post (id, team_id, discipline, person_id, from_on) VALUES ($1, $2, $3, $4, $5)',
      [id, post.teamId, post.discipline, post.personId, post.fromOn],
    );
    tx.touchAuthority(post.personId ? [post.personId] : []);
    return id;
  }

  private keep(
    tx: Tx,
    by: Caller,
    teamId: string,
    kind: string,
    says: string,
    before?: unknown,
    after?: unknown,
  ) {
    const subject = { subject: 'team', subjectId: teamId };
    return this.acts.keep(tx, { byId: by.personId, kind, ...subject, says, before, after });
  }
}

async function filled(tx: Tx, personId: string | null): Promise<string> {
  if (!personId) return 'vacant';
  const [person] = await tx.query<{ name: string }>('SELECT name FROM person WHERE id = $1', [personId]);
  if (!person) throw new Refused('no-such-person');
  return `filled by ${person.name}`;
}

function label(code: DisciplineCode): string {
  return disciplineOf(code).label.toLowerCase();
}
