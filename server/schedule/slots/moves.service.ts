import { Injectable } from '@nestjs/common';
import { Refused } from '../../../shared/refusals.js';
import { shortDate } from '../../../shared/schedule/day-in-words.js';
import type { Moved, MoveSays, MoveSlot, SlotMinutes, SwapSlots } from '../../../shared/schedule/planner.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import type { Connection } from '../../core/connection.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { Record } from '../../live/record.js';
import { namedFor } from '../names.js';
import { SessionAccess } from '../session-access.service.js';
import { SessionNews } from '../session-news.service.js';
import { allowedOf, Diary, type Late, mustBePlanned, type Sitting } from './diary.service.js';
import { Limits } from './limits.service.js';
import { MoveWords } from './move-words.service.js';
import { inserted, mustBeToCome } from './placing.service.js';
import { type SlotRow, sessionsById, slotsIn } from './rows.js';

/** A family's way from where it was seen to where it shall be. */
interface Way {
  slot: SlotRow;
  from: Sitting;
  to: Sitting;
  /** The order of `to` once it is there. */
  order: SlotRow[];
  leaving: readonly string[];
}

/**
 * Moves and swaps families that have a slot. Whoever moves names the end and where they saw the family: if somebody
 * moved it meanwhile they are told, and nothing is overwritten.
 */
@Injectable()
export class Moves {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly record: Record,
    private readonly access: SessionAccess,
    private readonly diary: Diary,
    private readonly limits: Limits,
    private readonly words: MoveWords,
    private readonly news: SessionNews,
  ) {}

  async move(by: Caller, slotId: string, move: MoveSlot): Promise<Moved> {
    return this.transactions.run(async (tx) => {
      const way = wayOf(await this.held(tx, by, [move.seenIn, move.toSessionId], [slotId]), slotId, move);
      const [late, says] = await this.allowed(tx, by, way, move.lateReason);
      await this.go(tx, by, [{ ...way, late }]);
      return { ...says, done: true, id: slotId };
    });
  }

  async sayMove(by: Caller, slotId: string, move: MoveSlot): Promise<MoveSays> {
    const sittings = await this.looked(by, [move.seenIn, move.toSessionId]);
    return this.foretold(this.reader, by, wayOf(sittings, slotId, move));
  }

  async swap(by: Caller, slotId: string, swap: SwapSlots): Promise<Moved> {
    return this.transactions.run(async (tx) => {
      const ids = [swap.seenIn, swap.withSeenIn];
      const ways = swapWays(await this.held(tx, by, ids, [slotId, swap.withSlotId]), slotId, swap);
      const [one, says] = await this.allowed(tx, by, ways[0], swap.lateReason);
      const [other, otherSays] = await this.allowed(tx, by, ways[1], swap.lateReason);
      await this.go(tx, by, [
        { ...ways[0], late: one },
        { ...ways[1], late: other },
      ]);
      return { ...together(says, otherSays), done: true, id: slotId };
    });
  }

  async saySwap(by: Caller, slotId: string, swap: SwapSlots): Promise<MoveSays> {
    const ways = swapWays(await this.looked(by, [swap.seenIn, swap.withSeenIn]), slotId, swap);
    return together(
      await this.foretold(this.reader, by, ways[0]),
      await this.foretold(this.reader, by, ways[1]),
    );
  }

  async lasts(by: Caller, slotId: string, { minutes, seenIn }: SlotMinutes): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [sitting] = (await this.held(tx, by, [seenIn], [slotId])) as [Sitting];
      const slot = seen(sitting, slotId);
      mustBePlanned(sitting);
      await this.record.append(tx, `session/${seenIn}`, 'slot.minutes', { slotId, minutes }, by.personId);
      await tx.run('UPDATE slot SET minutes = $1, plan_id = NULL WHERE id = $2', [minutes, slotId]);
      const says = `gave the family ${minutes} minutes on ${sitting.session.held_on}`;
      const [before, after] = [{ minutes: slot.minutes }, { minutes }];
      await this.acts.keepOfFamily(tx, by, slot.family_id, 'slot.minutes', says, before, after);
      await this.news.changed(tx, [seenIn], by.personId);
    });
  }

  /** Holds the sessions, and the discussions of these slots, in the transaction that changes them. */
  private async held(
    tx: Tx,
    by: Caller,
    ids: readonly string[],
    slotIds: readonly string[],
  ): Promise<Sitting[]> {
    const sessionIds = [...new Set(ids)];
    for (const id of sessionIds) await this.access.mustPlan(tx, by, id);
    const places = slotIds.map((_, i) => `$${i + 1}`).join(', ');
    const rows = await tx.query<{ discussion_id: string }>(
      `SELECT discussion_id FROM slot WHERE id IN (${places})`,
      slotIds,
    );
    return this.diary.hold(
      tx,
      sessionIds,
      rows.map((row) => row.discussion_id),
    );
  }

  private async looked(by: Caller, ids: readonly string[]): Promise<Sitting[]> {
    for (const id of ids) await this.access.mustPlan(this.reader, by, id);
    const sessions = await sessionsById(this.reader, [...new Set(ids)]);
    const slots = await slotsIn(this.reader, ids);
    return sessions.map((session) => ({
      session,
      slots: slots.filter((slot) => slot.session_id === session.id),
      seq: 0,
    }));
  }

  private async allowed(
    tx: Tx,
    by: Caller,
    way: Way,
    lateReason: string | undefined,
  ): Promise<[Late | null, MoveSays]> {
    const { slot, from, to } = way;
    mustBePlanned(from);
    mustBePlanned(to);
    mustBeToCome(to, this.clock.today());
    const late = await this.limits.mustAllow(by, {
      familyId: slot.family_id,
      teamId: slot.family_team,
      onDate: to.session.held_on,
      fromDate: from.session.held_on,
      lateReason,
      allowed: allowedOf(slot),
    });
    return [late, await this.foretold(tx, by, way)];
  }

  private async foretold(
    at: Connection,
    by: Caller,
    { slot, from, to, order, leaving }: Way,
  ): Promise<MoveSays> {
    return this.words.of(at, {
      sitting: to,
      order: namedFor(by, order),
      moved: slot,
      fromDate: from.session.held_on,
      clock: await this.limits.of(slot.family_id),
      leaving,
    });
  }

  private async go(tx: Tx, by: Caller, ways: readonly (Way & { late: Late | null })[]): Promise<void> {
    const brought = new Map<string, SlotRow>();
    for (const { slot, from, to, late } of ways) {
      if (from === to) await this.diary.allow(tx, slot.id, late);
      else brought.set(slot.id, await this.diary.bring(tx, by.personId, slot, to, late));
    }
    const orders = new Map<Sitting, readonly SlotRow[]>();
    for (const { slot, from, to, order } of ways) {
      orders.set(to, order);
      if (!orders.has(from))
        orders.set(
          from,
          from.slots.filter((one) => one.id !== slot.id),
        );
    }
    for (const [sitting, order] of orders)
      await this.diary.arrange(
        tx,
        by.personId,
        sitting,
        order.map((one) => brought.get(one.id) ?? one),
      );
    for (const { slot, from, to, late } of ways) await this.keep(tx, by, slot, from, to, late);
    await this.news.changed(
      tx,
      [...orders.keys()].map(({ session }) => session.id),
      by.personId,
    );
    if (brought.size) tx.touchAuthority();
  }

  private keep(
    tx: Tx,
    by: Caller,
    slot: SlotRow,
    { session: from }: Sitting,
    { session: to }: Sitting,
    late: Late | null,
  ): Promise<void> {
    const says =
      from === to
        ? `moved the family within the session of ${from.held_on}`
        : `moved the family from the session of ${from.held_on} to ${to.held_on}${late ? `, past its limit: ${late.reason}` : ''}`;
    const before = { sessionId: from.id, on: from.held_on };
    const after = { sessionId: to.id, on: to.held_on, ...(late ? { lateReason: late.reason } : {}) };
    return this.acts.keepOfFamily(tx, by, slot.family_id, 'slot.move', says, before, after);
  }
}

