import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/** What the audit keeps of its own: who looked, what was reported, what was read and graded, and rows prepared for speed. */
export class Audit1700000000011 implements MigrationInterface {
  name = 'Audit1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      // Every audit page, export and pack that was opened. Only ever added to.
      `CREATE TABLE audit_look (
        id varchar(36) PRIMARY KEY, at varchar(24) NOT NULL, by_id varchar(36) REFERENCES person (id),
        what varchar(40) NOT NULL, team_id varchar(36) REFERENCES team (id), asked text NOT NULL, why varchar(300) NOT NULL)`,
      `CREATE INDEX audit_look_at ON audit_look (at)`,
      // A month as it was reported, for each team: never changed. `rows` says of each family how it was counted.
      `CREATE TABLE month_close (
        id varchar(36) PRIMARY KEY, month varchar(7) NOT NULL, team_id varchar(36) NOT NULL REFERENCES team (id),
        measure varchar(40) NOT NULL, limit_code varchar(20) NOT NULL, numerator integer NOT NULL,
        denominator integer NOT NULL, provisional integer NOT NULL, rows text NOT NULL, hash varchar(64) NOT NULL,
        closed_at varchar(24) NOT NULL, UNIQUE (month, team_id, measure, limit_code))`,
      `CREATE TABLE dip_sample (
        id varchar(36) PRIMARY KEY, from_on varchar(10) NOT NULL, to_on varchar(10) NOT NULL,
        team_id varchar(36) REFERENCES team (id), seed varchar(120) NOT NULL, by_id varchar(36) REFERENCES person (id),
        made_at varchar(24) NOT NULL)`,
      `CREATE TABLE dip_record (
        sample_id varchar(36) NOT NULL REFERENCES dip_sample (id),
        discussion_id varchar(36) NOT NULL REFERENCES discussion (id), family_id varchar(36) NOT NULL REFERENCES family (id),
        team_id varchar(36) NOT NULL REFERENCES team (id), chair_id varchar(36) REFERENCES person (id),
        because varchar(10) NOT NULL CHECK (because IN ('chair', 'team')), second integer NOT NULL,
        PRIMARY KEY (sample_id, discussion_id))`,
      `CREATE TABLE dip_grade (
        id varchar(36) PRIMARY KEY, sample_id varchar(36) NOT NULL REFERENCES dip_sample (id),
        discussion_id varchar(36) NOT NULL REFERENCES discussion (id),
        grader_id varchar(36) NOT NULL REFERENCES person (id), nth integer NOT NULL CHECK (nth IN (1, 2)),
        overall varchar(30) NOT NULL, answers text NOT NULL, words text NOT NULL, at varchar(24) NOT NULL,
        UNIQUE (sample_id, discussion_id, nth), UNIQUE (sample_id, discussion_id, grader_id))`,
      // An inspection pack is prepared in the background, and released when a second manager agrees.
      `CREATE TABLE audit_pack (
        id varchar(36) PRIMARY KEY, sample_id varchar(36) NOT NULL REFERENCES dip_sample (id),
        by_id varchar(36) NOT NULL REFERENCES person (id), why varchar(300) NOT NULL,
        status varchar(10) NOT NULL CHECK (status IN ('preparing', 'ready', 'released', 'failed')),
        done integer NOT NULL, total integer NOT NULL, hash varchar(64), made_at varchar(24) NOT NULL,
        agreed_by varchar(36) REFERENCES person (id), agreed_at varchar(24), trouble text)`,
      // Each discussion that was held, in a few columns: taken from its signed minutes once, or from its log while it is
      // open. `seq` is how much of the log it holds; null once signed.
      `CREATE TABLE audit_talk (
        discussion_id varchar(36) PRIMARY KEY REFERENCES discussion (id), family_id varchar(36) NOT NULL,
        team_id varchar(36), session_id varchar(36), chair_id varchar(36), held_on varchar(10) NOT NULL,
        counts integer NOT NULL, signed_on varchar(10), seq integer, child_ids text NOT NULL, voices text NOT NULL,
        challenged integer NOT NULL, considered integer NOT NULL, decision varchar(20), reviews text NOT NULL,
        quorum_override text)`,
      `CREATE INDEX audit_talk_team ON audit_talk (team_id, held_on)`,
      `CREATE INDEX audit_talk_family ON audit_talk (family_id, held_on)`,
      `CREATE INDEX audit_talk_open ON audit_talk (seq) WHERE seq IS NOT NULL`,
      // What is new to be taken in is found without reading the whole of history.
      `CREATE INDEX minutes_signed ON minutes (signed_at)`,
      `CREATE INDEX discussion_to_sign ON discussion (held_on) WHERE status = 'held'`,
      `CREATE TABLE audit_line (
        discussion_id varchar(36) NOT NULL REFERENCES discussion (id), discipline varchar(40) NOT NULL,
        team_id varchar(36), held_on varchar(10) NOT NULL, way varchar(12) NOT NULL, ready integer NOT NULL,
        person_ids text NOT NULL, PRIMARY KEY (discussion_id, discipline))`,
      `CREATE INDEX audit_line_team ON audit_line (team_id, held_on)`,
      // One agreement that a step is done by a day; carried to a new day it is another.
      `CREATE TABLE audit_agreement (
        id varchar(110) PRIMARY KEY, step_id varchar(64) NOT NULL, discussion_id varchar(36) NOT NULL,
        family_id varchar(36) NOT NULL, team_id varchar(36), owner_id varchar(36), due_on varchar(10),
        carried integer NOT NULL, dropped_because text, dropped_on varchar(10))`,
      `CREATE INDEX audit_agreement_due ON audit_agreement (team_id, due_on)`,
      `CREATE INDEX audit_agreement_step ON audit_agreement (step_id)`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
