import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Entry } from '../../shared/live/change.js';
import { mayContribute } from '../../shared/people.js';
import { Refused } from '../../shared/refusals.js';
import type { SessionDeputy } from '../../shared/session/planning.js';
import type { SessionState } from '../../shared/session/state.js';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/transaction.js';
import { Consequences, type Recording } from './consequences.js';
import { subjectOf } from './definitions.js';
import { Drafts } from './drafts.js';
import { Standing } from './standing.js';

/** What follows from who sits where in a session: chair, pen, observers, deputies, and the order and length of slots. */
@Injectable()
export class Seating {
  constructor(
    consequences: Consequences,
    private readonly drafts: Drafts,
    private readonly standing: Standing,
    private readonly clock: Clock,
  ) {
    consequences.of('chair.pass', (r) => this.passChair(r));
    consequences.of('pen.pass', (r) => this.passPen(r));
    consequences.of('session.observe', (r) => this.observe(r));
    consequences.of('session.deputy', (r) => this.deputy(r));
    consequences.of('session.dismiss', (r) => this.dismiss(r));
    consequences.of('session.reorder', (r) => this.reorder(r));
    consequences.of('slot.minutes', (r) => this.minutes(r));
  }

  private async passChair(r: Recording): Promise<Entry> {
    const { personId } = r.payload as { personId: string };
    const [manager] = await r.tx.query(
      `SELECT r.id FROM person p JOIN person_role r ON r.person_id = p.id
       WHERE p.id = $1 AND (p.ended_on IS NULL OR p.ended_on > $2)
         AND r.role IN ('team-manager', 'deputy-manager', 'service-manager')
         AND r.from_on <= $2 AND (r.to_on IS NULL OR r.to_on >= $2)`,
      [personId, this.clock.today()],
    );
    if (!manager) throw new Refused('manager-only', 'Only a manager can take the chair.');
    const before = r.log.state as SessionState;
    const entry = r.add(r.payload);
    const { inPlaceOf } = r.log.state as SessionState;
    const sessionId = subjectOf(r.log.base.logId);
    await r.tx.run('UPDATE session SET chair_id = $2 WHERE id = $1', [sessionId, personId]);
    r.tx.touchAuthority([personId, r.actor.personId, ...(before.chairId ? [before.chairId] : [])]);
    await this.tellBegun(r, sessionId, 'chair.set', { personId, inPlaceOf });
    return entry;
  }

  private async passPen(r: Recording): Promise<Entry> {
    const { personId } = r.payload as { personId: string };
    const holder = await this.standing.actorFor(r.tx, personId, r.log.base.logId);
    if (!mayContribute(holder)) throw new Refused('no-such-person');
    const entry = r.add(r.payload);
    const sessionId = subjectOf(r.log.base.logId);
    await r.tx.run('UPDATE session SET pen_id = $2 WHERE id = $1', [sessionId, personId]);
    await this.tellBegun(r, sessionId, 'pen.set', { personId });
    return entry;
  }

  private async observe(r: Recording): Promise<Entry> {
    const { personId } = r.payload as { personId: string };
    return this.admit(r, personId, 'observer', null, null);
  }

  /** A deputy is of the same discipline: they sit in for a colleague's work, not for their chair. */
  private async deputy(r: Recording): Promise<Entry> {
    const { personId, forPersonId, discipline } = r.payload as SessionDeputy;
    const [person] = await r.tx.query<{ discipline: string }>('SELECT discipline FROM person WHERE id = $1', [
      personId,
    ]);
    if (person?.discipline !== discipline) throw new Refused('no-such-person');
    return this.admit(r, personId, 'deputy', discipline, forPersonId);
  }

  private async admit(
    r: Recording,
    personId: string,
    as: 'observer' | 'deputy',
    discipline: string | null,
    inPlaceOf: string | null,
  ): Promise<Entry> {
    const ids = inPlaceOf ? [personId, inPlaceOf] : [personId];
    for (const id of ids) if (!(await this.isThere(r.tx, id))) throw new Refused('no-such-person');
    const entry = r.add(r.payload);
    const sessionId = subjectOf(r.log.base.logId);
    await this.letOut(r.tx, sessionId, personId);
    await r.tx.run(
      `INSERT INTO session_guest (id, session_id, person_id, "as", discipline, in_place_of, admitted_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [randomUUID(), sessionId, personId, as, discipline, inPlaceOf, r.actor.personId],
    );
    return entry;
  }

  private async dismiss(r: Recording): Promise<Entry> {
    const { personId } = r.payload as { personId: string };
    const entry = r.add(r.payload);
    await this.letOut(r.tx, subjectOf(r.log.base.logId), personId);
    return entry;
  }

  private async letOut(tx: Tx, sessionId: string, personId: string): Promise<void> {
    await tx.run('DELETE FROM session_guest WHERE session_id = $1 AND person_id = $2', [sessionId, personId]);
    tx.touchAuthority([personId]);
  }

  private async isThere(tx: Tx, personId: string): Promise<boolean> {
    const sql = 'SELECT id FROM person WHERE id = $1 AND (ended_on IS NULL OR ended_on > $2)';
    return (await tx.query(sql, [personId, this.clock.today()])).length > 0;
  }

  private async reorder(r: Recording): Promise<Entry> {
    const entry = r.add(r.payload);
    const { slots } = r.log.state as SessionState;
    for (const [position, { slotId }] of slots.entries())
      await r.tx.run('UPDATE slot SET position = $2 WHERE id = $1', [slotId, position]);
    return entry;
  }

  private async minutes(r: Recording): Promise<Entry> {
    const { slotId, minutes } = r.payload as { slotId: string; minutes: number };
    const entry = r.add(r.payload);
    await r.tx.run('UPDATE slot SET minutes = $2 WHERE id = $1', [slotId, minutes]);
    return entry;
  }

  /** The discussions that have begun in this session and are not signed hear who has the chair or the pen. */
  private async tellBegun(r: Recording, sessionId: string, kind: string, payload: unknown): Promise<void> {
    const begun = await r.tx.query<{ id: string }>(
      `SELECT id FROM discussion WHERE session_id = $1 AND status IN ('live', 'held') ORDER BY id`,
      [sessionId],
    );
    for (const { id } of begun)
      await this.drafts.append(r.tx, `discussion/${id}`, kind, payload, r.actor.personId);
  }
}
