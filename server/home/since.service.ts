import { Injectable } from '@nestjs/common';
import { type DisciplineCode, disciplineCodes } from '../../shared/disciplines.js';
import type { FamilyLine } from '../../shared/families/family.js';
import { newsFrom, type SinceLine, visitGap } from '../../shared/home/since.js';
import type { Relation } from '../../shared/people.js';
import { Clock } from '../core/clock.js';
import { Reader } from '../core/reader.js';
import { Transactions } from '../core/transaction.js';
import type { Stands } from './home-sessions.service.js';

interface Done {
  family_id: string;
  by_id: string;
  at: string;
}

// Whoever only watches over many families, or watches one sitting, is not told of each word that is added.
const told: readonly Relation['as'][] = ['allocated', 'deputy', 'manager', 'chair', 'business-support'];
const linesShown = 6;
// A bound on what one page reads of the logs: far more than a person could write in a month.
const entriesRead = 2000;

/** What others did to somebody's families since they last looked, and when that was. */
@Injectable()
export class Since {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Somebody looks. What came before their last visit ended is no longer news. */
  async look(personId: string): Promise<void> {
    const now = this.clock.now();
    const lastVisitEndedBefore = new Date(now.getTime() - visitGap * 60_000).toISOString();
    await this.transactions.run((tx) =>
      tx.run(
        `INSERT INTO looked (person_id, at, before_at) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET
           before_at = CASE WHEN looked.at < $4 THEN looked.at ELSE looked.before_at END, at = excluded.at`,
        [personId, now.toISOString(), newsFrom(null, now), lastVisitEndedBefore],
      ),
    );
  }

  async of(personId: string, stands: Stands, families: readonly FamilyLine[]) {
    const [row] = await this.reader.query<{ at: string; before_at: string }>(
      'SELECT at, before_at FROM looked WHERE person_id = $1',
      [personId],
    );
    const from = newsFrom(row ? { at: row.at, beforeAt: row.before_at } : null, this.clock.now());
    const theirs = new Map(
      families
        .filter(({ familyId }) => told.some((as) => stands.get(familyId)?.has(as)))
        .map((family) => [family.familyId, family]),
    );
    if (theirs.size === 0) return { from, lines: [], more: 0 };
    const places = [...theirs.keys()].map((_, i) => `$${i + 3}`).join(', ');
    const ask = <T>(sql: string): Promise<T[]> =>
      this.reader.query<T>(sql.replace('$families', places), [personId, from, ...theirs.keys()]);
    const people = new Map<string, SinceLine['by']>();
    const lines = [
      ...(await this.written(ask)),
      ...(await this.signed(ask)),
      ...(await this.moved(ask, theirs)),
    ].sort((a, b) => b.at.localeCompare(a.at));
    for (const one of await this.people(lines.map((line) => line.byId))) people.set(one.personId, one);
    const whole = lines.flatMap(({ byId, ...line }): SinceLine[] => {
      const by = people.get(byId);
      const familyName = theirs.get(line.familyId)?.name;
      return by && familyName !== undefined ? [{ ...line, by, familyName } as SinceLine] : [];
    });
    return { from, lines: whole.slice(0, linesShown), more: Math.max(0, whole.length - linesShown) };
  }

  /** Reviews and children's words in what is being prepared or discussed: who and when, never what. */
  private async written(ask: Ask) {
    const rows = await ask<Done & { discussion_id: string; kind: string; start: string; ready: number }>(
      `SELECT d.family_id, d.id AS discussion_id, e.by_id, e.at, e.kind, substr(e.payload, 1, 200) AS start,
         CASE WHEN e.kind = 'review.set' AND e.payload LIKE '%"ready":true%' THEN 1 ELSE 0 END AS ready
       FROM discussion d JOIN entry e ON e.log_id = 'discussion/' || d.id
       WHERE d.status <> 'signed' AND d.family_id IN ($families) AND e.at > $2 AND e.by_id <> $1 AND e.sealed = 0
         AND (e.kind = 'review.set' OR (e.kind = 'prose.edit'
           AND (e.payload LIKE '{"field":"voice/%' OR e.payload LIKE '{"field":"review/%')))
       ORDER BY e.at DESC LIMIT ${entriesRead}`,
    );
    const names = await this.childNames(rows.flatMap(({ start }) => voiceIn(start) ?? []));
    const found = new Map<string, Unnamed<'voice'> | Unnamed<'review'>>();
    for (const { family_id, discussion_id, by_id, at, start, ready } of rows) {
      const line = { familyId: family_id, discussionId: discussion_id, byId: by_id, at };
      const childId = voiceIn(start);
      const discipline = childId ? null : reviewIn(start);
      const key = `${discussion_id} ${by_id} ${discipline ?? 'voice'}`;
      const known = found.get(key);
      // Newest first: what is known already is the later, and takes in the earlier.
      if (childId) {
        const name = names.get(childId);
        const children = known?.kind === 'voice' ? known.children : [];
        if (name !== undefined && !children.includes(name)) children.unshift(name);
        if (known === undefined && children.length > 0) found.set(key, { ...line, kind: 'voice', children });
      } else if (discipline) {
        if (known?.kind === 'review') known.ready ||= ready === 1;
        else found.set(key, { ...line, kind: 'review', discipline, ready: ready === 1 });
      }
    }
    return [...found.values()];
  }

