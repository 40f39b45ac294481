import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Carried } from '../../shared/discussion/opening.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import { carryForward } from '../../shared/minutes/carry-forward.js';
import { Refused } from '../../shared/refusals.js';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/transaction.js';
import { Record } from '../live/record.js';
import { Snapshots } from './snapshots.service.js';

/** Opens a family's discussion when none is open, and keeps the open one level with the family's file. */
@Injectable()
export class Discussions {
  constructor(
    private readonly record: Record,
    private readonly snapshots: Snapshots,
    private readonly clock: Clock,
  ) {}

  /**
   * The family's open discussion, opened now if there is none: for a family opened by hand, imported, or taken up again.
   * What the last signed one left open is carried into it.
   */
  async openFor(tx: Tx, familyId: string, by: string | null): Promise<string> {
    const [open] = await tx.query<{ id: string }>(
      `SELECT id FROM discussion WHERE family_id = $1 AND status <> 'signed'
       ORDER BY CASE status WHEN 'preparing' THEN 0 ELSE 1 END LIMIT 1`,
      [familyId],
    );
    if (open) return open.id;
    const snapshot = await this.snapshots.of(tx, familyId, this.clock.today());
    if (!snapshot) throw new Refused('not-found');
    const carried = await this.carried(tx, familyId);
    const discussionId = randomUUID();
    await tx.run(
      `INSERT INTO discussion (id, family_id, status, after_id, opened_at) VALUES ($1, $2, 'preparing', $3, $4)`,
      [discussionId, familyId, carried.afterId, this.clock.at()],
    );
    const payload = { discussionId, familyId, ...snapshot, ...carried };
    await this.record.append(tx, `discussion/${discussionId}`, 'discussion.open', payload, by);
    return discussionId;
  }

  /**
   * The first discussion of each of these families, none of which has ever had one: as `openFor`, for many in a few
   * statements.
   */
  async openFirstOfMany(tx: Tx, familyIds: readonly string[], by: string | null): Promise<void> {
    const snapshots = await this.snapshots.ofMany(tx, familyIds, this.clock.today());
    const opening = [...snapshots].map(([familyId, snapshot]) => ({
      discussionId: randomUUID(),
      familyId,
      ...snapshot,
      ...neverHeldHere(null),
    }));
    const at = this.clock.at();
    const places = opening.map((_, i) => `($${i * 3 + 1}, $${i * 3 + 2}, 'preparing', NULL, $${i * 3 + 3})`);
    await tx.run(
      `INSERT INTO discussion (id, family_id, status, after_id, opened_at) VALUES ${places.join(', ')}`,
      opening.flatMap((one) => [one.discussionId, one.familyId, at]),
    );
    for (const payload of opening)
      await this.record.append(tx, `discussion/${payload.discussionId}`, 'discussion.open', payload, by);
  }

  /** Members, plans or allocations have changed: what is being prepared shows them as they are now. */
  async refresh(tx: Tx, familyId: string, by: string | null): Promise<void> {
    const [open] = await tx.query<{ id: string }>(
      `SELECT id FROM discussion WHERE family_id = $1 AND status = 'preparing'`,
      [familyId],
    );
    const snapshot = open && (await this.snapshots.of(tx, familyId, this.clock.today()));
    if (open && snapshot)
      await this.record.append(tx, `discussion/${open.id}`, 'discussion.refresh', snapshot, by);
  }

  /** Past supervisions were brought in: a first discussion in preparation says when the last one was. */
  async takeHistory(tx: Tx, familyId: string, by: string | null): Promise<void> {
    const [open] = await tx.query<{ id: string }>(
      `SELECT id FROM discussion WHERE family_id = $1 AND status = 'preparing' AND after_id IS NULL`,
      [familyId],
    );
    if (!open) return;
    const carried = neverHeldHere(await this.lastCounted(tx, familyId));
    await this.record.append(tx, `discussion/${open.id}`, 'discussion.carry', carried, by);
  }

  private async carried(tx: Tx, familyId: string): Promise<Carried> {
    const [last] = await tx.query<{ id: string }>(
      `SELECT id FROM discussion WHERE family_id = $1 AND status = 'signed' ORDER BY signed_at DESC LIMIT 1`,
      [familyId],
    );
    const held = last && (await this.record.stateOf<DiscussionState>(`discussion/${last.id}`));
    if (held) return carryForward(held.state);
    // Nothing was held on the product yet: only the date of the last supervision is known, from the history brought in.
    return neverHeldHere(await this.lastCounted(tx, familyId));
  }

  private async lastCounted(tx: Tx, familyId: string): Promise<string | null> {
    const [past] = await tx.query<{ held_on: string | null }>(
      'SELECT MAX(held_on) AS held_on FROM supervision WHERE family_id = $1 AND counts = 1',
      [familyId],
    );
    return past?.held_on ?? null;
  }
}

/** What a family's first discussion here takes over: at most the date of the last supervision elsewhere. */
function neverHeldHere(lastHeldOn: string | null): Carried {
  return {
    afterId: null,
    lastHeldOn,
    lastProse: {},
    lastSteps: [],
    challenges: [],
    scaleLast: { group: null, scores: {} },
  };
}
