import { type ListedChild, latest, type MapLine, planStart } from './children-in-need.js';

/** A family as an import would have it. */
export interface FormedFamily {
  familyRef: string;
  familyName: string | null;
  children: readonly { listed: ListedChild; firstName: string | null }[];
  /** Open while any child is: closing one child does not close the family. */
  open: boolean;
  /** Starts the supervision clock: the map's date, else the latest plan start of an open child, else null. */
  allocatedOn: string | null;
  allocatedFrom: 'map' | 'plan' | 'nothing';
  team: string | null;
  worker: string | null;
  /** When the last child closed; null while the family is open. */
  closedOn: string | null;
}

/** Children who may be one family. Only ever offered: the same start, team and worker prove nothing. */
export interface Suggestion {
  childRefs: readonly string[];
  because: string;
}

/** Something about the map that a person should know; `row` is the map's own. */
export interface MapRemark {
  row: number;
  says: string;
  leftOut: boolean;
}

export interface Formed {
  families: FormedFamily[];
  suggestions: Suggestion[];
  remarks: MapRemark[];
  /** Children that no line of a given map names: each stands as a family of one. */
  unmapped: string[];
}

/**
 * Forms families from listed children by the authority's map and by nothing else. A child the map does not name is a
 * family of one under its own number, so that no child is lost from sight. `taken` are references of other families,
 * which no family of one may get. Order is the lists' own.
 */
export function formFamilies(
  children: readonly ListedChild[],
  map: readonly MapLine[],
  taken: ReadonlySet<string> = new Set(),
): Formed {
  const listed = new Map(children.map((c) => [c.childRef, c]));
  const remarks: MapRemark[] = [];
  const lines = new Map<string, MapLine[]>();
  const mapped = new Map<string, MapLine>();
  for (const line of map) {
    const before = mapped.get(line.childRef);
    if (!listed.has(line.childRef)) {
      remarks.push({
        row: line.row,
        leftOut: true,
        says: `Child ${line.childRef} is in neither list, so this line was not used.`,
      });
    } else if (before) {
      // Half-brothers and sisters may sit in two families; their file, and the minutes on it, can be in one.
      remarks.push({
        row: line.row,
        leftOut: true,
        says: `Child ${line.childRef} is already in family ${before.familyRef}, by row ${before.row}.`,
      });
    } else {
      mapped.set(line.childRef, line);
      lines.set(line.familyRef, [...(lines.get(line.familyRef) ?? []), line]);
    }
  }
  const families = [...lines].map(([familyRef, own]) => familyFromMap(familyRef, own, listed, remarks));
  const alone = children.filter((c) => !mapped.has(c.childRef));
  const used = new Set([...taken, ...lines.keys()]);
  for (const child of alone) {
    // A family may carry the number of a child that is not in it; two under one reference would become one.
    let ref = child.childRef;
    while (used.has(ref)) ref += '-alone';
    used.add(ref);
    families.push(familyOf(ref, null, [{ listed: child, firstName: null }], null));
  }
  return {
    families,
    suggestions: suggest(alone),
    remarks,
    unmapped: map.length === 0 ? [] : alone.map((c) => c.childRef),
  };
}

function familyFromMap(
  familyRef: string,
  lines: MapLine[],
  listed: Map<string, ListedChild>,
  remarks: MapRemark[],
): FormedFamily {
  const names = new Set(lines.map((l) => l.familyName).filter((n) => n !== null));
  const dates = [...new Set(lines.map((l) => l.allocatedOn).filter((d) => d !== null))].sort();
  const first = lines[0]?.row ?? 0;
  if (names.size > 1)
    remarks.push({
      row: first,
      leftOut: false,
      says: `Family ${familyRef} has more than one name in the map. The first is used.`,
    });
  if (dates.length > 1)
    remarks.push({
      row: first,
      leftOut: false,
      says: `Family ${familyRef} has more than one allocation date in the map. The earliest is used.`,
    });
  const children = lines.flatMap((l) => {
    const child = listed.get(l.childRef);
    return child ? [{ listed: child, firstName: l.childFirstName }] : [];
  });
  return familyOf(familyRef, [...names][0] ?? null, children, dates[0] ?? null);
}

function familyOf(
  familyRef: string,
  familyName: string | null,
  children: FormedFamily['children'],
  allocatedByMap: string | null,
): FormedFamily {
  const open = children.map((c) => c.listed).filter((c) => c.status !== 'closed');
  const planBegan = latest(open.map(planStart));
  return {
    familyRef,
    familyName,
    children,
    open: open.length > 0,
    allocatedOn: allocatedByMap ?? planBegan,
    allocatedFrom: allocatedByMap !== null ? 'map' : planBegan !== null ? 'plan' : 'nothing',
    team: mostNamed((open.length > 0 ? open : children.map((c) => c.listed)).map((c) => c.team)),
    worker: mostNamed(open.map((c) => c.worker)),
    closedOn: open.length > 0 ? null : latest(children.map((c) => c.listed.closedOn)),
  };
}

/** The name most children have; of two as common, the first: the eldest child's row is usually the first. */
function mostNamed(names: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  let best: string | null = null;
  for (const [name, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = name;
  return best;
}

function suggest(alone: readonly ListedChild[]): Suggestion[] {
  const groups = new Map<string, ListedChild[]>();
  for (const child of alone) {
    if (child.status === 'closed' || !child.cinStart || !child.team || !child.worker) continue;
    const key = JSON.stringify([child.cinStart, child.team, child.worker]);
    groups.set(key, [...(groups.get(key) ?? []), child]);
  }
  return [...groups.values()]
    .filter((g) => g.length > 1)
    .map((g) => ({
      childRefs: g.map((c) => c.childRef),
      because: `the same start (${g[0]?.cinStart}), team (${g[0]?.team}) and worker (${g[0]?.worker})`,
    }));
}
