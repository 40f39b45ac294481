import { Injectable } from '@nestjs/common';
import type { AuditFacts } from '../../../shared/audit/facts.js';
import { groupedBy } from '../../../shared/audit/grouped.js';
import { planOn } from '../../../shared/audit/groups.js';
import { type Limit, policiesAt } from '../../../shared/audit/limits.js';
import {
  landing,
  type Question,
  type Standing,
  signWithin,
  standingsOf,
} from '../../../shared/audit/standing.js';
import { dueAfter, firstDueAfter } from '../../../shared/cadence/due.js';
import type { PlanPeriod } from '../../../shared/cadence/events.js';
import type { CadencePolicy } from '../../../shared/cadence/policy.js';
import { plansAsAt, planWithin } from '../../../shared/cadence/timeline.js';
import type { PlanType } from '../../../shared/discussion/state.js';
import { dateInEngland } from '../../../shared/schedule/local-time.js';
import { daysBetween, plusWorkingDays } from '../../../shared/schedule/working-days.js';
import { Reader } from '../../core/reader.js';
import { FamilyFactsOf } from '../family-facts.service.js';
import { places } from '../places.js';
import { TakingIn } from '../talks/taking-in.service.js';
import { childRows, openTalks, planRows, standingRows } from './standings.sql.js';

interface Row {
  family_id: string;
  team_id: string;
  began_as: 'allocated' | 'transferred' | 'reopened';
  began_on: string;
  exempt_kind: 'exempted' | 'exemption-ended' | null;
  exempt_until: string | null;
  supervision_id: string | null;
  discussion_id: string | null;
  held_on: string | null;
  signed_at: string | null;
  source: 'signed' | 'history' | null;
  children: string | null;
  chair_id: string | null;
}

interface ChildRow {
  id: string;
  family_id: string;
  ethnicity: string | null;
  disability: string | null;
  joined_on: string | null;
}

interface OpenTalk {
  discussion_id: string;
  family_id: string;
  held_on: string;
  chair_id: string | null;
  child_ids: string;
}

/** How one family stands, as the pages show it. */
export interface StandingLine {
  familyId: string;
  teamId: string;
  beganOn: string;
  lastHeldOn: string | null;
  discussionId: string | null;
  chairId: string | null;
  reason: Standing['reason'];
  lands: Standing['lands'];
  provisional: boolean;
  /** Null while exempt. */
  dueBy: string | null;
  daysOver: number;
  children: readonly {
    childId: string;
    hereFrom: string | null;
    ethnicity: string | null;
    disability: string | null;
    plan: string | null;
  }[];
  /** Whom the last discussion names; where it names nobody, it is to everybody’s credit. */
  discussed: { on: string; childIds: readonly string[] };
  plan: PlanType | null;
}

/**
 * How every family of some teams stands on a day, in a handful of questions however many they are. Most are judged from
 * one row each; those whose unsigned record has lapsed go the long way, through everything that happened to them.
 */
@Injectable()
export class Standings {
  constructor(
    private readonly reader: Reader,
    private readonly facts: FamilyFactsOf,
    private readonly takingIn: TakingIn,
  ) {}

  async of(teamIds: readonly string[], asAt: string, limit: Limit): Promise<StandingLine[]> {
    await this.takingIn.upToNow();
    const ask = <T>(sql: string): Promise<T[]> => this.reader.query<T>(sql, [asAt, ...teamIds]);
    const [rules, rows, kids, plans, open] = await Promise.all([
      this.facts.rules(),
      ask<Row>(standingRows(teamIds.length)),
      ask<ChildRow>(childRows(teamIds.length)),
      ask<PlanRow>(planRows(teamIds.length)),
      ask<OpenTalk>(openTalks(teamIds.length)),
    ]);
    const children = groupedBy(kids, (c) => c.family_id);
    const plansOf = groupedBy(plans, (p) => p.family_id);
    const ofChild = groupedBy(plans, (p) => p.child_id);
    const openOf = groupedBy(open, (o) => o.family_id);
    const judge = judging(rules, limit, asAt);
    const lines: StandingLine[] = [];
    const long: string[] = [];
    for (const signed of rows) {
      const mine = periodsOf(plansOf.get(signed.family_id));
      const row = withOpen(signed, openOf.get(signed.family_id));
      const state = row && judge(row, mine);
      if (!row || !state) {
        long.push(signed.family_id);
        continue;
      }
      const all = children.get(row.family_id) ?? [];
      const reason = all.length === 0 ? 'no-child' : state.reason;
      const childIds = row.children ? (JSON.parse(row.children) as string[]) : [];
      lines.push({
        familyId: row.family_id,
        teamId: row.team_id,
        beganOn: row.began_on,
        lastHeldOn: row.held_on,
        discussionId: row.discussion_id,
        chairId: row.chair_id,
        reason,
        lands: landing(reason),
        provisional: landing(reason) === 'met' && state.provisional,
        dueBy: state.dueBy,
        daysOver: state.dueBy ? daysBetween(state.dueBy, asAt) : 0,
        children: all.map((c) => ({
          childId: c.id,
          hereFrom: c.joined_on,
          ethnicity: c.ethnicity,
          disability: c.disability,
          plan: planOn(periodsOf(ofChild.get(c.id)), asAt),
        })),
        discussed: { on: row.held_on ?? '', childIds },
        plan: planOn(mine, asAt),
      });
    }
    return long.length === 0 ? lines : [...lines, ...(await this.long(rules, long, { asAt, limit }))];
  }

