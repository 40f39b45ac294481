import { describe, expect, it } from '@jest/globals';
import { gapSays, medianSays, stillWaiting } from './gap-words.js';

const gap = {
  familyId: 'f',
  name: 'Tremlett',
  days: 74,
  from: '2026-01-15',
  to: null,
  openDays: 74,
  workers: ['Priya Shah'],
  reason: 'overdue',
  cause: { on: '2026-02-12', kind: 'not-reached', reason: 'overran' },
};

describe('how long families wait, as Helen reads it', () => {
  it('from when until when, what came between, and who works with the family', () => {
    expect(gapSays(gap, '2026-03-30')).toBe('15 January to today; not reached 12 February; Priya Shah');
    expect(gapSays({ ...gap, to: '2026-03-20', cause: null, workers: [] }, '2026-03-30')).toBe(
      '15 January to 20 March',
    );
    expect(gapSays({ ...gap, from: null, workers: [] }, '2026-03-30')).toBe('');
  });

  it('waits that ended, never without those that last', () => {
    const beside = { medianDays: 28, maxDays: 31, overdueNow: 3, longestGapNow: 74 };
    expect(medianSays({ beside })).toBe('The median wait was 28 days, the longest 31.');
    expect(stillWaiting({ beside })).toBe(
      'They say nothing of the 3 families past the limit now; the longest wait today is 74 days.',
    );
    expect(stillWaiting({ beside: { ...beside, overdueNow: 0 } })).toBe(
      'No family waits past its limit now.',
    );
    expect(medianSays({ beside: { medianDays: null } })).toBe('');
  });
});
