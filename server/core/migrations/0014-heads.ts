import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/**
 * On SQLite the head of a log follows its entries by itself: then a commit is one statement, a third of the trips to the
 * database. PostgreSQL writes both in one statement anyway, and needs the head first, to lock it.
 */
export class Heads1700000000014 implements MigrationInterface {
  name = 'Heads1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, ({ make }) =>
      make === 'postgres'
        ? []
        : [
            `CREATE TRIGGER log_follows_entry AFTER INSERT ON entry BEGIN
              INSERT INTO log (id, head, hash) VALUES (NEW.log_id, NEW.seq, NEW.hash)
              ON CONFLICT (id) DO UPDATE SET head = excluded.head, hash = excluded.hash WHERE excluded.head > log.head;
            END`,
          ],
    );
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
