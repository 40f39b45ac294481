import type { MapLine } from '../../../../shared/families/children-in-need.js';
import { type Formed, formFamilies } from '../../../../shared/families/form-families.js';
import type { AnnexA } from '../lists/annex-a.js';
import { THE_MAP } from '../lists/map-file.js';
import type { Problems } from '../lists/problems.js';
import { Comparison } from './comparison.js';
import type { Rows } from './rows.js';
import type { Stored, StoredChild, StoredFamily } from './stored.js';

/** What an import would change, to the row; nothing is changed yet. */
export interface Planned {
  rows: Rows;
  counts: ImportCounts;
  suggestions: Formed['suggestions'];
}

export interface ImportCounts {
  children: number;
  childrenAdded: number;
  childrenChanged: number;
  families: number;
  familiesAdded: number;
  familiesChanged: number;
  familiesClosed: number;
  familiesReopened: number;
  /** Children the product knows from earlier lists that this file does not have: left as they are, and said. */
  childrenNotListed: number;
}

/**
 * Compares the lists with what is stored and says every row to write. A child who is already in a family stays there
 * unless the map says otherwise, so that a later file without a map does not take families apart.
 */
export function planChanges(
  annexA: AnnexA,
  map: readonly MapLine[],
  stored: Stored,
  context: { today: string; at: string; newId: () => string; problems: Problems },
): Planned {
  const known = new Map(
    stored.families.flatMap((f) => f.children).flatMap((c) => (c.ref === null ? [] : [[c.ref, c] as const])),
  );
  const others = new Set(stored.families.filter((f) => !standsAlone(f)).map((f) => f.ref));
  const formed = formFamilies(
    annexA.children,
    [...map, ...standingLines(annexA, map, stored, known)],
    others,
  );
  for (const { row, says, leftOut } of formed.remarks) {
    // Row 0: a line that stands for where a child is already, about which there is nothing to say.
    if (row === 0) continue;
    if (leftOut) context.problems.leaveOut(THE_MAP, row, null, says);
    else context.problems.notice(THE_MAP, row, null, says);
  }
  if (map.length > 0) {
    for (const childRef of formed.unmapped) {
      if (!known.has(childRef))
        context.problems.notice(
          THE_MAP,
          null,
          null,
          `Child ${childRef} is not in the map. They came in as a family of one.`,
        );
    }
  }
  const comparison = new Comparison(stored, known, annexA.hasList7, context);
  for (const family of formed.families) comparison.family(family);
  comparison.closeEmptied();
  const listed = new Set(annexA.children.map((c) => c.childRef));
  const absent = [...known.values()].filter(
    (c) => c.said && c.said.status !== 'closed' && !listed.has(c.ref ?? ''),
  );
  for (const child of absent) {
    context.problems.notice(
      'List 6',
      null,
      null,
      `Child ${child.ref} was in an earlier file as open and is not in this one. Nothing was changed for them.`,
    );
  }
  return {
    rows: comparison.rows,
    counts: {
      ...comparison.counts,
      children: annexA.children.length,
      families: formed.families.length,
      childrenNotListed: absent.length,
    },
    suggestions: formed.suggestions,
  };
}

/** Lines for children whom the map does not name and who already are in a family that is more than theirs alone. */
function standingLines(
  annexA: AnnexA,
  map: readonly MapLine[],
  stored: Stored,
  known: ReadonlyMap<string, StoredChild>,
): MapLine[] {
  const families = new Map(stored.families.map((f) => [f.id, f]));
  const mapped = new Set(map.map((l) => l.childRef));
  return annexA.children.flatMap(({ childRef }) => {
    const child = known.get(childRef);
    const family = child ? families.get(child.familyId) : undefined;
    if (!child || !family || mapped.has(childRef)) return [];
    if (standsAlone(family)) return [];
    return [
      { row: 0, childRef, familyRef: family.ref, familyName: null, allocatedOn: null, childFirstName: null },
    ];
  });
}

/** A family of one child under that child's own number: what an import makes of a child whom no map names. */
const standsAlone = (family: StoredFamily) =>
  family.children.length === 1 && family.children[0]?.ref === family.ref;
