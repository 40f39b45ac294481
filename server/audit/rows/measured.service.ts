import { Injectable } from '@nestjs/common';
import { monthOf } from '../../../shared/audit/days.js';
import type { Row } from '../../../shared/audit/figure.js';
import { coverageOf } from '../../../shared/audit/measures/coverage.js';
import type { MeasureCode } from '../../../shared/audit/measures/titles.js';
import { Reader } from '../../core/reader.js';
import type { Scope } from '../audit-access.service.js';
import { FamilyFactsOf } from '../family-facts.service.js';
import { Coverage } from '../months/coverage.service.js';
import { inParts, places } from '../places.js';
import { GapPages } from '../standing/gap-pages.service.js';
import { Snapshot } from '../standing/snapshot.service.js';
import { type PeriodQuestion, TalkPages } from '../talks/talk-pages.service.js';

/** Every row of any measure, one by one, from where the pages have their counts. */
@Injectable()
export class Measured {
  constructor(
    private readonly reader: Reader,
    private readonly snapshots: Snapshot,
    private readonly coverage: Coverage,
    private readonly families: FamilyFactsOf,
    private readonly gaps: GapPages,
    private readonly talks: TalkPages,
  ) {}

  async rows(
    code: MeasureCode,
    scope: Scope,
    question: PeriodQuestion,
    month: string,
  ): Promise<readonly Row[]> {
    switch (code) {
      case 'snapshot-families':
        return (await this.snapshots.rows(scope, question)).families;
      case 'snapshot-children':
        return (await this.snapshots.rows(scope, question)).children;
      case 'overdue':
        return (await this.snapshots.rows(scope, question)).families.map(late);
      case 'monthly-coverage':
        return this.covered(scope, question, month);
      case 'interval-compliance':
        return (await this.gaps.figures(scope, question)).whole.rows;
      case 'longest-gap':
        return (await this.gaps.figures(scope, question)).gaps;
      default:
        return (await this.talks.figure(scope, question, code)).rows;
    }
  }

  private async covered({ teamIds }: Scope, { asAt, by }: PeriodQuestion, month: string): Promise<Row[]> {
    const lines = await this.coverage.of(teamIds, month, asAt);
    const groupsOf = by ? await this.groups(teamIds, lines, month, asAt, by === 'chair') : () => undefined;
    return lines.map((line) => ({ id: line.familyId, ...line, groups: groupsOf(line.familyId) ?? none }));
  }

  /** As the families were at the end of the month. */
  private async groups(
    teamIds: readonly string[],
    lines: readonly { familyId: string }[],
    month: string,
    asAt: string,
    chaired: boolean,
  ): Promise<(familyId: string) => Row['groups'] | undefined> {
    const ids = lines.map((l) => l.familyId);
    const chairs = chaired ? await this.chairs(ids, month) : [];
    const families = await this.families.families(ids, asAt);
    const facts = { ...(await this.families.rules()), families };
    const discussions = chairs.map((c) => ({ ...held, ...c }));
    const { rows } = coverageOf({ ...facts, discussions }, month, { asAt });
    const found = new Map(rows.map((r) => [r.familyId, r.groups]));
    return (familyId) => {
      const groups = found.get(familyId);
      // A family counts for the team that had it then, whoever has it now.
      return groups && { ...groups, team: groups.team.filter((id) => teamIds.includes(id)) };
    };
  }

  private async chairs(
    familyIds: readonly string[],
    month: string,
  ): Promise<{ discussionId: string; familyId: string; chairId: string | null }[]> {
    const { first, last } = monthOf(month);
    const asked = inParts(familyIds, 500).map((some) =>
      this.reader.query<{ discussion_id: string; family_id: string; chair_id: string | null }>(
        `SELECT discussion_id, family_id, chair_id FROM audit_talk WHERE held_on >= $1 AND held_on <= $2
           AND family_id IN (${places(some.length, 2)})`,
        [first, last, ...some],
      ),
    );
    return (await Promise.all(asked)).flat().map((r) => ({
      ...{ discussionId: r.discussion_id, familyId: r.family_id, chairId: r.chair_id },
    }));
  }
}

/** As the overdue list counts a family that stands so: those past their limit first of all. */
function late(row: Row): Row {
  const over = row.reason === 'overdue' || row.reason === 'overdue-first';
  if (over) return { ...row, lands: 'met' };
  return row.lands === 'apart' ? row : { ...row, lands: 'not-met', provisional: false };
}

const none: Row['groups'] = {
  ...{ team: [], worker: [], chair: [], plan: [], discipline: [], ethnicity: [], disability: [] },
};

/** A discussion of which only the chair is asked. */
const held = {
  ...{ teamId: null, sessionId: null, heldOn: '', counts: true, signedOn: null, childIds: [] },
  ...{ disciplines: [], voices: [], challenged: false, considered: false, decision: null, reviews: [] },
};
