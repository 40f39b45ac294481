/** Somebody the product knows, as far as a list's name for a worker can tell. */
export interface Named {
  id: string;
  name: string;
  /** Has an address or a password: a name on a list must not hand them another team's families. */
  signsIn: boolean;
  teamIds: string[];
}

/** A name to compare by: without case and extra spaces, “Raman, Priya” as “Priya Raman”. */
export function nameKey(name: string): string {
  const [last, first, ...more] = name.split(',').map((part) => part.trim());
  const inOrder = first && last && more.length === 0 ? `${first} ${last}` : name;
  return inOrder.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A name as it is shown, its parts in order. */
export function shownName(name: string): string {
  const [last, first, ...more] = name.split(',').map((part) => part.trim());
  return first && last && more.length === 0 ? `${first} ${last}` : name.trim();
}

export type Match = { person: Named } | { none: 'unknown' | 'elsewhere' | 'several' };

/**
 * Who a list means by a worker's name. Names are not identities, and an allocation opens a family's record; so
 * somebody who can sign in is taken only when they are in the family's own team, and nobody when two could be meant.
 */
export function findWorker(
  byName: ReadonlyMap<string, readonly Named[]>,
  name: string,
  teamId: string,
): Match {
  const namesakes = byName.get(nameKey(name)) ?? [];
  const inTeam = namesakes.filter((p) => p.teamIds.includes(teamId));
  if (inTeam.length > 1) return { none: 'several' };
  const [here] = inTeam;
  if (here) return { person: here };
  const listedOnly = namesakes.filter((p) => !p.signsIn);
  if (listedOnly.length > 1) return { none: 'several' };
  const [listed] = listedOnly;
  return listed ? { person: listed } : { none: namesakes.length > 0 ? 'elsewhere' : 'unknown' };
}
