import * as Y from 'yjs';
import type { Change } from '../../shared/live/change.js';
import { decode } from '../../shared/live/prose.js';

/** What a prose change carries. */
export interface Edit {
  field: string;
  update: string;
}

/** The prose edit in a change, if it is one. */
export function editIn(change: Change): Edit | undefined {
  if (change.kind !== 'prose.edit') return undefined;
  const payload = change.payload as Partial<Edit> | null;
  return typeof payload?.field === 'string' && typeof payload.update === 'string'
    ? (payload as Edit)
    : undefined;
}

/**
 * The words that edits would have added to a field, in the order they would have stood in it. When the edits do not
 * fit what the field holds (it is not known any more), the words come in the order they were typed.
 */
export function wordsAdded(base: readonly string[], updates: readonly string[]): string {
  const doc = new Y.Doc();
  for (const update of base) Y.applyUpdate(doc, decode(update));
  const text = doc.getText('prose');
  const pieces: string[] = [];
  text.observe((event) => {
    for (const part of event.delta) if (typeof part.insert === 'string') pieces.push(part.insert);
  });
  // In one transaction, so that words typed and corrected in several edits come out once.
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, decode(update));
  });
  const whole = doc.store.pendingStructs === null;
  doc.destroy();
  return whole ? joined(pieces) : joined(updates.flatMap(inserted));
}

function inserted(update: string): string[] {
  return Y.decodeUpdate(decode(update)).structs.flatMap((struct) =>
    'content' in struct && struct.content instanceof Y.ContentString ? [struct.content.str] : [],
  );
}

function joined(pieces: readonly string[]): string {
  return pieces.join('').trim();
}

// Keys under which kinds of change carry what a person wrote; everything else is ids, dates and choices.
const written = [
  'text',
  'reason',
  'quote',
  'note',
  'evidence',
  'withWhom',
  'different',
  'openEndedBecause',
  'notAskedBecause',
];

/** The words a person wrote in a change that is not prose, or in the form for it: a challenge, a next step, a reason. */
export function wordsIn({ payload }: Pick<Change, 'payload'>): string {
  if (typeof payload !== 'object' || payload === null) return '';
  const fields = payload as Record<string, unknown>;
  return [...written.map((key) => fields[key]), ...issuesIn(fields['stages'])]
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
    .join('\n');
}

/** Whether a change says all that an earlier one did: a field that is sent as it is typed says its words again and again. */
export function saysAgain(later: Change, earlier: Change): boolean {
  if (later.kind !== earlier.kind || editIn(later)) return false;
  const now = Object.entries((later.payload ?? {}) as object);
  const before = (earlier.payload ?? {}) as Record<string, unknown>;
  return (
    now.length === Object.keys(before).length &&
    now.every(([key, value]) =>
      typeof value === 'string' && typeof before[key] === 'string' && written.includes(key)
        ? value.startsWith(before[key])
        : JSON.stringify(value) === JSON.stringify(before[key]),
    )
  );
}

// Of a review, what somebody wants to change stands in a list of stages of change.
function issuesIn(stages: unknown): unknown[] {
  return Array.isArray(stages) ? stages.map((stage: { issue?: unknown } | null) => stage?.issue) : [];
}
