import { Injectable } from '@nestjs/common';
import type { ClockEvent, PlanPeriod } from '../../shared/cadence/events.js';
import { planWithin } from '../../shared/cadence/timeline.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import { qualifies } from '../../shared/minutes/qualifies.js';
import { dateInEngland } from '../../shared/schedule/local-time.js';
import { movedReason, type SlotReason, slotReasons } from '../../shared/session/state.js';
import { Reader } from '../core/reader.js';
import { LogStates } from '../live/log-states.service.js';
import { eventOf, type FamilyEventRow } from './family-event-rows.js';

/** What a clock is reckoned from. */
export interface History {
  events: ClockEvent[];
  plans: PlanPeriod[];
}

interface SupervisionRow {
  family_id: string;
  discussion_id: string | null;
  held_on: string;
  counts: number;
  quorate: number | null;
  override_reason: string | null;
  children: string;
  signed_at: string | null;
  source: 'signed' | 'history';
  note: string | null;
  made_at: string;
  team_id: string | null;
}

interface SlotRow {
  family_id: string;
  session_id: string;
  held_on: string;
  outcome: 'not-reached' | 'postponed' | 'cancelled';
  reason: string | null;
  note: string | null;
  outcome_at: string | null;
  new_date: string | null;
}

/** Families in one question: enough to be quick, few enough for every database's limit on parameters. */
const atOnce = 500;

/** Gathers what happened to families from where it is kept, in a handful of questions however many they are. */
@Injectable()
export class Histories {
  constructor(
    private readonly reader: Reader,
    private readonly logs: LogStates,
  ) {}

  /**
   * `known`: only what was known by that instant. `whole`: every discussion ever; else only from the last that counts up
   * to `asAt` on, which is all that the clock of that day needs.
   */
  async of(
    familyIds: readonly string[],
    { asAt, known, whole }: { asAt: string; known?: string | undefined; whole?: boolean },
  ): Promise<Map<string, History>> {
    const found = new Map<string, History>(familyIds.map((id) => [id, { events: [], plans: [] }]));
    for (let at = 0; at < familyIds.length; at += atOnce) {
      const ids = familyIds.slice(at, at + atOnce);
      await this.gather(found, ids, asAt, known, whole || known !== undefined);
    }
    if (known !== undefined)
      for (const history of found.values()) history.events = history.events.filter((e) => e.knownAt <= known);
    return found;
  }

  private async gather(
    found: Map<string, History>,
    ids: readonly string[],
    asAt: string,
    known: string | undefined,
    whole: boolean,
  ): Promise<void> {
    const mine = (column: string) => `${column} IN (${ids.map((_, i) => `$${i + 2}`).join(', ')})`;
    const ask = <T>(sql: string): Promise<T[]> => this.reader.query<T>(sql, [asAt, ...ids]);
    const since = (column: string) =>
      whole
        ? `$1 <> ''`
        : `${column} >= COALESCE((SELECT MAX(x.held_on) FROM supervision x
            WHERE x.family_id = ${column.startsWith('s.') ? 's' : 'd'}.family_id AND x.counts = 1 AND x.held_on <= $1), '')`;
    const add = (familyId: string, ...events: ClockEvent[]) => found.get(familyId)?.events.push(...events);

    const events = await ask<FamilyEventRow>(
      `SELECT * FROM family_event WHERE $1 <> '' AND ${mine('family_id')}`,
    );
    for (const row of events) add(row.family_id, eventOf(row));

    const held = await ask<SupervisionRow>(
      `SELECT s.family_id, s.discussion_id, s.held_on, s.counts, s.quorate, s.override_reason, s.children, s.signed_at,
         s.source, s.note, s.made_at, t.team_id
       FROM supervision s LEFT JOIN discussion d ON d.id = s.discussion_id LEFT JOIN session t ON t.id = d.session_id
       WHERE ${mine('s.family_id')} AND ${since('s.held_on')}`,
    );
    for (const row of held) add(row.family_id, supervised(row, known));

    const slots = await ask<SlotRow>(
      `SELECT d.family_id, p.session_id, t.held_on, p.outcome, p.reason, p.note, p.outcome_at,
         COALESCE(
           (SELECT n.held_on FROM slot m JOIN session n ON n.id = m.session_id WHERE m.id = p.moved_to_slot_id),
           (SELECT MIN(n.held_on) FROM slot m JOIN session n ON n.id = m.session_id
             WHERE m.discussion_id = p.discussion_id AND n.held_on > t.held_on)) AS new_date
       FROM slot p JOIN discussion d ON d.id = p.discussion_id JOIN session t ON t.id = p.session_id
       WHERE p.outcome IN ('not-reached', 'postponed', 'cancelled') AND ${mine('d.family_id')} AND ${since('t.held_on')}`,
    );
    for (const row of slots) if (isPutOff(row)) add(row.family_id, cameToNothing(row));

    const toSign = await ask<{ id: string; family_id: string; held_on: string; team_id: string | null }>(
      `SELECT d.id, d.family_id, d.held_on, t.team_id FROM discussion d LEFT JOIN session t ON t.id = d.session_id
       WHERE d.status = 'held' AND d.held_on <= $1 AND ${mine('d.family_id')}`,
    );
    const logs = await this.logs.statesOf<DiscussionState>(toSign.map((row) => `discussion/${row.id}`));
    for (const row of toSign) add(row.family_id, talkedThrough(row, logs.get(`discussion/${row.id}`)?.state));

    const plans = await ask<{
      family_id: string;
      type: PlanPeriod['type'];
      since_on: string;
      until_on: string | null;
      joined_on: string | null;
      left_on: string | null;
    }>(
      `SELECT c.family_id, p.type, p.since_on, p.until_on, c.joined_on, c.left_on FROM plan p JOIN child c ON c.id = p.child_id
       WHERE $1 <> '' AND ${mine('c.family_id')}`,
    );
    for (const { family_id, type, since_on: sinceOn, until_on: untilOn, joined_on, left_on } of plans)
      found.get(family_id)?.plans.push(...planWithin({ type, sinceOn, untilOn }, joined_on, left_on));
  }
}

