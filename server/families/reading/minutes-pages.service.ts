import { Injectable } from '@nestjs/common';
import type { MinutesPage } from '../../../shared/families/discussion-http.js';
import { minutesForChild } from '../../../shared/minutes/for-child.js';
import { forReader } from '../../../shared/minutes/for-reader.js';
import type { Minutes } from '../../../shared/minutes/minutes.js';
import { minutesText } from '../../../shared/minutes/text.js';
import { type Actor, maySee } from '../../../shared/people.js';
import { Refused } from '../../../shared/refusals.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { Standing } from '../../live/standing.js';

interface Row {
  id: string;
  discussion_id: string;
  family_id: string;
  name: string;
  kind: 'supervision' | 'case-discussion';
  held_on: string;
  text: string;
  record: string;
  hash: string;
  signed_by: string;
  signed_at: string;
}

/** One family's signed minutes, oldest first, as one reader may read them. */
export interface ReadMinutes {
  minutesId: string;
  discussionId: string;
  minutes: Minutes;
  signedBy: string;
  signedAt: string;
}

/** Shows signed minutes: to those who stand to the family today, and each only what they may read. */
@Injectable()
export class MinutesPages {
  constructor(
    private readonly reader: Reader,
    private readonly standing: Standing,
  ) {}

  /** The whole, or with `childId` that child's own part alone. */
  async page(by: Caller, minutesId: string, childId?: string): Promise<MinutesPage> {
    const [row] = await this.reader.query<Row>(
      `SELECT m.*, f.name FROM minutes m JOIN family f ON f.id = m.family_id WHERE m.id = $1`,
      [minutesId],
    );
    if (!row) throw new Refused('not-found');
    const actor = await this.standing.actorFor(this.reader, by.personId, `discussion/${row.discussion_id}`);
    if (!maySee(actor)) throw new Refused('not-found');
    const filed = JSON.parse(row.record) as Minutes;
    const readable = forReader(filed, actor);
    const minutes = childId ? minutesForChild(readable, childId) : readable;
    if (!minutes) throw new Refused('not-found');
    const asFiled = JSON.stringify(filed);
    const whole = JSON.stringify(minutes) === asFiled;
    const addenda = await this.reader.query<{ id: string; by_id: string; text: string; at: string }>(
      'SELECT id, by_id, text, at FROM addendum WHERE minutes_id = $1 ORDER BY at, id',
      [minutesId],
    );
    return {
      minutesId,
      discussionId: row.discussion_id,
      familyId: row.family_id,
      familyName: childId ? minutes.familyName : row.name,
      kind: row.kind,
      heldOn: row.held_on,
      signedBy: row.signed_by,
      signedAt: row.signed_at,
      hash: JSON.stringify(readable) === asFiled ? row.hash : null,
      whole,
      minutes,
      // What was filed stays as it was filed, however a later release would word it.
      text: whole ? row.text : minutesText(minutes),
      addenda: childId
        ? []
        : addenda.map((a) => ({ addendumId: a.id, byId: a.by_id, text: a.text, at: a.at })),
    };
  }

  /** All of a family's, for somebody who has been let in. */
  async ofFamily(actor: Actor, familyId: string): Promise<ReadMinutes[]> {
    const rows = await this.reader.query<Row>(
      'SELECT * FROM minutes WHERE family_id = $1 ORDER BY held_on, signed_at',
      [familyId],
    );
    return rows.map((row) => ({
      minutesId: row.id,
      discussionId: row.discussion_id,
      minutes: forReader(JSON.parse(row.record) as Minutes, actor),
      signedBy: row.signed_by,
      signedAt: row.signed_at,
    }));
  }
}
