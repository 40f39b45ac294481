import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/**
 * Stretches of families with teams, reckoned once from their events, so that who is where on a day is looked up and not
 * found out among ten years of comings and goings; and ways to the few rows that answers of the audit begin with.
 */
export class Stretches1700000000016 implements MigrationInterface {
  name = 'Stretches1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      // over_on is the first day on which it no longer lasts: the day it was closed, or the next began; 9999-12-31 while
      // it lasts. before_open: the one before had not been closed. events: of how many of the family's events it was made.
      `CREATE TABLE audit_stretch (
        family_id varchar(36) NOT NULL REFERENCES family (id), nth integer NOT NULL, team_id varchar(36) NOT NULL,
        began_as varchar(12) NOT NULL, began_on varchar(10) NOT NULL, over_on varchar(10) NOT NULL,
        closed_on varchar(10), next_on varchar(10), before_open integer NOT NULL, events integer NOT NULL,
        PRIMARY KEY (family_id, nth))`,
      `CREATE INDEX audit_stretch_team ON audit_stretch (team_id, over_on)`,
      `CREATE INDEX family_event_exempt ON family_event (family_id, on_day) WHERE kind IN ('exempted', 'exemption-ended')`,
      `CREATE INDEX supervision_counts ON supervision (family_id, held_on, signed_at) WHERE counts = 1`,
      `CREATE INDEX supervision_not ON supervision (held_on) WHERE counts = 0`,
      `CREATE INDEX slot_missed ON slot (session_id) WHERE outcome IN ('not-reached', 'postponed', 'cancelled')`,
      `CREATE INDEX next_step_carried ON next_step (id) WHERE status = 'open' AND carried >= 3`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
