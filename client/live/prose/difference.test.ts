import { describe, expect, it } from '@jest/globals';
import { type Difference, differenceBetween, inPieces, moved } from './difference.js';

function applied(text: string, d: Difference): string {
  return text.slice(0, d.at) + d.insert + text.slice(d.at + d.remove);
}

describe('what somebody did in a box', () => {
  it('a writer who types in the middle has put in just those letters', () => {
    expect(differenceBetween('Jaden is well', 'Jaden is very well', 14)).toEqual({
      at: 9,
      remove: 0,
      insert: 'very ',
    });
  });

  it('a writer who doubles a letter has put it where the caret was', () => {
    expect(differenceBetween('aaaa', 'aaaaa', 2)).toEqual({ at: 1, remove: 0, insert: 'a' });
    expect(differenceBetween('aaaa', 'aaaaa', 5)).toEqual({ at: 4, remove: 0, insert: 'a' });
  });

  it('a writer who deletes backwards, forwards or a selection has taken out just that', () => {
    expect(differenceBetween('Theo ate', 'Theo at', 7)).toEqual({ at: 7, remove: 1, insert: '' });
    expect(differenceBetween('Theo ate', 'heo ate', 0)).toEqual({ at: 0, remove: 1, insert: '' });
    expect(differenceBetween('Theo ate toast', 'Theo toast', 5)).toEqual({ at: 5, remove: 4, insert: '' });
  });

  it('a writer who pastes over a selection has replaced it', () => {
    const d = differenceBetween('seen on Monday', 'seen on Tuesday', 15)!;
    expect(applied('seen on Monday', d)).toBe('seen on Tuesday');
    expect(d.at).toBeGreaterThanOrEqual(8);
  });

  it('an emoji is never cut in half', () => {
    const before = 'well \u{1F600}';
    const after = 'well \u{1F601}';
    const d = differenceBetween(before, after, after.length)!;
    expect(d).toEqual({ at: 5, remove: 2, insert: '\u{1F601}' });
    expect(inPieces('\u{1F600}\u{1F600}\u{1F600}', 3)).toEqual(['\u{1F600}', '\u{1F600}', '\u{1F600}']);
  });

  it('any two texts and any caret give a difference that leads from one to the other', () => {
    const texts = [
      '',
      'a',
      'aa',
      'aba',
      'abcabc',
      'Maya slept',
      'Maya  slept well',
      '\u{1F600}\u{1F601}',
      'x\u{1F600}',
    ];
    for (const before of texts) {
      for (const after of texts) {
        for (let caret = 0; caret <= after.length; caret++) {
          const d = differenceBetween(before, after, caret);
          expect(d ? applied(before, d) : before).toBe(after);
        }
      }
    }
  });
});

describe('where the caret goes when others write', () => {
  it('it moves along with words put in and taken out before it', () => {
    expect(moved(5, [{ insert: 'Now ' }])).toBe(9);
    expect(moved(5, [{ retain: 2 }, { delete: 2 }])).toBe(3);
    expect(moved(3, [{ retain: 2 }, { delete: 10 }])).toBe(2);
  });

  it('it stays when they write behind it, or at it', () => {
    expect(moved(5, [{ retain: 5 }, { insert: '!' }])).toBe(5);
    expect(moved(5, [{ retain: 9 }, { delete: 3 }])).toBe(5);
  });
});
