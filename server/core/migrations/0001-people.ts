import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/** Teams, people, what they are employed to do, and how they sign in. */
export class People1700000000001 implements MigrationInterface {
  name = 'People1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      // One number that rises with every change to who may do what: whatever was remembered before it is read again.
      `CREATE TABLE authority (id integer PRIMARY KEY CHECK (id = 1), version integer NOT NULL)`,
      `INSERT INTO authority (id, version) VALUES (1, 1)`,
      `CREATE TABLE team (id varchar(36) PRIMARY KEY, name varchar(120) NOT NULL UNIQUE, hub varchar(120) NOT NULL)`,
      `CREATE TABLE person (
        id varchar(36) PRIMARY KEY, name varchar(120) NOT NULL, first_name varchar(60) NOT NULL,
        email varchar(200) UNIQUE, discipline varchar(40) NOT NULL, title varchar(120) NOT NULL,
        working_days varchar(7) NOT NULL, remote integer NOT NULL, password_hash text,
        ended_on varchar(10), made_at varchar(24) NOT NULL)`,
      `CREATE TABLE person_role (
        id varchar(36) PRIMARY KEY, person_id varchar(36) NOT NULL REFERENCES person (id), role varchar(40) NOT NULL,
        team_id varchar(36) REFERENCES team (id), from_on varchar(10) NOT NULL, to_on varchar(10))`,
      `CREATE INDEX person_role_person ON person_role (person_id)`,
      `CREATE TABLE post (
        id varchar(36) PRIMARY KEY, team_id varchar(36) NOT NULL REFERENCES team (id),
        discipline varchar(40) NOT NULL, person_id varchar(36) REFERENCES person (id),
        from_on varchar(10) NOT NULL, to_on varchar(10))`,
      `CREATE INDEX post_team ON post (team_id)`,
      `CREATE TABLE sign_in (
        id varchar(36) PRIMARY KEY, person_id varchar(36) NOT NULL REFERENCES person (id),
        token_hash varchar(64) NOT NULL UNIQUE, made_at varchar(24) NOT NULL, seen_at varchar(24) NOT NULL,
        ends_at varchar(24) NOT NULL, confirmed_until varchar(24), ended_at varchar(24), device varchar(200))`,
      `CREATE INDEX sign_in_person ON sign_in (person_id)`,
      `CREATE TABLE invitation (
        id varchar(36) PRIMARY KEY, person_id varchar(36) REFERENCES person (id), purpose varchar(40) NOT NULL,
        token_hash varchar(64) NOT NULL UNIQUE, ends_at varchar(24) NOT NULL, used_at varchar(24))`,
      `CREATE TABLE act (
        id varchar(36) PRIMARY KEY, at varchar(24) NOT NULL, by_id varchar(36) REFERENCES person (id),
        kind varchar(60) NOT NULL, subject varchar(40) NOT NULL, subject_id varchar(36) NOT NULL,
        says text NOT NULL, before text, after text)`,
      `CREATE INDEX act_subject ON act (subject, subject_id, at)`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
