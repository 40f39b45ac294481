import { describe, expect, it } from '@jest/globals';
import { lateReasonFor, lateWrong } from './late.js';

describe('a move to a day after the limit', () => {
  const late = { needsManager: true };
  it('is not for Sandra to make: she is told what she can do instead', () => {
    expect(lateWrong(late, false, 'Priya is away').where).toMatch(/manager/);
  });

  it('needs Adaeze’s reason', () => {
    expect(lateWrong(late, true, '  ')).toEqual({ lateReason: 'Give the reason for a day after the limit' });
    expect(lateWrong(late, true, 'Priya is away')).toEqual({});
    expect(lateReasonFor(late, ' Priya is away ')).toEqual({ lateReason: 'Priya is away' });
  });

  it('asks no reason where nobody has to allow it, and sends none', () => {
    expect(lateWrong({ needsManager: false }, false, '')).toEqual({});
    expect(lateReasonFor({ needsManager: false }, 'left over from another day')).toEqual({});
    expect(lateReasonFor(undefined, 'not known yet')).toEqual({});
  });
});
