import { Inject, Injectable } from '@nestjs/common';
import { type About, askWords, chaseWords, remindWords } from '../../../shared/messages/words.js';
import { dueWhenAsked } from '../../../shared/schedule/preparation.js';
import type { Config } from '../../config.js';
import { CONFIG } from '../../core/tokens.js';
import type { Tx } from '../../core/transaction.js';
import { Outbox } from '../../messages/outbox.service.js';
import { type PreparedSession, PreparedSessions, type Review } from './prepared-sessions.service.js';

const gone = 'no longer planned';

/** Asks for reviews, reminds of them, and tells those who can ask after them. Each answers what came of it, in figures. */
@Injectable()
export class Asking {
  constructor(
    private readonly sessions: PreparedSessions,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Asks whoever works with the family of this slot for everything they owe to its session, in one message. */
  async ask(tx: Tx, slotId: string, day: string): Promise<string> {
    const session = await this.sessions.ofSlot(tx, slotId);
    const slot = session?.slots.find((one) => one.slotId === slotId);
    if (!session || !slot) return gone;
    const dueOn = dueWhenAsked(day, session.date, session.days, session.office);
    const owed = await this.owed(tx, session);
    const asked = peopleIn(slot.reviews).filter((personId) => owed.has(personId));
    for (const personId of asked)
      await this.outbox.write(tx, {
        key: askedKey(session, personId, dueOn),
        personId,
        words: askWords(this.about(session), session.date, dueOn, owed.get(personId) ?? []),
      });
    return `${asked.length} asked`;
  }

  /** Reminds those who were asked in time and are not ready; whoever was asked late has just heard of it. */
  async remind(tx: Tx, sessionId: string, day: string): Promise<string> {
    const session = await this.sessions.session(tx, sessionId);
    if (!session) return gone;
    const { dueOn } = session.days;
    let reminded = 0;
    for (const [personId, discussionIds] of await this.owed(tx, session)) {
      if (!(await this.outbox.has(tx, askedKey(session, personId, dueOn)))) continue;
      const words = remindWords(this.about(session), session.date, dueOn, day, discussionIds);
      await this.outbox.write(tx, {
        key: `reviews.remind/${sessionId}/${personId}/${dueOn}`,
        personId,
        words,
      });
      reminded += 1;
    }
    return `${reminded} reminded`;
  }

  /** Tells the team's business support and the chair how many reviews are still to come. */
  async chase(tx: Tx, sessionId: string, day: string): Promise<string> {
    const session = await this.sessions.session(tx, sessionId);
    if (!session) return gone;
    const all = reviewsOf(session);
    const missing = (await this.sessions.owed(all)).length;
    if (!missing) return 'all ready';
    const words = chaseWords(this.about(session), session.date, missing, all.length);
    const chasers = await this.chasers(tx, session, day);
    for (const personId of chasers)
      await this.outbox.write(tx, {
        key: `chase.list/${sessionId}/${personId}/${session.days.chaseOn}`,
        personId,
        words,
      });
    return `${chasers.size} told, ${missing} of ${all.length} to come`;
  }

  /** What each person who can be reached still owes to a session: the discussions, each once. */
  private async owed(tx: Tx, session: PreparedSession): Promise<Map<string, string[]>> {
    const owed = new Map<string, string[]>();
    const all = reviewsOf(session);
    const reached = await this.outbox.reaches(tx, peopleIn(all));
    for (const { personId, discussionId } of await this.sessions.owed(all))
      if (reached.has(personId))
        owed.set(personId, [...new Set([...(owed.get(personId) ?? []), discussionId])]);
    return owed;
  }

  private async chasers(tx: Tx, { teamId, chairId }: PreparedSession, day: string): Promise<Set<string>> {
    const rows = await tx.query<{ person_id: string }>(
      `SELECT person_id FROM person_role WHERE role = 'business-support' AND team_id = $1
         AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2) ORDER BY person_id`,
      [teamId, day],
    );
    return this.outbox.reaches(tx, [...rows.map((row) => row.person_id), ...(chairId ? [chairId] : [])]);
  }

  private about({ sessionId, teamName }: PreparedSession): About {
    return { sessionId, teamName, at: this.config.publicUrl };
  }
}

function reviewsOf(session: PreparedSession): Review[] {
  return session.slots.filter(({ draft }) => !draft).flatMap(({ reviews }) => reviews);
}

function peopleIn(reviews: readonly Review[]): string[] {
  return [...new Set(reviews.map(({ personId }) => personId))];
}

function askedKey({ sessionId }: PreparedSession, personId: string, dueOn: string): string {
  return `reviews.ask/${sessionId}/${personId}/${dueOn}`;
}
