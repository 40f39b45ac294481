import { Injectable } from '@nestjs/common';
import type { Done } from '../../../shared/fields.js';
import { Refused } from '../../../shared/refusals.js';
import { shortDate } from '../../../shared/schedule/day-in-words.js';
import { minutesOf, timeOf } from '../../../shared/schedule/local-time.js';
import type { LengthenSession, Moved, MoveSays, PlaceFamily } from '../../../shared/schedule/planner.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import type { Connection } from '../../core/connection.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { FamilyAccess } from '../../families/family-access.service.js';
import { Record } from '../../live/record.js';
import { namedFor } from '../names.js';
import { SessionAccess } from '../session-access.service.js';
import { SessionNews } from '../session-news.service.js';
import { planOf } from '../session-plan.js';
import { Diary, mustBePlanned, type Sitting } from './diary.service.js';
import { childrenOf, minutesFor } from './lengths.js';
import { Limits } from './limits.service.js';
import { MoveWords, type Seated } from './move-words.service.js';
import { slotsIn } from './rows.js';

interface Open {
  discussionId: string;
  familyId: string;
  familyName: string;
  teamId: string;
  sessionId: string | null;
}

/** Puts families that are in no session into one. */
@Injectable()
export class Placing {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly record: Record,
    private readonly access: SessionAccess,
    private readonly families: FamilyAccess,
    private readonly diary: Diary,
    private readonly limits: Limits,
    private readonly words: MoveWords,
    private readonly news: SessionNews,
  ) {}

  async place(by: Caller, sessionId: string, place: PlaceFamily): Promise<Moved> {
    return this.transactions.run(async (tx) => {
      await this.access.mustPlan(tx, by, sessionId);
      const open = await this.open(tx, by, place.familyId);
      const [sitting] = (await this.diary.hold(tx, [sessionId], [open.discussionId])) as [Sitting];
      mustBePlanned(sitting);
      mustBeToCome(sitting, this.clock.today());
      return this.put(tx, by, sitting, open, place);
    });
  }

  async say(by: Caller, sessionId: string, place: PlaceFamily): Promise<MoveSays> {
    const session = await this.access.mustPlan(this.reader, by, sessionId);
    const open = await this.open(this.reader, by, place.familyId);
    const slots = await slotsIn(this.reader, [sessionId]);
    return this.foretold(this.reader, by, { session, slots, seq: 0 }, open, place);
  }

  /** By hand, also into a session that is open: it joins at the end, and what people have read of it is fixed as it does. */
  async putByHand(by: Caller, sessionId: string, place: PlaceFamily): Promise<string> {
    return this.transactions.run(async (tx) => {
      const { status } = await this.access.mustPlan(tx, by, sessionId);
      if (status === 'closed') throw new Refused('closed');
      const open = await this.open(tx, by, place.familyId);
      const [sitting] = (await this.diary.hold(tx, [sessionId], [open.discussionId])) as [Sitting];
      if (sitting.session.status === 'closed') throw new Refused('closed');
      if (sitting.session.status === 'planned') mustBeToCome(sitting, this.clock.today());
      const { id } = await this.put(tx, by, sitting, open, place);
      if (sitting.session.status === 'open')
        await this.record.append(tx, `discussion/${open.discussionId}`, 'brief.fix', {}, by.personId);
      return id;
    });
  }

  /** Makes the session longer, and puts the family at its end. */
  async lengthen(
    by: Caller,
    sessionId: string,
    { minutes, familyId, lateReason }: LengthenSession,
  ): Promise<Moved | Done> {
    return this.transactions.run(async (tx) => {
      await this.access.mustPlan(tx, by, sessionId);
      const open = familyId ? await this.open(tx, by, familyId) : null;
      const [sitting] = (await this.diary.hold(tx, [sessionId], open ? [open.discussionId] : [])) as [
        Sitting,
      ];
      mustBePlanned(sitting);
      mustBeToCome(sitting, this.clock.today());
      const { session } = sitting;
      const end = minutesOf(session.ends) + minutes;
      if (end >= 24 * 60) throw new Refused('bad-dates', 'A session ends on the day on which it begins.');
      const longer: Sitting = { ...sitting, session: { ...session, ends: timeOf(end) } };
      await tx.run('UPDATE session SET ends = $1 WHERE id = $2', [timeOf(end), sessionId]);
      await this.record.append(
        tx,
        `session/${sessionId}`,
        'session.plan',
        planOf(longer.session),
        by.personId,
      );
      await this.acts.keep(tx, {
        byId: by.personId,
        kind: 'session.change',
        subject: 'session',
        subjectId: sessionId,
        says: `made the session of ${session.held_on} ${minutes} minutes longer`,
        before: { endsAt: session.ends },
        after: { endsAt: timeOf(end) },
      });
      if (open) return this.put(tx, by, longer, open, { familyId: open.familyId, lateReason });
      await this.news.changed(tx, [sessionId], by.personId);
      return { done: true };
    });
  }

  private async put(tx: Tx, by: Caller, sitting: Sitting, open: Open, place: PlaceFamily): Promise<Moved> {
    const { session } = sitting;
    if (open.sessionId === session.id) throw new Refused('already-there', 'This family is in this session.');
    const late = await this.limits.mustAllow(by, {
      familyId: open.familyId,
      teamId: open.teamId,
      onDate: session.held_on,
      fromDate: null,
      lateReason: place.lateReason,
      allowed: null,
    });
    const says = await this.foretold(tx, by, sitting, open, place);
    const minutes = await this.minutes(tx, open, place);
    const slot = await this.diary.seat(tx, by.personId, sitting, {
      discussionId: open.discussionId,
      minutes,
      planId: null,
      late,
    });
    await this.diary.arrange(tx, by.personId, sitting, inserted(sitting.slots, slot, place.position));
    await this.acts.keepOfFamily(
      tx,
      by,
      open.familyId,
      'slot.add',
      `put the family into the session of ${session.held_on}, ${session.starts}${late ? `, past its limit: ${late.reason}` : ''}`,
      undefined,
      { sessionId: session.id, minutes, ...(late ? { lateReason: late.reason } : {}) },
    );
    await this.news.changed(tx, [session.id], by.personId);
    // Who may see the family's discussion now hangs on the session too: its chair, its guests.
    tx.touchAuthority();
    return { ...says, done: true, id: slot.id };
  }

  private async foretold(
    at: Connection,
    by: Caller,
    sitting: Sitting,
    open: Open,
    place: PlaceFamily,
  ): Promise<MoveSays> {
    const moved: Seated = {
      id: open.discussionId,
      family_id: open.familyId,
      family_name: open.familyName,
      minutes: await this.minutes(at, open, place),
      outcome: null,
    };
    const clock = await this.limits.of(open.familyId);
    const order = inserted<Seated>(namedFor(by, sitting.slots), moved, place.position);
    return this.words.of(at, { sitting, order, moved, fromDate: null, clock });
  }

  private async minutes(at: Connection, { familyId }: Open, place: PlaceFamily): Promise<number> {
    if (place.minutes) return place.minutes;
    const children = await childrenOf(at, [familyId], this.clock.today());
    return minutesFor(children.get(familyId), await this.limits.of(familyId));
  }

  private async open(at: Connection, by: Caller, familyId: string): Promise<Open> {
    await this.families.mustKeep(at, by, familyId);
    const [open] = await at.query<Open>(
      `SELECT d.id AS "discussionId", d.family_id AS "familyId", f.name AS "familyName", f.team_id AS "teamId",
         d.session_id AS "sessionId"
       FROM discussion d JOIN family f ON f.id = d.family_id WHERE d.family_id = $1 AND d.status = 'preparing'`,
      [familyId],
    );
    if (!open) throw new Refused('not-found', 'This family has no discussion open for preparation.');
    return open;
  }
}

/** The order with one more at this place; without a place, or past the end, at the end. */
export function inserted<S>(order: readonly S[], one: S, position = order.length): S[] {
  return [...order.slice(0, position), one, ...order.slice(position)];
}

/** What is planned is planned for days to come. */
export function mustBeToCome({ session }: Pick<Sitting, 'session'>, today: string): void {
  if (session.held_on < today)
    throw new Refused('bad-dates', `The day of this session, ${shortDate(session.held_on)}, has passed.`);
}
