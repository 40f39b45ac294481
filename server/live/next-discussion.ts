import { randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Carried } from '../../shared/discussion/opening.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import { carriedInto } from '../../shared/minutes/carry-forward.js';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/transaction.js';
import { Snapshots } from '../families/snapshots.service.js';
import { Drafts } from './drafts.js';

/** What happens to a discussion before anybody has written in it or given it a place. */
const unused: readonly string[] = ['discussion.open', 'discussion.refresh', 'brief.read'];

/**
 * One discussion follows another: the next is open for preparation from the moment this one has been held, and what
 * this one leaves open arrives in it when this one is signed.
 */
@Injectable()
export class NextDiscussion {
  constructor(
    private readonly drafts: Drafts,
    private readonly snapshots: Snapshots,
    private readonly clock: Clock,
  ) {}

  /** The discussion that follows this one and is not signed yet. */
  async after(tx: Tx, discussionId: string): Promise<string | null> {
    const [next] = await tx.query<{ id: string }>(
      `SELECT id FROM discussion WHERE after_id = $1 AND status <> 'signed'`,
      [discussionId],
    );
    return next?.id ?? null;
  }

  /** This one has been held: the next opens, if it is not open already, with nothing carried yet. */
  async open(tx: Tx, held: DiscussionState, by: string | null): Promise<void> {
    if (await this.after(tx, held.discussionId)) return;
    const { discussionId: afterId, lastHeldOn } = held;
    const scaleLast = { group: null, scores: {} };
    await this.begin(
      tx,
      held,
      { afterId, lastHeldOn, lastProse: {}, lastSteps: [], challenges: [], scaleLast },
      by,
    );
  }

  /**
   * This one is to be as if it had not been held: the next closes again, if nothing was done in it but to open and read
   * it. Its log stays. False where it is in use: then both stay as they are.
   */
  async withdraw(tx: Tx, discussionId: string): Promise<boolean> {
    const sql = 'SELECT id FROM discussion WHERE after_id = $1';
    for (const { id } of await tx.query<{ id: string }>(sql, [discussionId])) {
      if ((await this.drafts.kindsIn(tx, `discussion/${id}`)).some((kind) => !unused.includes(kind)))
        return false;
      await tx.run('DELETE FROM discussion WHERE id = $1', [id]);
      // Whoever has it open hears that it is gone, and nobody writes in it any more.
      tx.touchAuthority();
    }
    return true;
  }

  /** This one is signed: what it leaves open goes into the next. */
  async carry(tx: Tx, signed: DiscussionState, carried: Carried, by: string): Promise<void> {
    const next = await this.unsignedAfter(tx, signed);
    if (!next) return this.begin(tx, signed, carried, by);
    const logId = `discussion/${next}`;
    const state = (await this.drafts.stateIn(tx, logId)) as DiscussionState;
    const payload = carriedInto(state, carried, randomInt(2 ** 32));
    await this.drafts.append(tx, logId, 'discussion.carry', payload, by);
  }

  /**
   * The first after this one that can still take what it leaves open. Later ones may have been signed before it: nobody has
   * to wait for a colleague's record.
   */
  private async unsignedAfter(
    tx: Tx,
    { discussionId, familyId }: DiscussionState,
  ): Promise<string | undefined> {
    const all = await tx.query<{ id: string; afterId: string | null; status: string }>(
      'SELECT id, after_id AS "afterId", status FROM discussion WHERE family_id = $1',
      [familyId],
    );
    const after = (id: string) => all.find(({ afterId }) => afterId === id);
    let next = after(discussionId);
    while (next?.status === 'signed') next = after(next.id);
    // One that was opened by hand follows none, and is the next.
    return (next ?? all.find(({ status }) => status === 'preparing'))?.id;
  }

  private async begin(
    tx: Tx,
    { familyId }: DiscussionState,
    carried: Carried,
    by: string | null,
  ): Promise<void> {
    const [family] = await tx.query<{ status: string }>('SELECT status FROM family WHERE id = $1', [
      familyId,
    ]);
    const [open] = await tx.query(`SELECT id FROM discussion WHERE family_id = $1 AND status = 'preparing'`, [
      familyId,
    ]);
    // A closed family has no next one. One that is open without following this one was opened by hand, and is the next.
    if (open || family?.status !== 'open') return;
    const snapshot = await this.snapshots.of(tx, familyId, this.clock.today());
    const discussionId = randomUUID();
    await tx.run(
      `INSERT INTO discussion (id, family_id, status, after_id, opened_at) VALUES ($1, $2, 'preparing', $3, $4)`,
      [discussionId, familyId, carried.afterId, this.clock.at()],
    );
    const payload = { discussionId, familyId, ...snapshot, ...carried };
    await this.drafts.append(tx, `discussion/${discussionId}`, 'discussion.open', payload, by);
  }
}
