import { describe, expect, it } from '@jest/globals';
import { planLines } from './plan-lines.js';

const child = (firstName: string, ...plans: { type: 'CP' | 'CLA' | 'PLO'; since: string }[]) => ({
  childId: firstName,
  firstName,
  bornOn: null,
  expectedOn: null,
  discussed: true,
  plans,
});

describe('how a family is introduced', () => {
  it('a plan that all children share names none of them, and Tyler’s own names him', () => {
    const all = planLines([
      child('Jaden', { type: 'CP', since: '2025-11-24' }),
      child('Maya', { type: 'CP', since: '2025-11-24' }),
    ]);
    expect(all.map((line) => [line.short, line.whose])).toEqual([['CP plan since 24 November 2025', []]]);
    const mixed = planLines([
      child('Tyler', { type: 'CLA', since: '2025-12-12' }),
      child('Jade', { type: 'CP', since: '2025-07-11' }),
    ]);
    expect(mixed.map((line) => line.whose)).toEqual([['Tyler'], ['Jade']]);
  });
});
