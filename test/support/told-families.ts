import { randomUUID } from 'node:crypto';
import type { Tx } from '../../server/core/transaction.js';

/** Teams and families as the database keeps them, for tests that ask what the audit makes of their stories. */
export class ToldFamilies {
  constructor(
    private readonly tx: Tx,
    /** When what is told becomes known. */
    private readonly knownAt: string,
  ) {}

  async team(name: string): Promise<string> {
    const id = randomUUID();
    await this.tx.run('INSERT INTO team (id, name, hub) VALUES ($1, $2, $2)', [id, name]);
    return id;
  }

  /** A family with one child that a team has since a day. */
  async family(name: string, teamId: string, on: string): Promise<string> {
    const id = randomUUID();
    await this.tx.run(
      `INSERT INTO family (id, ref, name, team_id, status, source, made_at) VALUES ($1, $2, $3, $4, 'open', 'test', $5)`,
      [id, name.toUpperCase(), name, teamId, this.knownAt],
    );
    await this.child(id, name);
    await this.happened(id, 'allocated', on, teamId);
    return id;
  }

  async child(familyId: string, firstName: string, joinedOn: string | null = null): Promise<string> {
    const id = randomUUID();
    await this.tx.run('INSERT INTO child (id, family_id, first_name, joined_on) VALUES ($1, $2, $3, $4)', [
      id,
      familyId,
      firstName,
      joinedOn,
    ]);
    return id;
  }

  async happened(
    familyId: string,
    kind: 'allocated' | 'transferred' | 'reopened' | 'closed',
    on: string,
    teamId: string | null = null,
  ): Promise<void> {
    await this.tx.run(
      `INSERT INTO family_event (id, family_id, on_day, kind, team_id, reason, known_at) VALUES ($1, $2, $3, $4, $5, '', $6)`,
      [randomUUID(), familyId, on, kind, teamId, this.knownAt],
    );
  }

  /** A discussion in a session of a team, held and signed on a day. */
  async discussion(familyId: string, teamId: string, on: string): Promise<string> {
    const [sessionId, id] = [randomUUID(), randomUUID()];
    await this.tx.run(
      `INSERT INTO session (id, team_id, held_on, starts, ends, room, join_link, status, title)
       VALUES ($1, $2, $3, '09:30', '12:30', '', '', 'closed', '')`,
      [sessionId, teamId, on],
    );
    await this.tx.run(
      `INSERT INTO discussion (id, family_id, session_id, status, held_on, opened_at, signed_at, counts)
       VALUES ($1, $2, $3, 'signed', $4, $5, $5, 1)`,
      [id, familyId, sessionId, on, `${on}T12:30:00.000Z`],
    );
    return id;
  }

  /** Discussions that count, from before the product, on these days. */
  async held(familyId: string, days: readonly string[], childIds: readonly string[] = []): Promise<void> {
    for (const day of days)
      await this.tx.run(
        `INSERT INTO supervision (id, family_id, held_on, kind, counts, children, source, made_at)
         VALUES ($1, $2, $3, 'supervision', 1, $4, 'history', $5)`,
        [randomUUID(), familyId, day, JSON.stringify(childIds), this.knownAt],
      );
  }
}
