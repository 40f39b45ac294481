import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/** Who prepares an inspection pack just now, and the file itself, sealed, in pieces. */
export class Packs1700000000012 implements MigrationInterface {
  name = 'Packs1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, ({ blob }) => [
      'ALTER TABLE audit_pack ADD COLUMN bytes integer',
      'ALTER TABLE audit_pack ADD COLUMN claim varchar(36)',
      'ALTER TABLE audit_pack ADD COLUMN claimed_at varchar(24)',
      // In the database, so that any server can hand out what another prepared, and a restored copy has both or neither.
      `CREATE TABLE audit_pack_piece (
        pack_id varchar(36) NOT NULL REFERENCES audit_pack (id), nth integer NOT NULL, sealed ${blob} NOT NULL,
        PRIMARY KEY (pack_id, nth))`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
