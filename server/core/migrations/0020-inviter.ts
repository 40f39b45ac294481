import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/** Who made a link to sign in with: it opens no more than its maker may. Null: the product itself, for the first administrator. */
export class Inviter1700000000020 implements MigrationInterface {
  name = 'Inviter1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      `ALTER TABLE invitation ADD COLUMN made_by varchar(36) REFERENCES person (id)`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
