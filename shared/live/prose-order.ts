import * as Y from 'yjs';

/** How much is held of what each device wrote: device number to how many units. */
export type Clocks = ReadonlyMap<number, number>;

/** An update, taken apart. */
export type Parsed = ReturnType<typeof Y.decodeUpdate>;

/** What these updates hold together. */
export function clocksOf(updates: readonly Uint8Array[]): Clocks {
  return updates.reduce<Clocks>((held, update) => clocksAfter(held, Y.decodeUpdate(update)), new Map());
}

/** What is held after one more update. */
export function clocksAfter(held: Clocks, { structs }: Parsed): Clocks {
  const after = new Map(held);
  for (const struct of structs) {
    const end = struct.id.clock + struct.length;
    if (!(struct instanceof Y.Skip) && end > (after.get(struct.id.client) ?? 0))
      after.set(struct.id.client, end);
  }
  return after;
}

/**
 * Whether everything that an update builds on is held. Yjs keeps one that builds on words which never came, shows none
 * of it, and says nothing: so after a refused edit the ones typed on top of it must be refused too, or words would be
 * lost in silence.
 */
export function standsOn(held: Clocks, { structs, ds }: Parsed): boolean {
  const brought = new Map<number, number>();
  const knownOf = (device: number): number => brought.get(device) ?? held.get(device) ?? 0;
  for (const struct of structs) {
    const { id, length } = struct;
    const known = knownOf(id.client);
    if (struct instanceof Y.Skip || id.clock > known) return false;
    brought.set(id.client, Math.max(known, id.clock + length));
  }
  const has = (id: Y.ID | null) => id === null || id.clock < knownOf(id.client);
  if (!structs.every((s) => !(s instanceof Y.Item) || (has(s.origin) && has(s.rightOrigin)))) return false;
  for (const [device, deleted] of ds.clients) {
    const known = knownOf(device);
    if (deleted.some(({ clock, len }) => clock + len > known)) return false;
  }
  return true;
}
