import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/**
 * What the authority's lists said last, of each child and family. A later import changes only what they say
 * differently since: what somebody changed here by hand in between stays.
 */
export class Listed1700000000006 implements MigrationInterface {
  name = 'Listed1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      `CREATE TABLE listed_child (child_id varchar(36) PRIMARY KEY REFERENCES child (id), said text NOT NULL)`,
      `CREATE TABLE listed_family (family_id varchar(36) PRIMARY KEY REFERENCES family (id), said text NOT NULL)`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
