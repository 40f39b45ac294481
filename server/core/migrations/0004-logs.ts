import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/** The logs: a head for each, the entries, and now and then the state folded so far (encrypted). */
export class Logs1700000000004 implements MigrationInterface {
  name = 'Logs1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, ({ blob }) => [
      `CREATE TABLE log (
        id varchar(50) PRIMARY KEY, head integer NOT NULL, hash varchar(64) NOT NULL, state_seq integer NOT NULL DEFAULT 0,
        state ${blob})`,
      `CREATE TABLE entry (
        log_id varchar(50) NOT NULL, seq integer NOT NULL, id varchar(64) NOT NULL, kind varchar(60) NOT NULL,
        payload text NOT NULL, sealed integer NOT NULL, by_id varchar(36), at varchar(24) NOT NULL,
        asked varchar(64), hash varchar(64) NOT NULL, PRIMARY KEY (log_id, seq), UNIQUE (log_id, id))`,
      // Written by the readiness probe alone.
      `CREATE TABLE probe (id integer PRIMARY KEY, at varchar(24) NOT NULL)`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
