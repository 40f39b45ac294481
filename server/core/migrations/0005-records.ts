import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/** What signing files: minutes, each child's own part, next steps, challenges, the audit's line, and deliveries. */
export class Records1700000000005 implements MigrationInterface {
  name = 'Records1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      `CREATE TABLE minutes (
        id varchar(36) PRIMARY KEY, discussion_id varchar(36) NOT NULL UNIQUE REFERENCES discussion (id),
        family_id varchar(36) NOT NULL REFERENCES family (id),
        kind varchar(20) NOT NULL CHECK (kind IN ('supervision', 'case-discussion')), held_on varchar(10) NOT NULL,
        text text NOT NULL, record text NOT NULL, hash varchar(64) NOT NULL,
        signed_by varchar(36) NOT NULL REFERENCES person (id), signed_at varchar(24) NOT NULL)`,
      `CREATE INDEX minutes_family ON minutes (family_id, held_on)`,
      `CREATE TABLE child_minutes (
        id varchar(36) PRIMARY KEY, minutes_id varchar(36) NOT NULL REFERENCES minutes (id),
        child_id varchar(36) NOT NULL REFERENCES child (id), text text NOT NULL, hash varchar(64) NOT NULL,
        UNIQUE (minutes_id, child_id))`,
      `CREATE TABLE addendum (
        id varchar(64) PRIMARY KEY, minutes_id varchar(36) NOT NULL REFERENCES minutes (id),
        by_id varchar(36) NOT NULL REFERENCES person (id), text text NOT NULL, at varchar(24) NOT NULL)`,
      `CREATE TABLE next_step (
        id varchar(64) PRIMARY KEY, family_id varchar(36) NOT NULL REFERENCES family (id),
        discussion_id varchar(36) NOT NULL REFERENCES discussion (id), text text NOT NULL,
        owner_id varchar(36) REFERENCES person (id), with_whom text NOT NULL, due_on varchar(10),
        evidence text NOT NULL, protected integer NOT NULL, audience text NOT NULL, status varchar(20) NOT NULL,
        carried integer NOT NULL, done_on varchar(10))`,
      `CREATE INDEX next_step_family ON next_step (family_id, status)`,
      `CREATE INDEX next_step_owner ON next_step (owner_id, status)`,
      `CREATE TABLE challenge (
        id varchar(64) PRIMARY KEY, family_id varchar(36) NOT NULL REFERENCES family (id),
        discussion_id varchar(36) NOT NULL REFERENCES discussion (id), raised_by varchar(36) REFERENCES person (id),
        about varchar(20) NOT NULL, text text NOT NULL, outcome varchar(20), reason text,
        person_id varchar(36) REFERENCES person (id), by_on varchar(10), raised_at varchar(24) NOT NULL,
        settled_at varchar(24))`,
      `CREATE INDEX challenge_family ON challenge (family_id)`,
      `CREATE TABLE supervision (
        id varchar(36) PRIMARY KEY, family_id varchar(36) NOT NULL REFERENCES family (id),
        discussion_id varchar(36) UNIQUE REFERENCES discussion (id), held_on varchar(10) NOT NULL,
        kind varchar(20) NOT NULL, counts integer NOT NULL, quorate integer, override_reason text,
        chair_id varchar(36) REFERENCES person (id), chair_name varchar(120), children text NOT NULL,
        group_score integer, lowest integer, highest integer, signed_at varchar(24),
        source varchar(10) NOT NULL CHECK (source IN ('signed', 'history')), note text, made_at varchar(24) NOT NULL)`,
      `CREATE INDEX supervision_family ON supervision (family_id, held_on)`,
      `CREATE TABLE delivery (
        id varchar(36) PRIMARY KEY, minutes_id varchar(36) NOT NULL REFERENCES minutes (id),
        child_id varchar(36) REFERENCES child (id), destination varchar(40) NOT NULL, status varchar(20) NOT NULL,
        attempts integer NOT NULL, at varchar(24) NOT NULL, UNIQUE (minutes_id, child_id, destination))`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
