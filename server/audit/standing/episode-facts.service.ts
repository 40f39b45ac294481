import { Injectable } from '@nestjs/common';
import type { AuditFacts, FamilyFacts } from '../../../shared/audit/facts.js';
import { groupedBy } from '../../../shared/audit/grouped.js';
import type { ClockEvent } from '../../../shared/cadence/events.js';
import { dateInEngland } from '../../../shared/schedule/local-time.js';
import { eventOf, type FamilyEventRow } from '../../cadence/family-event-rows.js';
import { Reader } from '../../core/reader.js';
import { FamilyFactsOf } from '../family-facts.service.js';
import { TakingIn } from '../talks/taking-in.service.js';
import { heldSince } from './standings.sql.js';
import { familiesHereSince } from './stretches.sql.js';

interface HeldRow {
  family_id: string;
  discussion_id: string | null;
  held_on: string;
  signed_at: string | null;
  source: 'signed' | 'history';
  team_id: string | null;
}

/**
 * The discussions of every family that was with some teams in a period, from the beginning of the stretch with its team
 * that reaches into it: what intervals and gaps are reckoned from, without ten years of history.
 */
@Injectable()
export class EpisodeFacts {
  constructor(
    private readonly reader: Reader,
    private readonly families: FamilyFactsOf,
    private readonly takingIn: TakingIn,
  ) {}

  async of(teamIds: readonly string[], from: string, asAt: string): Promise<AuditFacts> {
    await this.takingIn.upToNow();
    const ask = <T>(sql: string): Promise<T[]> => this.reader.query<T>(sql, [asAt, from, ...teamIds]);
    const n = teamIds.length;
    const [rules, here, events, held, open] = await Promise.all([
      this.families.rules(),
      ask<{ family_id: string }>(familiesHereSince(n)),
      // Of any day: one that lies ahead may correct one that does not.
      ask<FamilyEventRow>(`SELECT e.* FROM family_event e WHERE e.family_id IN (${familiesHereSince(n)})`),
      ask<HeldRow>(heldSince(n)),
      this.reader.query<{
        discussion_id: string;
        family_id: string;
        held_on: string;
        team_id: string | null;
      }>(
        'SELECT discussion_id, family_id, held_on, team_id FROM audit_talk WHERE seq IS NOT NULL AND counts = 1 AND held_on <= $1',
        [asAt],
      ),
    ]);
    const eventsOf = groupedBy(events, (e) => e.family_id);
    const heldOf = groupedBy(held, (h) => h.family_id);
    const openOf = groupedBy(open, (o) => o.family_id);
    const members = await this.families.members(here.map((h) => h.family_id));
    const families = here.map(
      ({ family_id: familyId }): FamilyFacts => ({
        familyId,
        events: [
          ...(eventsOf.get(familyId) ?? []).map(eventOf),
          ...(heldOf.get(familyId) ?? []).map(heldEvent),
          ...(openOf.get(familyId) ?? []).map((o) => heldEvent({ ...o, signed_at: null, source: 'signed' })),
        ],
        ...members(familyId),
      }),
    );
    return { ...rules, families };
  }
}

function heldEvent(row: HeldRow): ClockEvent {
  return {
    on: row.held_on,
    knownAt: '',
    kind: 'held',
    discussionId: row.discussion_id,
    childIds: [],
    signedOn: row.source === 'history' ? row.held_on : row.signed_at && dateInEngland(row.signed_at),
    teamId: row.team_id,
  };
}
