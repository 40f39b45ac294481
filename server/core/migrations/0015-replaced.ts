import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/**
 * Whether an event of a family was corrected is asked of each of them. Without an index every answer reads the whole
 * table: one page of the audit took minutes on ten years of a council’s history.
 */
export class Replaced1700000000015 implements MigrationInterface {
  name = 'Replaced1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      `CREATE INDEX family_event_replaces ON family_event (replaces) WHERE replaces IS NOT NULL`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
