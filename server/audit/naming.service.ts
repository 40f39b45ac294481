import { Injectable } from '@nestjs/common';
import type { Cut } from '../../shared/audit/figure.js';
import type { FamilyStands } from '../../shared/audit/http.js';
import { type Limit, limitCode, limitInWords } from '../../shared/audit/limits.js';
import { disciplineCodes, disciplineOf } from '../../shared/disciplines.js';
import { planTypes } from '../../shared/families/members.js';
import { Reader } from '../core/reader.js';
import type { Scope } from './audit-access.service.js';
import { inParts, places } from './places.js';
import type { StandingLine } from './standing/standings.service.js';

/** What a family is called where its reader may not know which it is. */
export const restricted = 'Restricted family';

/** The families that a reader may see by name. A command on the machine itself sees none. */
export type Named = ReadonlySet<string>;
/** The same, while it is still being found out. */
export type WillBeNamed = Named | Promise<Named>;

/** Gives families, teams and people their names, as far as the reader may see them. */
@Injectable()
export class Naming {
  constructor(private readonly reader: Reader) {}

  async families(ids: readonly string[], named: Named): Promise<Map<string, { name: string; ref: string }>> {
    const mine = [...new Set(ids)].filter((id) => named.has(id));
    const found = new Map<string, { name: string; ref: string }>();
    const asked = inParts(mine, 500).map((some) =>
      this.reader.query<{ id: string; name: string; ref: string }>(
        `SELECT id, name, ref FROM family WHERE id IN (${places(some.length, 0)})`,
        some,
      ),
    );
    for (const row of (await Promise.all(asked)).flat()) found.set(row.id, row);
    return found;
  }

  async team(teamId: string | null): Promise<string | null> {
    if (teamId === null) return null;
    const [team] = await this.reader.query<{ name: string }>('SELECT name FROM team WHERE id = $1', [teamId]);
    return team?.name ?? null;
  }

  /** What a page was asked for, as each page says it. */
  async asked(scope: Scope, { asAt, limit }: { asAt: string; limit: Limit }) {
    return {
      teamId: scope.teamId,
      teamName: await this.team(scope.teamId),
      asAt,
      limit: limitCode(limit),
      limitSays: limitInWords(limit),
    };
  }

  /** The name of a group, by what it was cut by. */
  async groups(cut: Cut): Promise<(group: string) => string> {
    const rows =
      cut === 'team'
        ? await this.reader.query<{ id: string; name: string }>('SELECT id, name FROM team')
        : cut === 'worker' || cut === 'chair'
          ? await this.reader.query<{ id: string; name: string }>('SELECT id, name FROM person')
          : [];
    const names = new Map(rows.map((r) => [r.id, r.name]));
    return (group) => {
      if (group === '') return cut === 'worker' ? 'Nobody' : 'Not recorded';
      if (cut === 'plan') return planTypes[group as keyof typeof planTypes] ?? group;
      const discipline = cut === 'discipline' && disciplineCodes.find((code) => code === group);
      return discipline ? disciplineOf(discipline).label : (names.get(group) ?? group);
    };
  }

  /** Lines of families; one that the reader may not see keeps its place in the count and nothing else. */
  async stands(lines: readonly StandingLine[], named: Named): Promise<(line: StandingLine) => FamilyStands> {
    const names = await this.families(
      lines.map((l) => l.familyId),
      named,
    );
    return (line) => {
      const family = names.get(line.familyId);
      const { teamId, reason } = line;
      if (!family)
        return {
          familyId: null,
          name: restricted,
          ref: '',
          teamId,
          reason,
          children: null,
          plan: null,
          lastHeldOn: null,
          sinceOn: null,
          dueBy: null,
          daysOver: null,
          provisional: false,
        };
      return {
        familyId: line.familyId,
        name: family.name,
        ref: family.ref,
        teamId,
        reason,
        children: line.children.length,
        plan: line.plan,
        lastHeldOn: line.lastHeldOn,
        sinceOn: line.beganOn,
        dueBy: line.dueBy,
        daysOver: line.daysOver,
        provisional: line.provisional,
      };
    };
  }
}
