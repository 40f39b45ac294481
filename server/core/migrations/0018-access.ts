import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/**
 * Who made a link to sign in with, since it opens no more than its maker may (null: the product itself, for the first
 * administrator); and which records are in a pack, a list of discussions, so that each is asked about again before it is
 * handed out (null: any of its sample), and when a pack was taken away before its days were over.
 */
export class Access1700000000018 implements MigrationInterface {
  name = 'Access1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      `ALTER TABLE invitation ADD COLUMN made_by varchar(36) REFERENCES person (id)`,
      `ALTER TABLE audit_pack ADD COLUMN held text`,
      `ALTER TABLE audit_pack ADD COLUMN taken_at varchar(24)`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
