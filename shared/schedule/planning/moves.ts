import type { Change, Sheet } from './sheet.js';
import type { Terrain } from './terrain.js';

/** What the searches may do with a family, asked for again and again. */
export interface Freedom {
  /** Families whose place or time may change at all. */
  movable: readonly number[];
  /** `family * sessions + session`: whether it may be there. */
  may: Uint8Array;
  /** How many at the head of a session keep their order. */
  fixed: Int32Array;
}

export function freedomOf(terrain: Terrain): Freedom {
  const { families, sessions, stays, options } = terrain;
  const may = new Uint8Array(families.length * sessions.length);
  const fixed = new Int32Array(sessions.length);
  options.forEach((list, f) => {
    for (const s of list) may[f * sessions.length + s] = 1;
    if (stays[f]! >= 0 && sessions[stays[f]!]!.keepsOrder) fixed[stays[f]!]! += 1;
  });
  const movable = families.flatMap((_, f) => {
    const kept = stays[f]! >= 0 && sessions[stays[f]!]!.keepsOrder;
    return options[f]!.length && !kept ? [f] : [];
  });
  return { movable, may, fixed };
}

export const without = (list: readonly number[], family: number): number[] =>
  list.filter((f) => f !== family);
export const withAt = (list: readonly number[], family: number, position: number): number[] => [
  ...list.slice(0, position),
  family,
  ...list.slice(position),
];
export const instead = (list: readonly number[], family: number, by: number): number[] =>
  list.map((f) => (f === family ? by : f));

/** A family to a place in a session, out of where it is now. Null when there is no room. */
export function moving(sheet: Sheet, f: number, to: number, position: number): Change[] | null {
  const from = sheet.session[f]!;
  if (from === to) return [[to, withAt(without(sheet.order[to]!, f), f, position)]];
  if (!sheet.fits(to, sheet.terrain.minutes[f]!)) return null;
  const arriving: Change = [to, withAt(sheet.order[to]!, f, position)];
  return from === sheet.order.length ? [arriving] : [[from, without(sheet.order[from]!, f)], arriving];
}

/** Two families change places; one of them may have none. Null when one does not fit or may not be there. */
export function swapping(sheet: Sheet, freedom: Freedom, f: number, g: number): Change[] | null {
  const { minutes, sessions, stays } = sheet.terrain;
  const from = sheet.session[f]!;
  const to = sheet.session[g]!;
  const nowhere = sessions.length;
  if (from === to) {
    if (from === nowhere) return null;
    return [[to, sheet.order[to]!.map((one) => (one === f ? g : one === g ? f : one))]];
  }
  if (stays[f]! >= 0 || stays[g]! >= 0) return null;
  const more = minutes[f]! - minutes[g]!;
  if (to !== nowhere && !(freedom.may[f * nowhere + to] && sheet.fits(to, more))) return null;
  if (from !== nowhere && !(freedom.may[g * nowhere + from] && sheet.fits(from, -more))) return null;
  const changes: Change[] = [];
  if (from !== nowhere) changes.push([from, instead(sheet.order[from]!, f, g)]);
  if (to !== nowhere) changes.push([to, instead(sheet.order[to]!, g, f)]);
  return changes;
}
