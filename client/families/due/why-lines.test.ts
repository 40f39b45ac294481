import { describe, expect, it } from '@jest/globals';
import { whyLines } from './why-lines.js';

describe('why a date stands, as Adaeze reads it', () => {
  it('has one line for each day, who approved an exemption, and the rule apart', () => {
    const because = [
      { on: '2026-01-15', says: 'Last discussion that counts', kind: 'held' },
      { on: '2026-02-12', says: 'Due', kind: 'due' },
      { on: '2026-02-12', says: 'Not reached. Session overran.', kind: 'not-reached' },
      {
        on: '2026-02-20',
        says: 'Exempt until 1 March 2026. All children are closed.',
        kind: 'exempted',
        personId: 'a',
      },
      { on: '2026-03-30', says: 'Day 74', kind: 'today' },
      { on: '2025-09-01', says: 'Rule: four-weekly, version 3', kind: 'rule' },
    ];
    const { days, rule } = whyLines({ because, asAt: '2026-03-30' }, () => 'Adaeze Nwosu');
    expect(days.map((line) => [line.on, line.words, line.today])).toEqual([
      ['2026-01-15', 'Last discussion that counts.', false],
      ['2026-02-12', 'Due. Not reached. Session overran.', false],
      ['2026-02-20', 'Exempt until 1 March 2026. All children are closed. Approved by Adaeze Nwosu.', false],
      ['2026-03-30', 'Day 74.', true],
    ]);
    expect(rule).toBe('Rule: four-weekly, version 3');
  });
});
