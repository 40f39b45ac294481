import { Injectable } from '@nestjs/common';
import type { DiscussionState } from '../../shared/discussion/state.js';
import type { FamilyLine } from '../../shared/families/family.js';
import type { Home, HomeReview, HomeStep, NoSlot } from '../../shared/home/home.js';
import { preparationOf } from '../../shared/schedule/preparation.js';
import { type OfficeCalendar, plusDays } from '../../shared/schedule/working-days.js';
import { PacksWaiting } from '../audit/packs/waiting.service.js';
import { OfficeDays } from '../cadence/office-days.service.js';
import { Clock } from '../core/clock.js';
import type { Caller } from '../core/http/policy.js';
import { Reader } from '../core/reader.js';
import { Families } from '../families/families.service.js';
import { FamilyAccess } from '../families/family-access.service.js';
import { FamilyRecords } from '../families/reading/family-record.service.js';
import { Record } from '../live/record.js';
import { HomeSessions, type SessionThere, type Stands, sessionsFor } from './home-sessions.service.js';
import { SessionReadiness } from './session-readiness.service.js';
import { Since } from './since.service.js';

// Until the next month's sessions are in sight.
const daysAhead = 35;
const daysToLimit = 7;
const daysDoneShown = 28;

/** “Your supervision”: everything one person is needed for, over all teams and families. */
@Injectable()
export class HomePages {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly access: FamilyAccess,
    private readonly families: Families,
    private readonly records: FamilyRecords,
    private readonly record: Record,
    private readonly sessions: HomeSessions,
    private readonly sessionReadiness: SessionReadiness,
    private readonly since: Since,
    private readonly officeDays: OfficeDays,
    private readonly packsWaiting: PacksWaiting,
  ) {}

  async page(by: Caller): Promise<Home> {
    const today = this.clock.today();
    const [stands, lines, sessions, teams, officeOf] = await Promise.all([
      this.access.familiesOf(by.personId),
      this.families.of(by, { theirs: true }),
      this.sessions.between(today, plusDays(today, daysAhead)),
      this.teamNames(),
      this.officeDays.ofAll(),
    ]);
    // Read at two moments: what is not theirs in both is not shown.
    const theirs = lines.filter(({ familyId }) => stands.has(familyId));
    const [remote, reviews, steps, since, preparing, packs] = await Promise.all([
      this.isRemote(by.personId),
      this.reviews(by.personId, theirs, sessions, teams, officeOf),
      this.steps(by, theirs),
      this.since.of(by.personId, stands, theirs),
      this.sessionReadiness.of(by, stands, sessions, officeOf),
      this.packsWaiting.of(by),
    ]);
    return {
      at: this.clock.at(),
      today,
      remote,
      sessions: sessionsFor(by.personId, stands, sessions),
      reviews,
      steps,
      since,
      preparing,
      noSlot: this.noSlot(stands, theirs, teams),
      packs,
    };
  }

  private async isRemote(personId: string): Promise<boolean> {
    const [row] = await this.reader.query<{ remote: number }>('SELECT remote FROM person WHERE id = $1', [
      personId,
    ]);
    return row?.remote === 1;
  }

  private async teamNames(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.reader.query<{ id: string; name: string }>('SELECT id, name FROM team');
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  private async reviews(
    personId: string,
    families: readonly FamilyLine[],
    sessions: readonly SessionThere[],
    teams: ReadonlyMap<string, string>,
    officeOf: (teamId: string) => OfficeCalendar,
  ): Promise<HomeReview[]> {
    const about = await this.worksWith(personId);
    const slots = new Map(
      sessions.flatMap((session) => session.slots.map((slot) => [slot.discussionId, { session, slot }])),
    );
    return families.flatMap((family) => {
      const { familyId, name, teamId, openDiscussionId, yourReview, planned, dueBy, children } = family;
      if (!openDiscussionId || !yourReview || family.status !== 'open') return [];
      const there = slots.get(openDiscussionId);
      return [
        {
          familyId,
          familyName: name,
          discussionId: openDiscussionId,
          discipline: yourReview.discipline,
          about:
            about.get(`${familyId} ${yourReview.discipline}`) ||
            children.map((child) => child.firstName).join(', '),
          planned: planned && {
            teamName: there?.session.teamName ?? teams.get(teamId) ?? '',
            on: planned.on,
            at: planned.at,
            pattern: there?.slot.pattern ?? null,
          },
          dueOn: planned && preparationOf(planned.on, officeOf(there?.session.teamId ?? teamId)).dueOn,
          dueBy,
          draftAt: yourReview.writtenAt,
          ready: yourReview.ready,
        },
      ];
    });
  }

  /** Whom somebody works with in each family, as its allocation says: "Lee and Shauna". */
  private async worksWith(personId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.reader.query<{ family_id: string; discipline: string; about: string }>(
      `SELECT family_id, discipline, about FROM allocation
       WHERE person_id = $1 AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2) ORDER BY from_on, id`,
      [personId, this.clock.today()],
    );
    return new Map(rows.map((row) => [`${row.family_id} ${row.discipline}`, row.about]));
  }

  /**
   * One's own next steps, each with what the discussion in preparation already holds of it. What was done lately stays
   * for as long as that discussion asks about it, so that a slip can be taken back.
   */
  private async steps(by: Caller, families: readonly FamilyLine[]): Promise<HomeStep[]> {
    const steps = await this.records.stepsOf(by, plusDays(this.clock.today(), -daysDoneShown));
    const open = new Map(families.map((family) => [family.familyId, family.openDiscussionId]));
    const all = await Promise.all(
      steps.map(async (step) => {
        const discussionId = open.get(step.familyId) ?? null;
        const held =
          discussionId && (await this.record.stateOf<DiscussionState>(`discussion/${discussionId}`));
        const last = held ? held.state.lastSteps.find(({ stepId }) => stepId === step.stepId) : undefined;
        return { ...step, said: last && discussionId ? { discussionId, status: last.status } : null };
      }),
    );
    return all.filter(({ status, said }) => status !== 'done' || said !== null);
  }

  /** Over their limit or within a week of it, in no session. */
  private noSlot(
    stands: Stands,
    families: readonly FamilyLine[],
    teams: ReadonlyMap<string, string>,
  ): NoSlot[] {
    const before = plusDays(this.clock.today(), daysToLimit);
    return families
      .flatMap(({ familyId, name, teamId, status, dueBy, planned }): NoSlot[] => {
        const manages = stands.get(familyId)?.has('manager') || stands.get(familyId)?.has('overseer');
        if (!manages || status !== 'open' || planned || dueBy === null || dueBy > before) return [];
        return [{ familyId, familyName: name, teamName: teams.get(teamId) ?? '', dueBy }];
      })
      .sort((a, b) => a.dueBy.localeCompare(b.dueBy));
  }
}
