import * as Y from 'yjs';

/** How much is held of what each device wrote: device number to how many units. */
export type Clocks = ReadonlyMap<number, number>;

/** What these updates hold together. */
export function clocksOf(updates: readonly Uint8Array[]): Clocks {
  return updates.reduce<Clocks>(clocksAfter, new Map());
}

/** What is held after one more update. */
export function clocksAfter(held: Clocks, update: Uint8Array): Clocks {
  const after = new Map(held);
  for (const [device, clock] of Y.parseUpdateMeta(update).to) {
    if (clock > (after.get(device) ?? 0)) after.set(device, clock);
  }
  return after;
}

/**
 * Whether everything that an update builds on is held. Yjs keeps one that builds on words which never came, shows none
 * of it, and says nothing: so after a refused edit the ones typed on top of it must be refused too, or words would be
 * lost in silence.
 */
export function standsOn(held: Clocks, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const after = new Map(held);
  for (const struct of structs) {
    const { id, length } = struct;
    const known = after.get(id.client) ?? 0;
    if (struct instanceof Y.Skip || id.clock > known) return false;
    after.set(id.client, Math.max(known, id.clock + length));
  }
  const has = (id: Y.ID | null) => id === null || id.clock < (after.get(id.client) ?? 0);
  if (!structs.every((s) => !(s instanceof Y.Item) || (has(s.origin) && has(s.rightOrigin)))) return false;
  for (const [device, deleted] of ds.clients) {
    const known = after.get(device) ?? 0;
    if (deleted.some(({ clock, len }) => clock + len > known)) return false;
  }
  return true;
}