  private async signed(ask: Ask): Promise<Unnamed<'minutes'>[]> {
    const rows = await ask<Done & { id: string; steps: number }>(
      `SELECT m.family_id, m.signed_by AS by_id, m.signed_at AS at, m.id,
         (SELECT CAST(COUNT(*) AS integer) FROM next_step n
           WHERE n.discussion_id = m.discussion_id AND n.owner_id = $1 AND n.status IN ('open', 'not-yet')) AS steps
       FROM minutes m WHERE m.family_id IN ($families) AND m.signed_at > $2 AND m.signed_by <> $1`,
    );
    return rows.map(({ family_id, by_id, at, id, steps }) => ({
      kind: 'minutes',
      familyId: family_id,
      byId: by_id,
      at,
      minutesId: id,
      stepsForYou: steps,
    }));
  }

  /** Where a family was put: the newest act for each, and where it stands now. */
  // What a plan has only drafted is no news yet.
  private async moved(ask: Ask, families: ReadonlyMap<string, FamilyLine>): Promise<Unnamed<'slot'>[]> {
    const rows = await ask<Done>(
      `SELECT a.subject_id AS family_id, a.by_id, a.at FROM act a
       WHERE a.subject = 'family' AND a.subject_id IN ($families) AND a.at > $2 AND a.by_id <> $1
         AND a.kind IN ('slot.add', 'slot.move', 'slot.remove')
         AND NOT EXISTS (SELECT 1 FROM discussion d JOIN slot p ON p.discussion_id = d.id JOIN month_plan m ON m.id = p.plan_id
           WHERE d.family_id = a.subject_id AND d.status = 'preparing' AND p.session_id = d.session_id
             AND m.sent_at IS NULL AND m.undone_at IS NULL) ORDER BY a.at`,
    );
    const newest = new Map(rows.map((row) => [row.family_id, row]));
    return [...newest.values()].map(({ family_id, by_id, at }) => {
      const planned = families.get(family_id)?.planned ?? null;
      return {
        kind: 'slot',
        familyId: family_id,
        byId: by_id,
        at,
        to: planned && { on: planned.on, at: planned.at },
      };
    });
  }

  private async childNames(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.byIds<{ id: string; first_name: string }>('child', 'id, first_name', ids);
    return new Map(rows.map((row) => [row.id, row.first_name]));
  }

  private async people(ids: readonly string[]): Promise<SinceLine['by'][]> {
    const rows = await this.byIds<{ id: string; first_name: string; discipline: DisciplineCode }>(
      'person',
      'id, first_name, discipline',
      ids,
    );
    return rows.map((row) => ({ personId: row.id, firstName: row.first_name, discipline: row.discipline }));
  }

  private async byIds<T>(table: 'child' | 'person', columns: string, ids: readonly string[]): Promise<T[]> {
    const once = [...new Set(ids)];
    if (once.length === 0) return [];
    const places = once.map((_, i) => `$${i + 1}`).join(', ');
    return this.reader.query<T>(`SELECT ${columns} FROM ${table} WHERE id IN (${places})`, once);
  }
}

type Ask = <T>(sql: string) => Promise<T[]>;
type Unnamed<K extends SinceLine['kind']> = Omit<Extract<SinceLine, { kind: K }>, 'by' | 'familyName'> & {
  byId: string;
};

/** The child whose words an edit is in. Payloads are kept as canonical JSON: `field` stands first. */
function voiceIn(payload: string): string | null {
  return /^\{"field":"voice\/([0-9a-f-]{36})"/.exec(payload)?.[1] ?? null;
}

function reviewIn(payload: string): DisciplineCode | null {
  const code = /"field":"review\/([a-z-]+)"|"discipline":"([a-z-]+)"/.exec(payload);
  return disciplineCodes.find((one) => one === (code?.[1] ?? code?.[2])) ?? null;
}
