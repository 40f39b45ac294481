import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/**
 * Families whose discussion in preparation has yet to take up what an import brought, written with the import itself:
 * so that a crash between the two leaves nothing behind that nobody knows of.
 */
export class Due1700000000017 implements MigrationInterface {
  name = 'Due1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      // what: 'family' (members and workers as they are), 'history' (when the last supervision was).
      `CREATE TABLE import_due (
        family_id varchar(36) NOT NULL REFERENCES family (id), what varchar(12) NOT NULL,
        by_id varchar(36) REFERENCES person (id), PRIMARY KEY (family_id, what))`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
