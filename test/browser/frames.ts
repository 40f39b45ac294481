/** A change as it reached somebody's browser. */
export interface HeardEntry {
  kind: string;
  payload: Record<string, unknown>;
  by: string | null;
}

/** Every change and every state inside the messages somebody's browser received. */
export function opened(messages: readonly string[]): { entries: HeardEntry[]; states: object[] } {
  const entries: HeardEntry[] = [];
  const states: object[] = [];
  const look = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    if ('kind' in value && 'seq' in value && 'payload' in value) entries.push(value as unknown as HeardEntry);
    if ('status' in value && 'scale' in value) states.push(value);
    for (const inside of Object.values(value)) look(inside);
  };
  // A message of the engine is a few digits and then JSON.
  for (const message of messages) {
    const json = message.slice(/^\d*/.exec(message)?.[0].length ?? 0);
    if (/^[[{]/.test(json)) look(JSON.parse(json));
  }
  return { entries, states };
}
