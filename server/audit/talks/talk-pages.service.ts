import { Injectable } from '@nestjs/common';
import type { AuditFacts, DiscussionFacts } from '../../../shared/audit/facts.js';
import { allReasonsOf, type Cut, cutBy, type Figure, numberOf } from '../../../shared/audit/figure.js';
import { groupedBy } from '../../../shared/audit/grouped.js';
import type { AttendancePage, FigurePart, OversightPage } from '../../../shared/audit/http.js';
import type { Limit } from '../../../shared/audit/limits.js';
import { measure } from '../../../shared/audit/measures/all.js';
import {
  attendanceOfLines,
  contributionOfLines,
  silentTwice,
} from '../../../shared/audit/measures/attendance.js';
import { openTooLong } from '../../../shared/audit/measures/challenge.js';
import { unsignedFor } from '../../../shared/audit/measures/records.js';
import { carriedOften } from '../../../shared/audit/measures/steps.js';
import { type MeasureCode, measureTitles } from '../../../shared/audit/measures/titles.js';
import { percent } from '../../../shared/audit/numbers.js';
import type { Scope } from '../audit-access.service.js';
import { type Named, Naming, restricted, type WillBeNamed } from '../naming.service.js';
import { TalkFacts, type TalksFound } from './talk-facts.service.js';

export interface PeriodQuestion {
  from: string;
  asAt: string;
  limit: Limit;
  by: Cut | undefined;
}

/** Measures that need no family’s whole history. */
const ofPeriod = [
  'challenge-recorded',
  'steps-on-time',
  'record-timeliness',
  'quality',
  'voice-recorded',
  'session-reliability',
  'step-down-integrity',
] as const satisfies readonly MeasureCode[];
export type TalkMeasure = (typeof ofPeriod)[number] | 'attendance' | 'contribution';

/** Measures 7 to 15: what happened round the table in a period, and what a manager should look at in it. */
@Injectable()
export class TalkPages {
  constructor(
    private readonly facts: TalkFacts,
    private readonly naming: Naming,
  ) {}

  async attendance(scope: Scope, question: PeriodQuestion): Promise<AttendancePage> {
    const lines = await this.facts.lines({ ...question, teamIds: scope.teamIds });
    const attended = attendanceOfLines(lines);
    const contributed = contributionOfLines(lines);
    const wrote = cutBy(contributed, 'discipline');
    const rowsOf = groupedBy(attended.rows, (r) => r.groups.discipline[0] ?? '');
    return {
      ...(await this.naming.asked(scope, question)),
      from: question.from,
      lines: [...cutBy(attended, 'discipline')].map(([discipline, count]) => ({
        discipline,
        there: count.numerator,
        inWriting: numberOf((rowsOf.get(discipline) ?? []).filter((r) => r.reason === 'in-writing')),
        inPost: count.denominator,
        vacant: count.apart,
        attended: count.rate,
        contributed: percent(wrote.get(discipline)?.numerator ?? 0, count.denominator),
      })),
      attendance: await this.part(attended, question.by),
      contribution: await this.part(contributed, question.by),
    };
  }

  async oversight(scope: Scope, question: PeriodQuestion, willBeNamed: WillBeNamed): Promise<OversightPage> {
    const asked = { ...question, teamIds: scope.teamIds };
    const [facts, steps, named] = await Promise.all([
      this.facts.of(asked),
      this.facts.carried(asked),
      willBeNamed,
    ]);
    const { asAt } = question;
    const figures = await Promise.all(
      ofPeriod.map((code) => this.part(measure(code, factsFor(code, facts), question), question.by)),
    );
    const after5 = unsignedFor(facts, asAt, 5);
    const carried = carriedOften({ steps }, asAt);
    const silent = silentTwice(facts, asAt);
    const challenges = openTooLong(facts, asAt);
    const called = await this.called([...after5, ...carried, ...silent, ...challenges], named);
    const talk = (d: DiscussionFacts) => {
      const who = called(d.familyId);
      return who.familyId
        ? { ...who, discussionId: d.discussionId, heldOn: d.heldOn }
        : { ...who, discussionId: null, heldOn: null };
    };
    return {
      ...(await this.naming.asked(scope, question)),
      from: question.from,
      figures,
      unsigned: { after5: after5.map(talk), after10: unsignedFor(facts, asAt, 10).map(talk) },
      notReached: notReached(facts),
      carried: carried.map((s) => {
        const who = called(s.familyId);
        return { ...who, times: s.carried, dueOn: who.familyId && s.dueOn };
      }),
      silent: silent.map((s) => {
        const who = called(s.familyId);
        return { ...who, discipline: s.discipline, on: who.familyId && s.on };
      }),
      challengesOpen: challenges.map((c) => {
        const who = called(c.familyId);
        return { ...who, raisedOn: who.familyId && c.raisedOn };
      }),
    };
  }

  /** Who was round the table and what was done in the period, a row each, as the counts are made of them. */
  async figure(scope: Scope, question: PeriodQuestion, code: TalkMeasure): Promise<Figure> {
    const asked = { ...question, teamIds: scope.teamIds, each: true };
    if (code === 'attendance') return attendanceOfLines(await this.facts.lines(asked));
    if (code === 'contribution') return contributionOfLines(await this.facts.lines(asked));
    return measure(code, factsFor(code, await this.facts.of(asked)), question);
  }

  private async part(figure: Figure, by: Cut | undefined): Promise<FigurePart> {
    const { rows, measure: code, beside, ...count } = figure;
    const nameOf = by ? await this.naming.groups(by) : () => '';
    const groups = by ? [...cutBy(figure, by)] : [];
    return {
      ...count,
      measure: code,
      title: measureTitles[code as MeasureCode],
      beside,
      reasons: allReasonsOf(rows),
      groups: groups.map(([group, of]) => ({ group, name: nameOf(group), ...of })),
    };
  }

  private async called(of: readonly { familyId: string }[], named: Named) {
    const names = await this.naming.families(
      of.map((one) => one.familyId),
      named,
    );
    return (familyId: string) => ({
      familyId: names.has(familyId) ? familyId : null,
      name: names.get(familyId)?.name ?? restricted,
    });
  }
}

/** Each measure’s own discussions. */
function factsFor(code: MeasureCode, { held, heard, ...facts }: TalksFound): AuditFacts {
  if (code === 'challenge-recorded' || code === 'record-timeliness') return { ...facts, discussions: held };
  return code === 'voice-recorded' ? { ...facts, discussions: heard } : facts;
}

/** Sessions that ran out before every family on their list was discussed, the newest first. */
function notReached({ slots }: AuditFacts): OversightPage['notReached'] {
  const missed = slots.filter((s) => s.outcome === 'not-reached');
  return [...groupedBy(missed, (s) => s.sessionId)]
    .map(([sessionId, of]) => ({ sessionId, on: of[0]!.on, families: numberOf(of) }))
    .sort((a, b) => (a.on < b.on ? 1 : -1));
}
