import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { inOrder, standing } from '../../shared/cadence/timeline.js';
import { Clock } from '../core/clock.js';
import type { Connection } from '../core/connection.js';
import type { Tx } from '../core/transaction.js';
import { eventOf, type FamilyEventRow } from './family-event-rows.js';

export type FamilyEventKind = FamilyEventRow['kind'];

/** Something that moves a family's clock, as it is told. What is left out is not there. */
export interface FamilyEvent {
  familyId: string;
  /** The local day on which it was so. */
  on: string;
  kind: FamilyEventKind;
  teamId?: string | null;
  untilOn?: string | null;
  reason?: string;
  approvedBy?: string | null;
  byId: string | null;
}

/** What moves a family's clock besides its discussions. Only ever added to: a wrong day is corrected by another event. */
@Injectable()
export class FamilyEvents {
  constructor(private readonly clock: Clock) {}

  async keep(tx: Tx, event: FamilyEvent, replaces: string | null = null): Promise<string> {
    const id = randomUUID();
    await tx.run(
      `INSERT INTO family_event (id, family_id, on_day, kind, team_id, until_on, reason, approved_by, by_id, known_at, replaces)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        event.familyId,
        event.on,
        event.kind,
        event.teamId ?? null,
        event.untilOn ?? null,
        event.reason ?? '',
        event.approvedBy ?? null,
        event.byId,
        this.clock.at(),
        replaces,
      ],
    );
    return id;
  }

  /** The day on which the present stretch with a team began was given wrongly; or it was not known at all until now. */
  async correctBeginning(tx: Tx, event: Omit<FamilyEvent, 'kind'>): Promise<void> {
    const now = await this.last(tx, event.familyId, ['allocated', 'transferred', 'reopened']);
    await this.keep(tx, { ...event, kind: now?.kind ?? 'allocated' }, now?.id ?? null);
  }

  /** The day on which it was closed, or why, was given wrongly. */
  async correctClosing(tx: Tx, event: Omit<FamilyEvent, 'kind'>): Promise<void> {
    const now = await this.last(tx, event.familyId, ['closed']);
    await this.keep(tx, { ...event, kind: 'closed' }, now?.id ?? null);
  }

  /** The newest of these that stands, with its row. */
  async last(
    at: Connection,
    familyId: string,
    kinds: readonly FamilyEventKind[],
  ): Promise<FamilyEventRow | null> {
    const rows = await at.query<FamilyEventRow>('SELECT * FROM family_event WHERE family_id = $1', [
      familyId,
    ]);
    const newest = inOrder(standing(rows.map(eventOf))).findLast((e) =>
      kinds.some((kind) => kind === e.kind),
    );
    return rows.find((row) => row.id === newest?.eventId) ?? null;
  }
}
