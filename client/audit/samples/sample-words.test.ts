import { describe, expect, it } from '@jest/globals';
import { agreementSays, periodSays, qualitySays, whyNotSays } from './sample-words.js';

const record = {
  discussionId: null,
  minutesId: null,
  familyName: '',
  ref: '',
  teamName: '',
  chairName: '',
  heldOn: null,
  because: 'chair' as const,
  wanted: 2,
  given: 1,
  whyNot: null,
  grades: [],
};

describe('a manager who reads of a sample', () => {
  it('finds its days named once', () => {
    expect(periodSays('2026-03-01', '2026-03-31')).toBe('1 to 31 March 2026');
    expect(periodSays('2026-02-20', '2026-03-05')).toBe('20 February to 5 March 2026');
    expect(periodSays('2025-12-01', '2026-01-05')).toBe('1 December 2025 to 5 January 2026');
    expect(periodSays('2026-03-10', '2026-03-10')).toBe('10 March 2026');
  });

  it('finds why a record is not theirs to grade', () => {
    expect(whyNotSays(record)).toBe('');
    expect(whyNotSays({ ...record, whyNot: 'own-chair' })).toBe('You chaired it');
    expect(whyNotSays({ ...record, whyNot: 'graded-already' })).toBe(
      'You graded it; one more reader to come',
    );
    expect(whyNotSays({ ...record, whyNot: 'graded-already', given: 2 })).toBe('Graded');
  });

  it('never reads a share without its counts', () => {
    const none = { outstanding: 0, good: 0, 'requires-improvement': 0, inadequate: 0 };
    expect(qualitySays(none)).toBe('No record has all its grades yet');
    expect(qualitySays({ ...none, outstanding: 1, good: 2, inadequate: 1 })).toBe(
      '3 of 4 records are good or better',
    );
    expect(agreementSays({ pairs: 4, same: 3, share: 75, kappa: 0.5 })).toBe('75.0% (3 of 4), kappa 0.50');
    expect(agreementSays({ pairs: 0, same: 0, share: null, kappa: null })).toBe(
      'Nothing graded by two readers yet',
    );
    expect(agreementSays({ pairs: 2, same: 2, share: 100, kappa: null })).toMatch(
      /every grade was the same$/,
    );
  });
});
