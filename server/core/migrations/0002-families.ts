import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/** Families, who is in them, who works with them, and what was imported. */
export class Families1700000000002 implements MigrationInterface {
  name = 'Families1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      `CREATE TABLE family (
        id varchar(36) PRIMARY KEY, ref varchar(60) NOT NULL UNIQUE, name varchar(200) NOT NULL,
        team_id varchar(36) NOT NULL REFERENCES team (id),
        status varchar(10) NOT NULL CHECK (status IN ('open', 'closed')), allocated_on varchar(10),
        closed_on varchar(10), closed_reason text, source varchar(40) NOT NULL, made_at varchar(24) NOT NULL)`,
      `CREATE INDEX family_team ON family (team_id, status)`,
      `CREATE TABLE child (
        id varchar(36) PRIMARY KEY, family_id varchar(36) NOT NULL REFERENCES family (id), ref varchar(60) UNIQUE,
        first_name varchar(80) NOT NULL, last_name varchar(80), born_on varchar(10), expected_on varchar(10),
        gender varchar(40), ethnicity varchar(80), disability varchar(80), left_on varchar(10))`,
      `CREATE INDEX child_family ON child (family_id)`,
      `CREATE TABLE plan (
        id varchar(36) PRIMARY KEY, child_id varchar(36) NOT NULL REFERENCES child (id), type varchar(20) NOT NULL,
        category varchar(120), since_on varchar(10) NOT NULL, until_on varchar(10))`,
      `CREATE INDEX plan_child ON plan (child_id)`,
      `CREATE TABLE adult (
        id varchar(36) PRIMARY KEY, family_id varchar(36) NOT NULL REFERENCES family (id),
        name varchar(120) NOT NULL, relation varchar(200) NOT NULL, child_ids text)`,
      `CREATE INDEX adult_family ON adult (family_id)`,
      // Without a person: the post has been vacant since from_on.
      `CREATE TABLE allocation (
        id varchar(36) PRIMARY KEY, family_id varchar(36) NOT NULL REFERENCES family (id),
        discipline varchar(40) NOT NULL, person_id varchar(36) REFERENCES person (id), about varchar(200) NOT NULL,
        from_on varchar(10) NOT NULL, to_on varchar(10))`,
      `CREATE INDEX allocation_family ON allocation (family_id)`,
      `CREATE INDEX allocation_person ON allocation (person_id)`,
      `CREATE TABLE happening (
        id varchar(36) PRIMARY KEY, family_id varchar(36) NOT NULL REFERENCES family (id),
        child_id varchar(36) REFERENCES child (id), happened_on varchar(10) NOT NULL, kind varchar(40) NOT NULL,
        words text NOT NULL, voice integer NOT NULL, by_id varchar(36) REFERENCES person (id))`,
      `CREATE INDEX happening_family ON happening (family_id, happened_on)`,
      `CREATE TABLE import_run (
        id varchar(36) PRIMARY KEY, kind varchar(40) NOT NULL, file_name varchar(300) NOT NULL,
        file_hash varchar(64) NOT NULL, at varchar(24) NOT NULL, by_id varchar(36) REFERENCES person (id),
        summary text NOT NULL)`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
