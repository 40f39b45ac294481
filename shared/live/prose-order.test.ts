import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { discussionLog } from '../discussion/log.js';
import type { DiscussionState } from '../discussion/state.js';
import type { Actor } from '../people.js';
import { fold, judge } from './log.js';
import { encode, proseText } from './prose.js';
import { type Clocks, clocksOf, standsOn } from './prose-order.js';

/** A writer's device: every edit as the update that it sends. */
function device(number: number, ...heard: Uint8Array[]) {
  const doc = new Y.Doc();
  doc.clientID = number;
  for (const update of heard) Y.applyUpdate(doc, update, 'heard');
  const sent: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'heard' && sent.push(update));
  const text = doc.getText('prose');
  return {
    types: (words: string, at = text.length) => {
      text.insert(at, words);
      return sent.at(-1)!;
    },
    deletes: (at: number, length: number) => {
      text.delete(at, length);
      return sent.at(-1)!;
    },
  };
}

const stands = (held: Clocks, update: Uint8Array) => standsOn(held, Y.decodeUpdate(update));

describe('what an edit builds on', () => {
  it('a writer’s edits stand in the order they were made, and any of them again', () => {
    const farah = device(1);
    const [one, two] = [farah.types('Lena sleeps. '), farah.types('Filip eats.')];
    expect(stands(clocksOf([]), one)).toBe(true);
    expect(stands(clocksOf([one]), two)).toBe(true);
    expect(stands(clocksOf([one, two]), one)).toBe(true);
    expect(stands(clocksOf([]), Y.mergeUpdates([one, two]))).toBe(true);
  });

  it('an edit made on top of one that is missing does not stand: typed after it, inside it, or deleting it', () => {
    const farah = device(1);
    const one = farah.types('Lena sleeps.');
    const [after, inside] = [farah.types(' Filip eats.'), farah.types('now ', 5)];
    const gone = farah.deletes(0, 4);
    for (const update of [after, inside, gone]) expect(stands(clocksOf([]), update)).toBe(false);
    expect(stands(clocksOf([one]), inside)).toBe(false);
    expect(stands(clocksOf([one]), gone)).toBe(true);
  });

  it('what a colleague’s device wrote counts too, also inside one message with a hole in it', () => {
    const farah = device(1);
    const [one, two, three] = [farah.types('One. '), farah.types('Two. '), farah.types('Three.')];
    const dean = device(2, one, two);
    const reply = dean.types('Is it?');
    expect(stands(clocksOf([one]), reply)).toBe(false);
    expect(stands(clocksOf([one, two]), reply)).toBe(true);
    expect(stands(clocksOf([]), Y.mergeUpdates([one, three]))).toBe(false);
  });

  it('a writer whose long paste was refused has what they typed after it refused as well, and it is seen by nobody', () => {
    const farah: Actor = {
      personId: 'farah',
      name: 'Farah',
      discipline: 'recovery',
      relations: [{ as: 'allocated', discipline: 'recovery' }],
      confirmed: false,
    };
    const own = device(1);
    const edits = [own.types('First. '), own.types('Refused. '), own.types('Third.')].map(encode);
    const judged = (state: DiscussionState, n: number) =>
      judge(discussionLog, state, farah, {
        id: `edit-number-${n}-of-three`,
        kind: 'prose.edit',
        payload: { field: 'review/recovery', update: edits[n] },
      });
    let state: DiscussionState = { ...discussionLog.empty, status: 'preparing' };
    const first = judged(state, 0);
    if ('refusal' in first) throw new Error(first.refusal.says);
    const stamp = { id: 'edit-number-0-of-three', seq: 1, at: '2026-03-10T09:00:00.000Z', by: 'farah' };
    state = fold(discussionLog, state, { kind: 'prose.edit', payload: first.payload, ...stamp });
    expect(judged(state, 2)).toMatchObject({ refusal: { code: 'builds-on-refused' } });
    expect(judged(state, 1)).toMatchObject({ payload: {} });
    expect(proseText(state.prose['review/recovery'])).toBe('First. ');
  });
});
