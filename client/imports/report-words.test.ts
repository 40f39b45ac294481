import { describe, expect, it } from '@jest/globals';
import { byList, countName, leftOutSays } from './report-words.js';

const problem = (list: string, row: number | null) => ({
  list,
  row,
  column: null,
  words: 'The date cannot be read.',
  severity: 'notice' as const,
});

describe('an administrator reads what a file would change', () => {
  it('every count has words, even one that is new', () => {
    expect(countName('familiesClosed')).toBe('Families closed');
    expect(countName('plansMoved')).toBe('Plans moved');
  });

  it('problems stand together by list, in the order of their rows', () => {
    const lists = byList([
      problem('List 6', 9),
      problem('List 7', 2),
      problem('List 6', null),
      problem('List 6', 3),
    ]);
    expect(lists.map(({ list, problems }) => [list, problems.map((p) => p.row)])).toEqual([
      ['List 6', [null, 3, 9]],
      ['List 7', [2]],
    ]);
  });

  it('rows left out are counted, and nothing is hidden when there are none', () => {
    expect(leftOutSays({ leftOut: 0 })).toBe('Every row could be used.');
    expect(leftOutSays({ leftOut: 1 })).toBe('1 row could not be used and is left out.');
    expect(leftOutSays({ leftOut: 1200 })).toBe('1,200 rows could not be used and are left out.');
  });
});
