import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/** How often families are taken, when offices are shut, who is away, and what moves a family's clock. */
export class Cadence1700000000007 implements MigrationInterface {
  name = 'Cadence1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      // A policy is never changed: a new version of its name begins on a day. Lists are JSON; null means all.
      `CREATE TABLE cadence_policy (
        id varchar(36) PRIMARY KEY, name varchar(120) NOT NULL, version integer NOT NULL, every varchar(30) NOT NULL
          CHECK (every IN ('days', 'working-days', 'calendar-month', 'each-calendar-month')),
        n integer, first_n integer NOT NULL, first_unit varchar(20) NOT NULL CHECK (first_unit IN ('working-days', 'days')),
        plan_types text, team_ids text, from_on varchar(10) NOT NULL, ended integer NOT NULL DEFAULT 0,
        reason text NOT NULL, by_id varchar(36) REFERENCES person (id), made_at varchar(24) NOT NULL,
        UNIQUE (name, version))`,
      // The days when all offices of England and Wales are shut, as last fetched; while empty, those shipped hold.
      `CREATE TABLE bank_holiday (day varchar(10) PRIMARY KEY, title varchar(120) NOT NULL, noted_at varchar(24) NOT NULL)`,
      // Days on which one team's office (or, without a team, all) is shut for reasons of the council's own.
      `CREATE TABLE closure (
        id varchar(36) PRIMARY KEY, team_id varchar(36) REFERENCES team (id), from_on varchar(10) NOT NULL,
        to_on varchar(10) NOT NULL, title varchar(120) NOT NULL, by_id varchar(36) REFERENCES person (id),
        made_at varchar(24) NOT NULL, removed_at varchar(24))`,
      // What moves a family's clock besides its discussions. Only ever added to: known_at says since when we knew.
      `CREATE TABLE family_event (
        id varchar(36) PRIMARY KEY, family_id varchar(36) NOT NULL REFERENCES family (id), on_day varchar(10) NOT NULL,
        kind varchar(30) NOT NULL CHECK (kind IN ('allocated', 'transferred', 'closed', 'reopened', 'exempted', 'exemption-ended')),
        team_id varchar(36) REFERENCES team (id), until_on varchar(10), reason text NOT NULL,
        approved_by varchar(36) REFERENCES person (id), by_id varchar(36) REFERENCES person (id),
        known_at varchar(24) NOT NULL)`,
      `CREATE INDEX family_event_family ON family_event (family_id, on_day)`,
      `INSERT INTO family_event (id, family_id, on_day, kind, team_id, reason, known_at)
        SELECT 'a' || substr(id, 2), id, allocated_on, 'allocated', team_id, '', made_at FROM family WHERE allocated_on IS NOT NULL`,
      `INSERT INTO family_event (id, family_id, on_day, kind, team_id, reason, known_at)
        SELECT 'c' || substr(id, 2), id, closed_on, 'closed', team_id, COALESCE(closed_reason, ''), made_at FROM family
        WHERE closed_on IS NOT NULL`,
      `CREATE TABLE leave (
        id varchar(36) PRIMARY KEY, person_id varchar(36) NOT NULL REFERENCES person (id), from_on varchar(10) NOT NULL,
        to_on varchar(10) NOT NULL, starts varchar(5), ends varchar(5), by_id varchar(36) REFERENCES person (id),
        made_at varchar(24) NOT NULL, removed_at varchar(24))`,
      `CREATE INDEX leave_person ON leave (person_id, from_on)`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
