import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/** Sessions that changed since the people in them were last told, and how many changes there were. */
export class Untold1700000000010 implements MigrationInterface {
  name = 'Untold1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      `CREATE TABLE untold (
        session_id varchar(36) PRIMARY KEY REFERENCES session (id), since varchar(24) NOT NULL, changes integer NOT NULL,
        by_id varchar(36) REFERENCES person (id))`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
