import { describe, expect, it } from '@jest/globals';
import { reviewsAskedOn, reviewsDueOn, workingDaysBefore } from './review-due.js';

describe('by when a review is due', () => {
  it('Dean’s review for Tuesday 17 March is due on Tuesday 10 March, and was asked for on the 3rd', () => {
    expect(reviewsDueOn('2026-03-17')).toBe('2026-03-10');
    expect(reviewsAskedOn('2026-03-17')).toBe('2026-03-03');
  });

  it('over Easter he has five working days, not five days', () => {
    // Good Friday is 3 April 2026, Easter Monday the 6th.
    expect(reviewsDueOn('2026-04-09')).toBe('2026-03-31');
  });

  it('a session on a Sunday counts back from it, and a closure of the office is not a working day', () => {
    expect(workingDaysBefore('2026-03-15', 1)).toBe('2026-03-13');
    expect(reviewsDueOn('2026-03-17', (date) => date !== '2026-03-12' && date < '2026-03-14')).toBe(
      '2026-03-08',
    );
  });
});
