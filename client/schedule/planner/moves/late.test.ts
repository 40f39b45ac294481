import { describe, expect, it } from '@jest/globals';
import { lateReasonFor, lateWrong } from './late.js';

describe('a move to a day after the limit', () => {
  const late = { daysOver: 3 };
  it('is not for Sandra to make: she is told what she can do instead', () => {
    expect(lateWrong(late, false, 'Priya is away').where).toMatch(/manager/);
  });

  it('needs Adaeze’s reason', () => {
    expect(lateWrong(late, true, '  ')).toEqual({ lateReason: 'Give the reason for a day after the limit' });
    expect(lateWrong(late, true, 'Priya is away')).toEqual({});
    expect(lateReasonFor(late, ' Priya is away ')).toEqual({ lateReason: 'Priya is away' });
  });

  it('is nothing of the kind on the last day of the limit: no reason is asked for or sent', () => {
    expect(lateWrong({ daysOver: 0 }, false, '')).toEqual({});
    expect(lateReasonFor({ daysOver: 0 }, 'left over from another day')).toEqual({});
    expect(lateReasonFor(undefined, 'not known yet')).toEqual({});
  });
});
