import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/**
 * Since when a child belongs to its family, so that a child who comes later changes no figure of a day before. Of
 * children who were there already nothing is known: they were there from the first.
 */
export class Joined1700000000019 implements MigrationInterface {
  name = 'Joined1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [`ALTER TABLE child ADD COLUMN joined_on varchar(10)`]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
