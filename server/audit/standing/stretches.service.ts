import { Injectable } from '@nestjs/common';
import { groupedBy } from '../../../shared/audit/grouped.js';
import type { ClockEvent } from '../../../shared/cadence/events.js';
import { episodes } from '../../../shared/cadence/timeline.js';
import { eventOf, type FamilyEventRow } from '../../cadence/family-event-rows.js';
import { Reader } from '../../core/reader.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { inParts, places } from '../places.js';

/** Later than every day that is asked about. */
const always = '9999-12-31';
const atOnce = 500;

interface Stretch {
  teamId: string;
  beganAs: string;
  beganOn: string;
  closedOn: string | null;
  nextOn: string | null;
  beforeOpen: boolean;
}

/**
 * Keeps the stretches of families with teams, one row for each, as their events make them. Events are only ever added
 * to, so a family whose number of events is another is reckoned anew, and nobody else.
 */
@Injectable()
export class Stretches {
  private taken = -1;

  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
  ) {}

  /** One short question, when nothing has happened since. */
  async upToNow(): Promise<void> {
    const [found] = await this.reader.query<{ n: number | string }>('SELECT COUNT(*) AS n FROM family_event');
    const events = Number(found?.n ?? 0);
    if (events === this.taken) return;
    const rows = await this.reader.query<{ family_id: string }>(
      `SELECT e.family_id FROM family_event e GROUP BY e.family_id HAVING COUNT(*) <>
         COALESCE((SELECT MAX(s.events) FROM audit_stretch s WHERE s.family_id = e.family_id), 0)`,
    );
    const ids = rows.map((r) => r.family_id);
    for (const some of inParts(ids, atOnce)) await this.reckon(some);
    this.taken = events;
  }

  private async reckon(ids: readonly string[]): Promise<void> {
    const rows = await this.reader.query<FamilyEventRow>(
      `SELECT * FROM family_event WHERE family_id IN (${places(ids.length, 0)})`,
      ids,
    );
    const eventsOf = groupedBy(rows, (r) => r.family_id);
    await this.transactions.run(async (tx) => {
      for (const [familyId, of] of eventsOf)
        await keep(tx, familyId, stretchesOf(of.map(eventOf)), of.length);
    });
  }
}

/** As shared/cadence/timeline tells them, whatever the day asked about: what comes later never changes what was. */
function stretchesOf(events: readonly ClockEvent[]): Stretch[] {
  const found = episodes(events, always);
  return found.map(({ began, closed }, i) => ({
    teamId: began.teamId,
    beganAs: began.kind,
    beganOn: began.on,
    closedOn: closed?.on ?? null,
    nextOn: found[i + 1]?.began.on ?? null,
    beforeOpen: i > 0 && !found[i - 1]!.closed,
  }));
}

/** In place of those it had; two servers that do so at once leave the rows of whoever knew more. */
async function keep(tx: Tx, familyId: string, stretches: readonly Stretch[], events: number): Promise<void> {
  await tx.run('DELETE FROM audit_stretch WHERE family_id = $1 AND nth >= $2 AND events < $3', [
    familyId,
    stretches.length,
    events,
  ]);
  for (const [nth, { teamId, beganAs, beganOn, closedOn, nextOn, beforeOpen }] of stretches.entries())
    await tx.run(
      `INSERT INTO audit_stretch (family_id, nth, team_id, began_as, began_on, over_on, closed_on, next_on, before_open, events)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (family_id, nth) DO UPDATE SET team_id = excluded.team_id, began_as = excluded.began_as,
         began_on = excluded.began_on, over_on = excluded.over_on, closed_on = excluded.closed_on,
         next_on = excluded.next_on, before_open = excluded.before_open, events = excluded.events
       WHERE excluded.events > audit_stretch.events`,
      [
        familyId,
        nth,
        teamId,
        beganAs,
        beganOn,
        closedOn ?? nextOn ?? always,
        closedOn,
        nextOn,
        beforeOpen,
        events,
      ],
    );
}