/** Held, its record still open: provisional where it has all that makes a discussion count, but for the signature. */
function talkedThrough(
  row: { id: string; held_on: string; team_id: string | null },
  state: DiscussionState | undefined,
): ClockEvent {
  const told = { on: row.held_on, knownAt: startOf(row.held_on), discussionId: row.id };
  if (!state) return { ...told, kind: 'not-counted', reason: 'Nothing was recorded' };
  const { counts, quorate, because } = qualifies(state);
  if (!counts) {
    const kind = quorate || state.quorumOverride ? 'not-counted' : 'inquorate';
    return { ...told, kind, reason: because.join(' ') };
  }
  const childIds = state.children.filter((c) => c.discussed).map((c) => c.childId);
  return { ...told, kind: 'held', childIds, signedOn: null, teamId: row.team_id };
}

/** A discussion is known of from its day on, and its signature from when it was given; what was brought in, since then. */
function supervised(row: SupervisionRow, known: string | undefined): ClockEvent {
  const brought = row.source === 'history';
  const signed = row.signed_at !== null && (known === undefined || row.signed_at <= known);
  const told = {
    on: row.held_on,
    knownAt: brought ? row.made_at : startOf(row.held_on),
    discussionId: row.discussion_id,
  };
  if (row.counts === 1) {
    const signedOn = brought ? row.held_on : signed ? dateInEngland(row.signed_at ?? '') : null;
    return {
      ...told,
      kind: 'held',
      childIds: JSON.parse(row.children) as string[],
      signedOn,
      teamId: row.team_id,
    };
  }
  if (row.quorate === 0 && !row.override_reason)
    return { ...told, kind: 'inquorate', reason: row.note ?? 'Too few were there' };
  return { ...told, kind: 'not-counted', reason: row.note ?? '' };
}

/** Moved to a day no later than before, nobody waits for it: the day that it left tells nothing. */
function isPutOff({ reason, held_on: on, new_date: newDate }: SlotRow): boolean {
  return reason !== movedReason || newDate === null || newDate > on;
}

function cameToNothing({ held_on: on, session_id: sessionId, outcome: kind, ...row }: SlotRow): ClockEvent {
  const reason = [row.reason && (slotReasons[row.reason as SlotReason] ?? ''), row.note]
    .filter(Boolean)
    .join('. ');
  return { on, knownAt: row.outcome_at ?? startOf(on), kind, sessionId, reason, newDate: row.new_date };
}

function startOf(day: string): string {
  return `${day}T00:00:00.000Z`;
}
