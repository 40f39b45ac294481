import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/** Sessions, their slots and guests, and the discussions that slots hold. */
export class Sessions1700000000003 implements MigrationInterface {
  name = 'Sessions1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      `CREATE TABLE session (
        id varchar(36) PRIMARY KEY, team_id varchar(36) NOT NULL REFERENCES team (id), held_on varchar(10) NOT NULL,
        starts varchar(5) NOT NULL, ends varchar(5) NOT NULL, room varchar(200) NOT NULL, join_link text NOT NULL,
        chair_id varchar(36) REFERENCES person (id), pen_id varchar(36) REFERENCES person (id),
        status varchar(10) NOT NULL CHECK (status IN ('planned', 'open', 'closed')), title varchar(200) NOT NULL)`,
      `CREATE INDEX session_team ON session (team_id, held_on)`,
      `CREATE TABLE discussion (
        id varchar(36) PRIMARY KEY, family_id varchar(36) NOT NULL REFERENCES family (id),
        session_id varchar(36) REFERENCES session (id),
        status varchar(10) NOT NULL CHECK (status IN ('preparing', 'live', 'held', 'signed')),
        after_id varchar(36) REFERENCES discussion (id), held_on varchar(10), opened_at varchar(24) NOT NULL,
        signed_at varchar(24), counts integer)`,
      `CREATE INDEX discussion_family ON discussion (family_id, opened_at)`,
      `CREATE INDEX discussion_session ON discussion (session_id)`,
      // The next one opens when the last has been held, perhaps before it is signed; there are never two in preparation.
      `CREATE UNIQUE INDEX discussion_one_preparing ON discussion (family_id) WHERE status = 'preparing'`,
      `CREATE TABLE slot (
        id varchar(36) PRIMARY KEY, session_id varchar(36) NOT NULL REFERENCES session (id),
        discussion_id varchar(36) NOT NULL REFERENCES discussion (id), position integer NOT NULL,
        minutes integer NOT NULL, pattern integer NOT NULL, outcome varchar(20), reason varchar(40), note text,
        moved_to_slot_id varchar(36) REFERENCES slot (id))`,
      `CREATE INDEX slot_session ON slot (session_id, position)`,
      `CREATE INDEX slot_discussion ON slot (discussion_id)`,
      `CREATE TABLE session_guest (
        id varchar(36) PRIMARY KEY, session_id varchar(36) NOT NULL REFERENCES session (id),
        person_id varchar(36) NOT NULL REFERENCES person (id), "as" varchar(10) NOT NULL CHECK ("as" IN ('observer', 'deputy')),
        discipline varchar(40), in_place_of varchar(36) REFERENCES person (id),
        admitted_by varchar(36) NOT NULL REFERENCES person (id))`,
      `CREATE INDEX session_guest_person ON session_guest (person_id, session_id)`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}
