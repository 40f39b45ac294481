/** One stretch of text taken out and another put in its place. */
export interface Difference {
  at: number;
  remove: number;
  insert: string;
}

/**
 * What was typed, pasted or deleted between two values of a box. `caret` is where the caret stands afterwards: it says
 * which of several equal letters is the new one. Nothing when they are equal.
 */
export function differenceBetween(before: string, after: string, caret: number): Difference | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  // What stands behind the caret was there before; so it is matched from the end first.
  const behind = Math.min(shorter, Math.max(0, after.length - caret));
  let end = 0;
  while (end < behind && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  let start = 0;
  while (start < shorter - end && before[start] === after[start]) start += 1;
  // A deletion with the key that deletes forwards leaves the caret before the change: match the rest of the end.
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  // Half of an emoji is not a character: never cut inside a pair.
  if (start > 0 && isHigh(before, start - 1)) start -= 1;
  if (end > 0 && isLow(before, before.length - end)) end -= 1;
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
}

/** One part of a change as Yjs describes it. */
export interface Moves {
  retain?: number | undefined;
  insert?: unknown;
  delete?: number | undefined;
}

/** Where a place in the text is after somebody else's changes, given as Yjs describes them. Words put in at the caret go behind it. */
export function moved(place: number, delta: readonly Moves[]): number {
  let at = 0;
  let now = place;
  for (const part of delta) {
    if (part.retain !== undefined) at += part.retain;
    else if (typeof part.insert === 'string') {
      if (at < now) now += part.insert.length;
      at += part.insert.length;
    } else if (part.delete !== undefined && at < now) now -= Math.min(part.delete, now - at);
  }
  return now;
}

function isHigh(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** A text in pieces of at most `most` UTF-16 units, none of which ends inside a character. */
export function inPieces(text: string, most: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + most);
    if (end < text.length && isHigh(text, end - 1)) end -= 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}
