import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/** A team's series of sessions, plans of a month, the work that runs itself, and what is sent to people. */
export class Month1700000000008 implements MigrationInterface {
  name = 'Month1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      // `pattern` is JSON (shared/schedule/series). Sessions are made from it; each can then be changed by itself.
      `CREATE TABLE series (
        id varchar(36) PRIMARY KEY, team_id varchar(36) NOT NULL REFERENCES team (id), name varchar(120) NOT NULL,
        pattern text NOT NULL, starts varchar(5) NOT NULL, ends varchar(5) NOT NULL, room varchar(200) NOT NULL,
        join_link text NOT NULL, chair_id varchar(36) REFERENCES person (id), deputy_id varchar(36) REFERENCES person (id),
        pen_id varchar(36) REFERENCES person (id), from_on varchar(10) NOT NULL, to_on varchar(10),
        by_id varchar(36) REFERENCES person (id), made_at varchar(24) NOT NULL, ended_at varchar(24))`,
      `CREATE INDEX series_team ON series (team_id)`,
      `ALTER TABLE session ADD COLUMN series_id varchar(36) REFERENCES series (id)`,
      `ALTER TABLE session ADD COLUMN deputy_id varchar(36) REFERENCES person (id)`,
      // One press of “Plan all”: which teams, which days, what came of it; undone as a whole while nothing was sent.
      `CREATE TABLE month_plan (
        id varchar(36) PRIMARY KEY, team_ids text NOT NULL, from_on varchar(10) NOT NULL, to_on varchar(10) NOT NULL,
        summary text NOT NULL, by_id varchar(36) REFERENCES person (id), made_at varchar(24) NOT NULL,
        undone_at varchar(24), sent_at varchar(24))`,
      `ALTER TABLE slot ADD COLUMN plan_id varchar(36) REFERENCES month_plan (id)`,
      // Later than the limit: which manager allowed it, and why.
      `ALTER TABLE slot ADD COLUMN late_allowed_by varchar(36) REFERENCES person (id)`,
      `ALTER TABLE slot ADD COLUMN late_reason text`,
      `ALTER TABLE slot ADD COLUMN outcome_at varchar(24)`,
      `ALTER TABLE slot ADD COLUMN outcome_by varchar(36) REFERENCES person (id)`,
      `CREATE TABLE job (
        id varchar(36) PRIMARY KEY, kind varchar(40) NOT NULL, subject_id varchar(36) NOT NULL, day varchar(10) NOT NULL,
        status varchar(10) NOT NULL CHECK (status IN ('claimed', 'done', 'failed')), attempts integer NOT NULL,
        claimed_at varchar(24) NOT NULL, done_at varchar(24), outcome text, UNIQUE (kind, subject_id, day))`,
      // A message carries a reference, a time and a link; never a name or a word about a family.
      `CREATE TABLE message (
        id varchar(36) PRIMARY KEY, key varchar(120) NOT NULL UNIQUE, person_id varchar(36) NOT NULL REFERENCES person (id),
        kind varchar(40) NOT NULL, subject varchar(300) NOT NULL, body text NOT NULL, calendar text, method varchar(10),
        status varchar(10) NOT NULL CHECK (status IN ('waiting', 'sending', 'sent', 'given-up')), attempts integer NOT NULL,
        next_at varchar(24) NOT NULL, made_at varchar(24) NOT NULL, sent_at varchar(24), trouble text)`,
      `CREATE INDEX message_waiting ON message (status, next_at)`,
      `CREATE INDEX message_person ON message (person_id, made_at)`,
      // What each person was last told of each session: the next telling has a higher sequence.
      `CREATE TABLE invite (
        session_id varchar(36) NOT NULL REFERENCES session (id), person_id varchar(36) NOT NULL REFERENCES person (id),
        sequence integer NOT NULL, status varchar(10) NOT NULL CHECK (status IN ('invited', 'cancelled')),
        said text NOT NULL, at varchar(24) NOT NULL, PRIMARY KEY (session_id, person_id))`,
      `CREATE TABLE calendar_feed (
        id varchar(36) PRIMARY KEY, token_hash varchar(64) NOT NULL UNIQUE, person_id varchar(36) NOT NULL REFERENCES person (id),
        team_id varchar(36) REFERENCES team (id), made_at varchar(24) NOT NULL, read_at varchar(24), revoked_at varchar(24))`,
      `CREATE INDEX calendar_feed_person ON calendar_feed (person_id)`,
      // The brief as it stood the day before: the entry of its log up to which it was frozen.
      `CREATE TABLE frozen_brief (
        discussion_id varchar(36) NOT NULL REFERENCES discussion (id), session_id varchar(36) NOT NULL REFERENCES session (id),
        seq integer NOT NULL, at varchar(24) NOT NULL, PRIMARY KEY (discussion_id, session_id))`,
      `CREATE TABLE looked (
        person_id varchar(36) PRIMARY KEY REFERENCES person (id), at varchar(24) NOT NULL, before_at varchar(24) NOT NULL)`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