  /** Through everything that happened to these families. */
  private async long(
    rules: AuditFacts,
    familyIds: readonly string[],
    { asAt, limit }: Pick<Question, 'asAt' | 'limit'>,
  ): Promise<StandingLine[]> {
    const families = await this.facts.families(familyIds, asAt);
    const chairs = new Map(
      (
        await this.reader.query<{ id: string; chair_id: string | null }>(
          `SELECT d.id, s.chair_id FROM discussion d JOIN session s ON s.id = d.session_id WHERE d.family_id IN
             (${places(familyIds.length, 0)})`,
          familyIds,
        )
      ).map((r) => [r.id, r.chair_id]),
    );
    return standingsOf({ ...rules, families }, { asAt, limit, from: asAt }).map((s) => ({
      familyId: s.family.familyId,
      teamId: s.clock.teamId ?? '',
      beganOn: s.clock.withTeamSince ?? asAt,
      lastHeldOn: s.clock.lastHeldOn,
      discussionId: s.held?.discussionId ?? null,
      chairId: chairs.get(s.held?.discussionId ?? '') ?? null,
      reason: s.reason,
      lands: s.lands,
      provisional:
        s.lands === 'met' && s.held !== null && (s.held.signedOn === null || s.held.signedOn > asAt),
      dueBy: s.clock.dueBy,
      daysOver: s.clock.daysOver,
      children: s.children.map((c) => ({ ...c, plan: planOn(c.plans, asAt) })),
      discussed: { on: s.held?.on ?? '', childIds: s.held?.childIds ?? [] },
      plan: planOn(
        s.children.flatMap((c) => c.plans),
        asAt,
      ),
    }));
  }
}

interface PlanRow {
  child_id: string;
  family_id: string;
  type: PlanPeriod['type'];
  since_on: string;
  until_on: string | null;
  joined_on: string | null;
  left_on: string | null;
}

function periodsOf(rows: readonly PlanRow[] = []): PlanPeriod[] {
  return rows.flatMap(({ type, since_on: sinceOn, until_on: untilOn, joined_on, left_on }) =>
    planWithin({ type, sinceOn, untilOn }, joined_on, left_on),
  );
}

/** With its newest discussion, though its record is open. Null where two on one day leave open which that is. */
function withOpen(row: Row, open: readonly OpenTalk[] = []): Row | null {
  const newest = open
    .filter((o) => o.held_on >= row.began_on)
    .reduce<OpenTalk | null>((a, b) => (a && a.held_on > b.held_on ? a : b), null);
  if (!newest || (row.held_on !== null && newest.held_on < row.held_on)) return row;
  if (newest.held_on === row.held_on) return null;
  const { discussion_id, held_on, chair_id, child_ids: children } = newest;
  return { ...row, discussion_id, held_on, chair_id, children, signed_at: null, source: 'signed' };
}

/** Judges one row; null where only everything that happened to the family can tell. */
function judging(rules: AuditFacts, limit: Limit, asAt: string) {
  const policies: readonly CadencePolicy[] = policiesAt(limit, rules.policies);
  const byPlan = policies.some((p) => p.planTypes);
  const dues = new Map<string, string>();
  const dueOf = (row: Row, plans: readonly PlanPeriod[]): string => {
    const scope = { teamId: row.team_id, plans: byPlan ? plansAsAt(plans, asAt) : [] };
    const key = JSON.stringify([row.team_id, row.held_on ?? `first ${row.began_on}`, scope.plans]);
    const calendar = rules.calendarOf(row.team_id);
    const due =
      dues.get(key) ??
      (row.held_on
        ? dueAfter(row.held_on, scope, policies, calendar)
        : firstDueAfter(row.began_on, scope, policies, calendar)
      ).on;
    dues.set(key, due);
    return due;
  };
  return (
    row: Row,
    plans: readonly PlanPeriod[],
  ): { reason: Standing['reason']; provisional: boolean; dueBy: string | null } | null => {
    const signedOn =
      row.source === 'history' ? row.held_on : row.signed_at === null ? null : dateInEngland(row.signed_at);
    const provisional = row.held_on !== null && (signedOn === null || signedOn > asAt);
    const calendar = rules.calendarOf(row.team_id);
    if (provisional && plusWorkingDays(row.held_on!, signWithin, calendar) < asAt) return null;
    // On the day of a transfer it matters whose session it was.
    if (row.began_as === 'transferred' && row.held_on === row.began_on) return null;
    if (row.exempt_kind === 'exempted' && (!row.exempt_until || asAt <= row.exempt_until))
      return { reason: 'exempt', provisional, dueBy: null };
    const dueBy = dueOf(row, plans);
    const inTime = asAt <= dueBy;
    const reason = row.held_on ? (inTime ? 'in-time' : 'overdue') : inTime ? 'not-yet-due' : 'overdue-first';
    return { reason, provisional, dueBy };
  };
}
