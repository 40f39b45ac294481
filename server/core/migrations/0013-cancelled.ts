import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/** Sessions that were called off: closed, with when, why, and which manager allowed it. */
export class Cancelled1700000000013 implements MigrationInterface {
  name = 'Cancelled1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      `ALTER TABLE session ADD COLUMN cancelled_at varchar(24)`,
      `ALTER TABLE session ADD COLUMN cancelled_reason varchar(40)`,
      `ALTER TABLE session ADD COLUMN cancelled_words text`,
      `ALTER TABLE session ADD COLUMN cancelled_allowed_by varchar(36) REFERENCES person (id)`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
