import { describe, expect, it } from '@jest/globals';
import { longGaps, pointsOf, sentenceOf } from './over-time.js';

const point = (heldOn: string, group: number | null) => ({
  heldOn,
  discussionId: null,
  group,
  lowest: group,
  highest: group,
});

describe('safety over time for Doyle / Bennett', () => {
  const wait = (from: string, to: string | null, days: number, inTime: boolean) => ({
    from,
    to,
    days,
    dueBy: from,
    inTime,
  });
  const waits = [
    wait('2025-10-01', '2026-01-06', 97, false),
    wait('2026-01-06', '2026-02-03', 28, true),
    wait('2026-02-03', '2026-03-10', 35, false),
  ];

  it('the 35 days before 10 March stand out, the 28 before do not, and a gap before the first score is not drawn', () => {
    expect(longGaps([...waits, wait('2026-03-10', null, 10, true)], '2026-01-06', '2026-03-20')).toEqual([
      { from: '2026-02-03', to: '2026-03-10', words: '35 days' },
    ]);
  });

  it('a family that is still waiting has its open gap counted until today', () => {
    const open = wait('2026-03-10', null, 29, false);
    expect(longGaps([...waits, open], '2026-01-06', '2026-04-08').at(-1)).toEqual({
      from: '2026-03-10',
      to: '2026-04-08',
      words: '29 days',
    });
  });

  it('somebody who cannot see the chart hears all of it in one sentence', () => {
    const points = pointsOf([
      point('2026-02-03', 4),
      point('2026-01-06', 3),
      point('2026-03-10', 4),
      point('2025-12-01', null),
    ]);
    expect(sentenceOf(points, longGaps(waits, '2026-01-06', '2026-03-20'))).toBe(
      'Safety scale from 6 January 2026 to 10 March 2026. Group score 3, 4, 4. ' +
        'Longer than the limit: 35 days from 3 February 2026 to 10 March 2026.',
    );
    expect(sentenceOf([], [])).toBe('No score yet.');
  });
});
