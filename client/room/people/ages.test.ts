import { describe, expect, it } from '@jest/globals';
import { ageSays, planLines } from './ages.js';

const born = (bornOn: string | null, expectedOn: string | null = null) => ({ bornOn, expectedOn });
const child = (firstName: string, ...plans: { type: 'CP' | 'CLA' | 'PLO'; since: string }[]) => ({
  childId: firstName,
  firstName,
  bornOn: null,
  expectedOn: null,
  discussed: true,
  plans,
});

describe('how a family is introduced', () => {
  it('Maya is 7 and turns 8 on her birthday', () => {
    expect(ageSays(born('2018-06-14'), '2026-03-10')).toBe('7');
    expect(ageSays(born('2018-06-14'), '2026-06-14')).toBe('8');
  });

  it('a baby is told in months and weeks, an unborn child by the day expected', () => {
    expect(ageSays(born('2025-10-01'), '2026-03-10')).toBe('5 months');
    expect(ageSays(born('2026-02-20'), '2026-03-10')).toBe('2 weeks');
    expect(ageSays(born('2026-03-08'), '2026-03-10')).toBe('newborn');
    expect(ageSays(born(null, '2026-05-02'), '2026-03-10')).toBe('expected 2 May 2026');
  });

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
