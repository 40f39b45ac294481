import * as Y from 'yjs';
import { clocksAfter, clocksOf, type Parsed } from './prose-order.js';

/** One co-edited field: the Yjs updates that made it, oldest first, as base64; who wrote in it; when last. */
export interface Prose {
  updates: readonly string[];
  writers: readonly string[];
  /** Base64 characters of all updates: a cheap bound on what one field may hold. */
  size: number;
  at: string;
}

/** Most that one field keeps, in base64 characters with its editing history. The screen says that 400 words are plenty. */
export const proseLimit = 300_000;
/** Longest update one change may carry, in base64 characters: keeps a change under the 16 KB of the wire. */
export const updateLimit = 14_000;

// Merged when a field has this many updates, so that a long afternoon does not make a long list.
const mergeAt = 64;
const texts = new WeakMap<Prose, string>();
const clocks = new WeakMap<Prose, ReadonlyMap<number, number>>();

/** The field after one more update. */
export function withUpdate(prose: Prose | undefined, update: string, by: string | null, at: string): Prose {
  const all = [...(prose?.updates ?? []), update];
  const updates = all.length >= mergeAt ? [encode(Y.mergeUpdates(all.map(decode)))] : all;
  const writers = prose?.writers ?? [];
  const after: Prose = {
    updates,
    writers: by && !writers.includes(by) ? [...writers, by] : writers,
    size: updates.length === 1 ? updates[0]!.length : (prose?.size ?? 0) + update.length,
    at,
  };
  if (prose && clocks.has(prose)) {
    const parsed = parse(update);
    if (parsed) clocks.set(after, clocksAfter(clocks.get(prose)!, parsed));
  }
  return after;
}

/** What the field holds of each writer's device. Remembered per field value, and from one to the next. */
export function clocksIn(prose: Prose | undefined): ReadonlyMap<number, number> {
  if (!prose) return new Map();
  const known = clocks.get(prose) ?? clocksOf(prose.updates.map(decode));
  clocks.set(prose, known);
  return known;
}

/** The words of a field, or nothing written yet. Remembered per field value, since many views ask for the same. */
export function proseText(prose: Prose | undefined): string {
  if (!prose) return '';
  const known = texts.get(prose);
  if (known !== undefined) return known;
  const doc = new Y.Doc();
  for (const update of prose.updates) Y.applyUpdate(doc, decode(update));
  const text = doc.getText('prose').toString();
  doc.destroy();
  texts.set(prose, text);
  return text;
}

// Judging an edit asks for its update twice, and applying it once more.
let newest: { update: string; parsed: Parsed | null } | undefined;

/** The update taken apart, or nothing when these bytes are no Yjs update: a broken one must never reach the record. */
export function parse(update: string): Parsed | null {
  if (newest?.update !== update) newest = { update, parsed: parseAnew(update) };
  return newest.parsed;
}

function parseAnew(update: string): Parsed | null {
  try {
    return Y.decodeUpdate(decode(update));
  } catch {
    return null;
  }
}

/** An update that writes a text into an empty field; for seeds and for words captured as a whole. */
export function updateFrom(text: string, clientId: number): string {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.getText('prose').insert(0, text);
  const update = encode(Y.encodeStateAsUpdate(doc));
  doc.destroy();
  return update;
}

/** An update that writes a text in front of what stands in a field. */
export function updateInFront(prose: Prose, text: string, clientId: number): string {
  const doc = new Y.Doc();
  for (const update of prose.updates) Y.applyUpdate(doc, decode(update));
  doc.clientID = clientId;
  const before = Y.encodeStateVector(doc);
  doc.getText('prose').insert(0, text);
  const update = encode(Y.encodeStateAsUpdate(doc, before));
  doc.destroy();
  return update;
}

/** A field with what came into it from elsewhere: the words of both, and everybody who wrote either. */
export function joined(prose: Prose, other: Prose): Prose {
  return {
    updates: [...prose.updates, ...other.updates],
    writers: [...new Set([...prose.writers, ...other.writers])],
    size: prose.size + other.size,
    at: prose.at > other.at ? prose.at : other.at,
  };
}

/** Bytes to base64, without Buffer, so that it runs at both ends. */
export function encode(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

/** Base64 to bytes. */
export function decode(text: string): Uint8Array {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}
