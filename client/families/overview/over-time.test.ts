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
  const held = ['2026-01-06', '2026-02-03', '2026-03-10'];

  it('the 35 days before 10 March stand out, the 28 before do not', () => {
    expect(longGaps(held, '2026-01-06', '2026-03-20')).toEqual([
      { from: '2026-02-03', to: '2026-03-10', words: '35 days' },
    ]);
  });

  it('a family that is still waiting has its open gap counted until today', () => {
    expect(longGaps(held, '2026-01-06', '2026-04-08').at(-1)).toEqual({
      from: '2026-03-10',
      to: '2026-04-08',
      words: '29 days',
    });
  });

  it('a gap before the first score shown is not drawn outside the chart', () => {
    expect(longGaps(['2025-01-01', ...held], '2026-01-06', '2026-03-20')).toHaveLength(1);
  });

  it('somebody who cannot see the chart hears all of it in one sentence', () => {
    const points = pointsOf([
      point('2026-02-03', 4),
      point('2026-01-06', 3),
      point('2026-03-10', 4),
      point('2025-12-01', null),
    ]);
    expect(sentenceOf(points, longGaps(held, '2026-01-06', '2026-03-20'))).toBe(
      'Safety scale from 6 January 2026 to 10 March 2026. Group score 3, 4, 4. ' +
        'Longer than 28 days: 35 days from 3 February 2026 to 10 March 2026.',
    );
    expect(sentenceOf([], [])).toBe('No score yet.');
  });
});
