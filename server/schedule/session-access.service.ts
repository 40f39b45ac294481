import { Injectable } from '@nestjs/common';
import { maySee } from '../../shared/people.js';
import { Refused } from '../../shared/refusals.js';
import type { Cancelled, SessionReason } from '../../shared/schedule/http.js';
import type { Connection } from '../core/connection.js';
import { administers, keepsTeam } from '../core/http/keepers.js';
import type { Caller } from '../core/http/policy.js';
import { Reader } from '../core/reader.js';
import { Standing } from '../live/standing.js';

/** What is planned of a session. */
export interface PlannedRow {
  id: string;
  team_id: string;
  held_on: string;
  starts: string;
  ends: string;
  room: string;
  join_link: string;
  chair_id: string | null;
  pen_id: string | null;
  status: 'planned' | 'open' | 'closed';
  title: string;
  series_id: string | null;
  deputy_id: string | null;
}

/** A session as its table holds it. One that was called off is closed, and says when, why and who allowed it. */
export interface SessionRow extends PlannedRow {
  cancelled_at: string | null;
  cancelled_reason: SessionReason | null;
  cancelled_words: string | null;
  cancelled_allowed_by: string | null;
}

/** That a session was called off, as everybody in it may know. */
export function cancelledOf(row: SessionRow): Cancelled | null {
  const { cancelled_at: at, cancelled_reason: reason, cancelled_allowed_by: allowedBy } = row;
  return at && reason && allowedBy ? { at, reason, allowedBy } : null;
}

/** Who may see that a session is held, and who may plan it. */
@Injectable()
export class SessionAccess {
  constructor(
    private readonly reader: Reader,
    private readonly standing: Standing,
  ) {}

  /** Whoever stands to any family in it, to its team or to itself; administrators keep the diary of all. */
  async maySee(by: Caller, sessionId: string): Promise<boolean> {
    if (administers(by)) return true;
    return maySee(await this.standing.actorFor(this.reader, by.personId, `session/${sessionId}`));
  }

  async mustSee(by: Caller, sessionId: string): Promise<SessionRow> {
    const row = await this.row(this.reader, sessionId);
    if (!(await this.maySee(by, sessionId))) throw new Refused('not-found');
    return row;
  }

  /** Plans it: those who keep its team. Somebody who sees it and may not is told so; to all others it is not there. */
  async mustPlan(at: Connection, by: Caller, sessionId: string): Promise<SessionRow> {
    const row = await this.row(at, sessionId);
    if (keepsTeam(by, row.team_id)) return row;
    throw new Refused((await this.maySee(by, sessionId)) ? 'not-yours' : 'not-found');
  }

  private async row(at: Connection, sessionId: string): Promise<SessionRow> {
    const [row] = await at.query<SessionRow>('SELECT * FROM session WHERE id = $1', [sessionId]);
    if (!row) throw new Refused('not-found');
    return row;
  }
}
