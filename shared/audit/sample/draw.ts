import { groupedBy } from '../grouped.js';

/** A record that can be drawn: signed, with who was in the chair and whose team it is. */
export interface Drawable {
  discussionId: string;
  teamId: string;
  chairId: string | null;
  heldOn: string;
}

/** One record drawn, and what for. */
export interface Drawn extends Drawable {
  /** Each chair has some of theirs read each month, and each team one more of all of its records. */
  because: 'chair' | 'team';
  /** One in ten is read by a second person too. */
  second: boolean;
}

/**
 * A stratified random sample: of each chair's records of each month so many, and so many more of each team's. The same
 * seed draws the same records, in whatever order they come; another seed draws others. Whoever knows the seed can
 * draw the sample again, so that nobody chose what was read.
 */
export function drawSample(
  records: readonly Drawable[],
  seed: string,
  { perChair = 1, perTeam = 1 }: { perChair?: number; perTeam?: number } = {},
): Drawn[] {
  const chosen = new Map<string, Drawable & Pick<Drawn, 'because'>>();
  const take = (of: readonly Drawable[], n: number, stratum: string, because: Drawn['because']) => {
    const left = of.filter((r) => !chosen.has(r.discussionId));
    for (const record of ranked(left, `${seed}|${stratum}`).slice(0, n))
      chosen.set(record.discussionId, { ...record, because });
  };
  const month = (r: Drawable) => r.heldOn.slice(0, 7);
  const chaired = records.filter((r) => r.chairId !== null);
  for (const [stratum, of] of strata(chaired, (r) => `chair|${r.chairId}|${month(r)}`))
    take(of, perChair, stratum, 'chair');
  for (const [stratum, of] of strata(records, (r) => `team|${r.teamId}|${month(r)}`))
    take(of, perTeam, stratum, 'team');
  const all = [...chosen.values()];
  const second = new Set(
    ranked(all, `${seed}|second`)
      .slice(0, Math.ceil(all.length / 10))
      .map((r) => r.discussionId),
  );
  return all
    .map((r) => ({ ...r, second: second.has(r.discussionId) }))
    .sort((a, b) => compare(a.heldOn, b.heldOn) || compare(a.discussionId, b.discussionId));
}

function strata(records: readonly Drawable[], key: (r: Drawable) => string): [string, Drawable[]][] {
  return [...groupedBy(records, key)].sort(([a], [b]) => compare(a, b));
}

/** In an order that the seed alone decides. */
function ranked<R extends Drawable>(records: readonly R[], seed: string): R[] {
  return records
    .map((record) => ({ record, rank: scatter(`${seed}|${record.discussionId}`) }))
    .sort((a, b) => a.rank - b.rank || compare(a.record.discussionId, b.record.discussionId))
    .map(({ record }) => record);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A number from 0 to 2⁵³ that looks like chance and is always the same for the same text (two rounds of murmur's mixing). */
function scatter(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    high = Math.imul(high ^ c, 0x9e3779b1);
    low = Math.imul(low ^ c, 0x5f356495);
  }
  high = mixed(high ^ low);
  low = mixed(low ^ high);
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

function mixed(n: number): number {
  let h = n;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
