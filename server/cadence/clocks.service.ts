import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { SupervisionClock } from '../../shared/cadence/events.js';
import { dueBy } from '../../shared/schedule/cadence.js';
import { workingDayOnOrBefore } from '../../shared/schedule/working-days.js';
import { Clock } from '../core/clock.js';
import { Reader } from '../core/reader.js';

interface Row {
  id: string;
  team_id: string;
  status: string;
  allocated_on: string | null;
  last: string | null;
}

/** The supervision clocks of families: the smallest that serves until the whole of it lands. */
@Injectable()
export class Clocks {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  async of(familyIds: readonly string[], asAt = this.clock.today()): Promise<Map<string, SupervisionClock>> {
    if (!familyIds.length) return new Map();
    return this.read(`f.id IN (${familyIds.map((_, i) => `$${i + 2}`).join(', ')})`, asAt, familyIds);
  }

  ofTeam(teamId: string, asAt = this.clock.today()): Promise<Map<string, SupervisionClock>> {
    return this.read('f.team_id = $2', asAt, [teamId]);
  }

  private async read(
    where: string,
    asAt: string,
    params: readonly string[],
  ): Promise<Map<string, SupervisionClock>> {
    const rows = await this.reader.query<Row>(
      `SELECT f.id, f.team_id, f.status, f.allocated_on, (SELECT MAX(held_on) FROM (
         SELECT held_on, family_id FROM supervision WHERE counts = 1
         UNION SELECT held_on, family_id FROM discussion WHERE status = 'held') h
         WHERE h.family_id = f.id AND h.held_on <= $1) AS last FROM family f WHERE ${where}`,
      [asAt, ...params],
    );
    return new Map(rows.map((row) => [row.id, clockOf(row, asAt)]));
  }
}

function clockOf(row: Row, asAt: string): SupervisionClock {
  const open = row.status === 'open';
  const due = open ? dueBy({ allocatedOn: row.allocated_on, lastHeldOn: row.last }) : null;
  const daysOver = due ? Temporal.PlainDate.from(due).until(asAt).days : 0;
  const first = row.last === null;
  const running = first
    ? daysOver > 0
      ? ('overdue-first' as const)
      : ('not-yet-due' as const)
    : daysOver > 0
      ? ('overdue' as const)
      : ('in-time' as const);
  return {
    state: !open ? 'closed' : due === null ? 'not-allocated' : running,
    asAt,
    lastHeldOn: row.last,
    provisional: false,
    runningSince: row.last ?? row.allocated_on,
    dueBy: due,
    suggestedBy: due && workingDayOnOrBefore(due),
    daysOver,
    policy: null,
    teamId: row.team_id,
    because: [],
  };
}