/** The slot where it was seen, or a word that it is there no more. */
function seen({ session, slots }: Sitting, slotId: string): SlotRow {
  const slot = slots.find((one) => one.id === slotId && one.outcome === null);
  if (slot) return slot;
  throw new Refused(
    'moved-on',
    `Somebody else has moved this family since you looked: it is not in the session of ${shortDate(session.held_on)} now. Look at the plan again.`,
  );
}

function sittingOf(sittings: readonly Sitting[], sessionId: string): Sitting {
  const found = sittings.find(({ session }) => session.id === sessionId);
  if (!found) throw new Refused('not-found');
  return found;
}

function wayOf(sittings: readonly Sitting[], slotId: string, move: MoveSlot): Way {
  const [from, to] = [sittingOf(sittings, move.seenIn), sittingOf(sittings, move.toSessionId)];
  const slot = seen(from, slotId);
  const others = to.slots.filter((one) => one.id !== slotId);
  return { slot, from, to, order: inserted(others, slot, move.position), leaving: [slotId] };
}

/** Each takes the other's place. */
function swapWays(sittings: readonly Sitting[], slotId: string, swap: SwapSlots): [Way, Way] {
  const [a, b] = [sittingOf(sittings, swap.seenIn), sittingOf(sittings, swap.withSeenIn)];
  const [one, other] = [seen(a, slotId), seen(b, swap.withSlotId)];
  const swapped = (slots: readonly SlotRow[]): SlotRow[] =>
    slots.map((slot) => (slot.id === one.id ? other : slot.id === other.id ? one : slot));
  const leaving = [one.id, other.id];
  return [
    { slot: one, from: a, to: b, order: swapped(b.slots), leaving },
    { slot: other, from: b, to: a, order: swapped(a.slots), leaving },
  ];
}

function together(one: MoveSays, other: MoveSays): MoveSays {
  return { ...one, needsManager: one.needsManager || other.needsManager, says: [...one.says, ...other.says] };
}
