import { Injectable } from '@nestjs/common';
import { allReasonsOf, countOf, cutBy, type Figure, type Row } from '../../../shared/audit/figure.js';
import { workersOn } from '../../../shared/audit/groups.js';
import type { GapsPage } from '../../../shared/audit/http.js';
import { type FamilyGaps, gapsOf, longestOf } from '../../../shared/audit/measures/gaps.js';
import { intervalCompliance } from '../../../shared/audit/measures/intervals.js';
import { snapshotOfFamilies } from '../../../shared/audit/measures/snapshot.js';
import { measureTitles } from '../../../shared/audit/measures/titles.js';
import { Reader } from '../../core/reader.js';
import type { Scope } from '../audit-access.service.js';
import { FamilyFactsOf } from '../family-facts.service.js';
import { type Named, Naming, restricted, type WillBeNamed } from '../naming.service.js';
import type { PeriodQuestion } from '../talks/talk-pages.service.js';
import { EpisodeFacts } from './episode-facts.service.js';

const listed = 10;

/** Measures 4 and 5: intervals that ended, beside the families that wait now, and the longest waits with what came between. */
@Injectable()
export class GapPages {
  constructor(
    private readonly reader: Reader,
    private readonly episodes: EpisodeFacts,
    private readonly families: FamilyFactsOf,
    private readonly naming: Naming,
  ) {}

  async page(scope: Scope, question: PeriodQuestion, willBeNamed: WillBeNamed): Promise<GapsPage> {
    const { from, by } = question;
    const [{ snapshot, gaps, whole }, named] = await Promise.all([
      this.figures(scope, question),
      willBeNamed,
    ]);
    const nameOf = by ? await this.naming.groups(by) : () => '';
    const { rows, measure: _, ...intervals } = whole;
    return {
      ...(await this.naming.asked(scope, question)),
      from,
      intervals: {
        ...intervals,
        measure: 'interval-compliance',
        title: measureTitles['interval-compliance'],
        reasons: allReasonsOf(rows),
        groups: by ? [...cutBy(whole, by)].map(([group, of]) => ({ group, name: nameOf(group), ...of })) : [],
      },
      snapshot: countOf(snapshot),
      longest: await this.longest(
        gaps.filter((g) => g.reason !== 'exempt' && g.reason !== 'no-child').slice(0, listed),
        question,
        named,
      ),
    };
  }

  /** How families stand, how long each waits and every interval that ended, a row each, as the counts are made of them. */
  async figures(
    scope: Scope,
    question: PeriodQuestion,
  ): Promise<{ snapshot: Row[]; gaps: FamilyGaps[]; whole: Figure }> {
    const facts = await this.episodes.of(scope.teamIds, question.from, question.asAt);
    const ours = (row: { groups: { team: readonly string[] } }) =>
      scope.teamIds.includes(row.groups.team[0] ?? '');
    const snapshot = snapshotOfFamilies(facts, question).rows.filter(ours);
    const gaps = gapsOf(facts, question).filter(ours);
    const overdue = snapshot.filter((r) => r.reason === 'overdue' || r.reason === 'overdue-first').length;
    const longestGap = longestOf(gaps, 'open')?.open.days ?? null;
    return { snapshot, gaps, whole: intervalCompliance(facts, question, { overdue, longestGap }, ours) };
  }

  /** Told again from everything that happened to these few, so that what came between is there too. */
  private async longest(
    gaps: readonly FamilyGaps[],
    question: PeriodQuestion,
    named: Named,
  ): Promise<GapsPage['longest']> {
    const ids = gaps.map((g) => g.familyId);
    const [names, families, people] = await Promise.all([
      this.naming.families(ids, named),
      this.families.families(ids, question.asAt),
      this.reader.query<{ id: string; name: string }>('SELECT id, name FROM person'),
    ]);
    const rules = await this.families.rules();
    const told = gapsOf({ ...rules, families }, question);
    const nameOf = new Map(people.map((p) => [p.id, p.name]));
    return told.map(({ familyId, reason, longest, open }) => {
      const name = names.get(familyId)?.name;
      const family = families.find((f) => f.familyId === familyId);
      if (!name || !family)
        return {
          familyId: null,
          name: restricted,
          days: longest.days,
          from: null,
          to: null,
          openDays: open.days,
          workers: [],
          reason,
          cause: null,
        };
      return {
        familyId,
        name,
        days: longest.days,
        from: longest.from,
        to: longest.to,
        openDays: open.days,
        workers: workersOn(family, 'social-work', question.asAt).map((id) => nameOf.get(id) ?? ''),
        reason,
        cause: longest.cause,
      };
    });
  }
}
