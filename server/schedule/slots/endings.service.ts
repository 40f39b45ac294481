import { Injectable } from '@nestjs/common';
import { Refused } from '../../../shared/refusals.js';
import { shortDate } from '../../../shared/schedule/day-in-words.js';
import type { SlotRemoval } from '../../../shared/schedule/http.js';
import { counted } from '../../../shared/schedule/in-words.js';
import { daysBetween } from '../../../shared/schedule/lateness.js';
import type { EndSlot, SlotEnded } from '../../../shared/schedule/planner.js';
import { type SlotReason, slotReasons } from '../../../shared/session/state.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import type { Caller } from '../../core/http/policy.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { SessionAccess } from '../session-access.service.js';
import { SessionNews } from '../session-news.service.js';
import { Diary, type Late, mustBePlanned, type Sitting } from './diary.service.js';
import { Limits } from './limits.service.js';
import { mustManage } from './managers.js';
import { mustBeToCome } from './placing.service.js';
import { type SlotRow, slotById } from './rows.js';

/** How a slot came to nothing, and who allowed that. */
interface Ending {
  outcome: 'postponed' | 'cancelled';
  reason: SlotReason;
  words: string;
  allowedBy: string;
}

/** Takes families out of sessions before their turn, with the reason; everything prepared stays with them. */
@Injectable()
export class Endings {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly access: SessionAccess,
    private readonly diary: Diary,
    private readonly limits: Limits,
    private readonly news: SessionNews,
  ) {}

  /** Postponed or cancelled, allowed by a manager who is named; postponed to another session at once, if one is given. */
  async end(by: Caller, slotId: string, ending: EndSlot): Promise<SlotEnded> {
    return this.transactions.run(async (tx) => {
      const there = await slotById(tx, slotId);
      if (!there) throw new Refused('not-found');
      await this.access.mustPlan(tx, by, there.session_id);
      const to = ending.toSessionId;
      if (to === there.session_id) throw new Refused('already-there', 'This family is in this session.');
      if (to) await this.access.mustPlan(tx, by, to);
      const sittings = await this.diary.hold(
        tx,
        [there.session_id, ...(to ? [to] : [])],
        [there.discussion_id],
      );
      const [from, next] = sittings as [Sitting, Sitting?];
      const slot = from.slots.find((one) => one.id === slotId && one.outcome === null);
      if (!slot) throw new Refused('slot-ended');
      mustBePlanned(from);
      await mustManage(tx, ending.allowedBy, from.session.team_id, this.clock.today());
      const late = next ? await this.mayGoTo(by, slot, from, next, ending.lateReason) : null;
      await this.finish(tx, by, from, slot, ending);
      if (next) await this.goOn(tx, by, slot, next, late);
      return this.told(slot, from, next, ending);
    });
  }

  /** Taken out on the page of the session; which of the two it is, the reason says. */
  async takeOut(
    by: Caller,
    sessionId: string,
    slotId: string,
    { reason, words, allowedBy }: SlotRemoval,
  ): Promise<SlotEnded> {
    return this.transactions.run(async (tx) => {
      await this.access.mustPlan(tx, by, sessionId);
      const there = await slotById(tx, slotId);
      if (there?.session_id !== sessionId) throw new Refused('no-such-slot');
      const [from] = (await this.diary.hold(tx, [sessionId], [there.discussion_id])) as [Sitting];
      const slot = from.slots.find((one) => one.id === slotId && one.outcome === null);
      if (!slot) throw new Refused('no-such-slot');
      mustBePlanned(from);
      await mustManage(tx, allowedBy, from.session.team_id, this.clock.today());
      const outcome = reason === 'closed-or-transferred' ? 'cancelled' : 'postponed';
      const ending: Ending = { outcome, reason, words, allowedBy };
      await this.finish(tx, by, from, slot, ending);
      return this.told(slot, from, undefined, ending);
    });
  }

  private async finish(tx: Tx, by: Caller, from: Sitting, slot: SlotRow, ending: Ending): Promise<void> {
    const { outcome, reason, words, allowedBy } = ending;
    await this.diary.free(tx, by.personId, slot);
    const told = [slotReasons[reason], words].filter(Boolean).join('. ').slice(0, 300);
    const others = from.slots.filter((one) => one.id !== slot.id);
    await this.diary.arrange(tx, by.personId, from, others, told);
    await tx.run(
      `UPDATE slot SET position = -1, outcome = $1, reason = $2, note = $3, outcome_at = $4, outcome_by = $5, plan_id = NULL
       WHERE id = $6`,
      [outcome, reason, words, this.clock.at(), allowedBy, slot.id],
    );
    await this.acts.keepOfFamily(
      tx,
      by,
      slot.family_id,
      'slot.remove',
      `took the family out of the session of ${from.session.held_on}: ${told}`,
      { sessionId: from.session.id },
      { reason, words, ...(allowedBy === by.personId ? {} : { allowedBy }) },
    );
    await this.news.changed(tx, [from.session.id], by.personId);
    tx.touchAuthority();
  }

  private async mayGoTo(
    by: Caller,
    slot: SlotRow,
    from: Sitting,
    to: Sitting,
    lateReason: string | undefined,
  ): Promise<Late | null> {
    mustBePlanned(to);
    mustBeToCome(to, this.clock.today());
    return this.limits.mustAllow(by, {
      familyId: slot.family_id,
      teamId: slot.family_team,
      onDate: to.session.held_on,
      fromDate: from.session.held_on,
      lateReason,
      allowed: null,
    });
  }

  private async goOn(tx: Tx, by: Caller, slot: SlotRow, to: Sitting, late: Late | null): Promise<void> {
    const seat = { discussionId: slot.discussion_id, minutes: slot.minutes, planId: null, late };
    const next = await this.diary.seat(tx, by.personId, to, seat);
    await this.diary.arrange(tx, by.personId, to, [...to.slots, next]);
    await tx.run('UPDATE slot SET moved_to_slot_id = $1 WHERE id = $2', [next.id, slot.id]);
    const says = `put the family into the session of ${to.session.held_on}, ${to.session.starts}`;
    const after = { sessionId: to.session.id, minutes: slot.minutes };
    await this.acts.keepOfFamily(tx, by, slot.family_id, 'slot.add', says, undefined, after);
    await this.news.changed(tx, [to.session.id], by.personId);
  }

  private async told(
    slot: SlotRow,
    from: Sitting,
    next: Sitting | undefined,
    { outcome }: Ending,
  ): Promise<SlotEnded> {
    const { dueBy } = await this.limits.of(slot.family_id);
    const newDate = next?.session.held_on ?? null;
    const daysToNewDate = newDate && daysBetween(from.session.held_on, newDate);
    const breaches = dueBy !== null && (newDate ?? this.clock.today()) > dueBy;
    const what = outcome === 'postponed' ? 'Postponed' : 'Cancelled';
    const where = newDate
      ? `to ${shortDate(newDate)}, ${counted(Number(daysToNewDate), 'day')} on`
      : 'without a new day yet';
    const limit = dueBy
      ? breaches
        ? `That is past the limit of ${shortDate(dueBy)}.`
        : newDate
          ? `That is inside the limit of ${shortDate(dueBy)}.`
          : `The limit is ${shortDate(dueBy)}.`
      : '';
    return {
      done: true,
      newDate,
      daysToNewDate: daysToNewDate === null ? null : Number(daysToNewDate),
      dueBy,
      breaches,
      says: `${what} ${where}. ${limit}`.trim(),
    };
  }
}
