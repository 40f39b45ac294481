import { describe, expect, it } from '@jest/globals';
import { beginning, brokenAt, canonical, type EntryRow, hashOf } from './chain.js';

function chainOf(words: readonly string[]): EntryRow[] {
  const rows: EntryRow[] = [];
  for (const [i, word] of words.entries()) {
    const row = {
      logId: 'discussion/1',
      seq: i + 1,
      id: `id-${i}`,
      kind: 'dissent.keep',
      payload: canonical({ text: word }),
      sealed: false,
      by: 'amina',
      at: '2026-03-10T09:30:00.000Z',
      asked: null,
    };
    rows.push({ ...row, hash: hashOf(rows.at(-1)?.hash ?? beginning, row) });
  }
  return rows;
}

describe('the chain of a log', () => {
  it('holds for what was recorded', () => {
    expect(brokenAt(chainOf(['one', 'two', 'three']))).toBeNull();
  });

  it.each([
    ['changes a word', { payload: '{"text":"too"}' }],
    ['says that somebody else wrote it', { by: 'mark' }],
    ['moves it to another minute', { at: '2026-03-10T09:31:00.000Z' }],
  ])('somebody who %s in the table is found out', (_, tampered) => {
    const rows = chainOf(['one', 'two', 'three']);
    rows[1] = { ...(rows[1] as EntryRow), ...tampered };
    expect(brokenAt(rows)).toBe(2);
  });

  it('somebody who takes an entry out of the table is found out', () => {
    const rows = chainOf(['one', 'two', 'three']);
    rows.splice(1, 1);
    expect(brokenAt(rows)).toBe(2);
  });

  it('the same payload has the same text, whatever order its keys came in', () => {
    expect(canonical({ b: [1, { d: null, c: 'é' }], a: true, left: undefined })).toBe(
      '{"a":true,"b":[1,{"c":"é","d":null}]}',
    );
    expect(canonical({ a: 1, b: 2 })).toBe(canonical({ b: 2, a: 1 }));
  });
});
