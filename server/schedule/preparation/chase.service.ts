import { Injectable } from '@nestjs/common';
import type { ChaseList, ChaseRow } from '../../../shared/messages/chase.js';
import { Refused } from '../../../shared/refusals.js';
import { Clock } from '../../core/clock.js';
import { keepsTeam } from '../../core/http/keepers.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { type PreparedSession, PreparedSessions } from './prepared-sessions.service.js';

/** Who still owes what, by when: for those who keep the team. */
@Injectable()
export class Chase {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly sessions: PreparedSessions,
  ) {}

  /** The sessions whose reviews have been asked for, of one team or of every team that the caller keeps. */
  async lists(by: Caller, teamId?: string): Promise<ChaseList[]> {
    if (teamId !== undefined && !keepsTeam(by, teamId)) throw new Refused('not-found');
    const today = this.clock.today();
    const sessions = await this.sessions.upcoming(this.reader, today, teamId);
    const lists: ChaseList[] = [];
    for (const session of sessions)
      if (session.days.askOn <= today && keepsTeam(by, session.teamId))
        lists.push(await this.listOf(session));
    return lists;
  }

  /** One session, whoever asks having been let in. */
  async listOf({ sessionId, teamId, date, days, slots }: PreparedSession): Promise<ChaseList> {
    const reviews = await this.sessions.states(slots.flatMap((slot) => slot.reviews));
    const rows = reviews.map((review): ChaseRow => ({ ...review, dueOn: days.dueOn }));
    return { sessionId, teamId, date, rows };
  }
}
