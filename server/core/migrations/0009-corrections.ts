import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/** An event of a family that was given wrongly stays; the one that corrects it says which. */
export class Corrections1700000000009 implements MigrationInterface {
  name = 'Corrections1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      `ALTER TABLE family_event ADD COLUMN replaces varchar(36) REFERENCES family_event (id)`,
      `CREATE INDEX family_event_team ON family_event (team_id)`,
      // What had come of slots before it was kept when: the session's own day is the best that is known.
      `UPDATE slot SET outcome_at = (SELECT s.held_on || 'T23:00:00.000Z' FROM session s WHERE s.id = slot.session_id)
        WHERE outcome IS NOT NULL AND outcome_at IS NULL`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
