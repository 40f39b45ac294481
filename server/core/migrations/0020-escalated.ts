import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/**
 * When a challenge was first escalated, and in which discussion it was raised: both stay, whatever becomes of it later.
 * Of those that are there already the minutes tell, which never change.
 */
export class Escalated1700000000020 implements MigrationInterface {
  name = 'Escalated1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      `ALTER TABLE challenge ADD COLUMN escalated_at varchar(24)`,
      `ALTER TABLE challenge ADD COLUMN raised_in varchar(36)`,
      `UPDATE challenge SET raised_in = discussion_id,
         escalated_at = CASE WHEN outcome = 'escalated' THEN settled_at END`,
      `CREATE INDEX challenge_raised ON challenge (raised_at)`,
      `CREATE INDEX challenge_settled ON challenge (settled_at)`,
    ]);
    const carried = (await runner.query(
      `SELECT DISTINCT family_id FROM minutes WHERE record LIKE '%"carried":true%'`,
    )) as { family_id: string }[];
    for (const { family_id } of carried) await tell(runner, family_id);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}

interface Told {
  challengeId: string;
  outcome: { outcome: string } | null;
}

/** Of one family’s challenges that were carried: the first minutes that hold one say where it was raised. */
async function tell(runner: QueryRunner, familyId: string): Promise<void> {
  const $ = (sql: string): string =>
    runner.connection.options.type === 'postgres' ? sql : sql.replace(/\$\d/g, '?');
  const minutes = (await runner.query(
    $('SELECT discussion_id, signed_at, record FROM minutes WHERE family_id = $1 ORDER BY signed_at'),
    [familyId],
  )) as { discussion_id: string; signed_at: string; record: string }[];
  const told = new Map<string, { raisedIn: string; escalatedAt: string | null }>();
  for (const { discussion_id, signed_at, record } of minutes)
    for (const { challengeId, outcome } of (JSON.parse(record) as { challenges: Told[] }).challenges) {
      const { raisedIn = discussion_id, escalatedAt = null } = told.get(challengeId) ?? {};
      const now = outcome?.outcome === 'escalated' ? signed_at : null;
      told.set(challengeId, { raisedIn, escalatedAt: escalatedAt ?? now });
    }
  for (const [challengeId, { raisedIn, escalatedAt }] of told)
    await runner.query(
      $('UPDATE challenge SET raised_in = $1, escalated_at = COALESCE($2, escalated_at) WHERE id = $3'),
      [raisedIn, escalatedAt, challengeId],
    );
}
