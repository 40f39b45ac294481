import { Injectable } from '@nestjs/common';
import { type DisciplineCode, disciplineOf } from '../../shared/disciplines.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import type { FamilyLine } from '../../shared/families/family.js';
import { proseText } from '../../shared/live/prose.js';
import { ageInWords } from '../../shared/schedule/in-words.js';
import { plusMinutes } from '../../shared/schedule/local-time.js';
import { Clocks } from '../cadence/clocks.service.js';
import { Clock } from '../core/clock.js';
import { administers } from '../core/http/keepers.js';
import type { Caller } from '../core/http/policy.js';
import { Reader } from '../core/reader.js';
import { Record } from '../live/record.js';
import { familiesOfPerson } from './relations.sql.js';

/** Which families a question is about: a query for their ids, with its parameters. The wall is in the question itself. */
interface Scope {
  ids: string;
  params: readonly string[];
}

interface FamilyRow {
  id: string;
  ref: string;
  name: string;
  team_id: string;
  status: 'open' | 'closed';
}

interface OpenRow {
  id: string;
  family_id: string;
  session_id: string | null;
  held_on: string | null;
  starts: string | null;
  minutes_before: number | null;
}

/** The families that somebody may see, in one line each. */
@Injectable()
export class Families {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly record: Record,
    private readonly clocks: Clocks,
  ) {}

  /** Those with whom the caller has a relation; an administrator, who keeps the files in order, all of them, unless only `theirs`. */
  async of(
    by: Caller,
    only: { team?: string | undefined; q?: string | undefined; theirs?: boolean } = {},
  ): Promise<FamilyLine[]> {
    const params = [by.personId, this.clock.today()];
    const all = `SELECT id FROM family WHERE $1 <> '' AND $2 <> ''`;
    const found = await this.lines({ ids: administers(by) && !only.theirs ? all : familiesOfPerson, params });
    const lines = await Promise.all(found.map((line) => this.withYourReview(line, by.personId)));
    const q = only.q?.trim().toLowerCase();
    return lines.filter(
      (line) =>
        (!only.team || line.teamId === only.team) &&
        (!q ||
          [line.name, line.ref, ...line.children.map((c) => c.firstName)].some((t) =>
            t.toLowerCase().includes(q),
          )),
    );
  }

  /** One family. Whoever asks has been let in. */
  async line(familyId: string): Promise<FamilyLine | null> {
    const [line] = await this.lines({ ids: 'SELECT id FROM family WHERE id = $1', params: [familyId] });
    return line ?? null;
  }

  private async withYourReview(line: FamilyLine, personId: string): Promise<FamilyLine> {
    const own = line.workers.find((w) => w.personId === personId && disciplineOf(w.discipline).reviews);
    if (!own || !line.openDiscussionId) return line;
    const held = await this.record.stateOf<DiscussionState>(`discussion/${line.openDiscussionId}`);
    if (!held) return line;
    const { discipline } = own;
    const prose = held.state.prose[`review/${discipline}`];
    const review = held.state.reviews[discipline];
    const written = proseText(prose) !== '' || review?.nothingNew === true;
    const at =
      [prose?.at, review?.at]
        .filter((t) => t !== undefined)
        .sort()
        .at(-1) ?? null;
    return {
      ...line,
      yourReview: { discipline, writtenAt: written ? at : null, ready: review?.ready ?? false },
    };
  }

  private async lines({ ids, params }: Scope): Promise<FamilyLine[]> {
    const today = this.clock.today();
    const ask = <T>(sql: string): Promise<T[]> => this.reader.query<T>(sql, params);
    const [families, children, workers, open] = await Promise.all([
      ask<FamilyRow>(
        `SELECT id, ref, name, team_id, status FROM family WHERE id IN (${ids}) ORDER BY name, ref`,
      ),
      ask<{
        id: string;
        family_id: string;
        first_name: string;
        born_on: string | null;
        expected_on: string | null;
        left_on: string | null;
      }>(
        `SELECT id, family_id, first_name, born_on, expected_on, left_on FROM child WHERE family_id IN (${ids})
         ORDER BY COALESCE(born_on, expected_on, '9999-12-31'), first_name, id`,
      ),
      ask<{
        family_id: string;
        discipline: DisciplineCode;
        person_id: string | null;
        from_on: string;
        to_on: string | null;
      }>(
        `SELECT family_id, discipline, person_id, from_on, to_on FROM allocation WHERE family_id IN (${ids})
         ORDER BY from_on, id`,
      ),
      ask<OpenRow>(
        `SELECT d.id, d.family_id, d.session_id, s.held_on, s.starts,
           (SELECT SUM(b.minutes) FROM slot b JOIN slot me ON me.session_id = b.session_id
             WHERE me.session_id = d.session_id AND me.discussion_id = d.id AND b.position >= 0 AND b.position < me.position) AS minutes_before
         FROM discussion d LEFT JOIN session s ON s.id = d.session_id
         WHERE d.status IN ('preparing', 'live') AND d.family_id IN (${ids})
         ORDER BY CASE d.status WHEN 'live' THEN 0 ELSE 1 END`,
      ),
    ]);
    const byFamily = <T extends { family_id: string }>(rows: readonly T[]): Map<string, T[]> => {
      const map = new Map<string, T[]>();
      for (const row of rows) map.set(row.family_id, [...(map.get(row.family_id) ?? []), row]);
      return map;
    };
    const [childrenOf, workersOf, openOf] = [byFamily(children), byFamily(workers), byFamily(open)];
    const clocks = await this.clocks.of(families.map((family) => family.id));
    return families.map((family) => {
      const clock = clocks.get(family.id);
      const discussion = openOf.get(family.id)?.[0];
      return {
        familyId: family.id,
        ref: family.ref,
        name: family.name,
        teamId: family.team_id,
        status: family.status,
        children: (childrenOf.get(family.id) ?? [])
          .filter((c) => !c.left_on || c.left_on > today)
          .map((c) => ({
            childId: c.id,
            firstName: c.first_name,
            age: ageInWords({ bornOn: c.born_on, expectedOn: c.expected_on }, today),
          })),
        workers: (workersOf.get(family.id) ?? [])
          .filter((w) => w.from_on <= today && (!w.to_on || w.to_on >= today))
          .map((w) => ({ discipline: w.discipline, personId: w.person_id })),
        lastHeldOn: clock?.lastHeldOn ?? null,
        dueBy: clock?.dueBy ?? null,
        state: clock?.state ?? 'not-allocated',
        openDiscussionId: discussion?.id ?? null,
        yourReview: null,
        planned: plannedAt(discussion),
      };
    });
  }
}

function plannedAt(open: OpenRow | undefined): FamilyLine['planned'] {
  if (!open?.session_id || !open.held_on || !open.starts) return null;
  return {
    sessionId: open.session_id,
    on: open.held_on,
    at: plusMinutes(open.starts, Number(open.minutes_before ?? 0)),
  };
}
