import { describe, expect, it } from '@jest/globals';
import type { NextStep } from '../discussion/state.js';
import { bankHolidays } from '../schedule/working-days.js';
import { endlessIn, type Owner, stepHints } from './hints.js';

const people: Owner[] = [
  { personId: 'megan', firstName: 'Megan', workingDays: '1110000' },
  { personId: 'lorna', firstName: 'Lorna', workingDays: '1111100' },
];
const good: NextStep = {
  stepId: 'a1',
  text: 'Agree with Kirsty who may pass on messages',
  ownerId: 'lorna',
  withWhom: '',
  dueOn: '2026-03-13',
  evidence: 'safety plan v4 dated',
  protected: false,
  audience: [],
  from: 'decision',
  carried: 0,
  different: '',
  openEndedBecause: '',
  accepted: null,
  by: 'sandra',
};
const codes = (step: Partial<NextStep>, last: NextStep[] = []) =>
  stepHints(
    { ...good, ...step },
    people,
    bankHolidays(2026),
    last.map((s) => ({ ...s, status: 'not-yet' as const, note: '', doneOn: null })),
  ).map((h) => h.code);

describe('hints while Sandra types a next step', () => {
  it('a good step is left alone, and so is an empty one', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ text: '' })).toEqual([]);
  });

  it.each([
    'Ask Daniel to describe, in Maya’s words, one frightening evening',
    'Check the collection password at the new gate',
    'Plan for Sunday-evening calls, with Kirsty choosing the plan',
    'Write the early-warning sheet in Polish, on the fridge',
    'See Filip on his own after the first week of nights',
    'Book and take Alfie to the dentist',
    'Offer a family group meeting, Carol to choose who comes',
    'Make the back bedroom safe: stair gate, plug covers',
    'Fill the MHP vacancy or name cover for Shauna',
    'Rebook the appointment at the clinic',
  ])('“%s” begins with a verb and has an end', (text) => {
    expect(codes({ text })).toEqual([]);
  });

  it('she is asked to start with a verb when a name comes first', () => {
    expect(codes({ text: 'Alfie to see the dentist' })).toEqual(['no-verb']);
  });

  it.each([
    'Ongoing support',
    'Continue to monitor',
    'Do direct work',
    'Visit ASAP',
    'Keep an eye on the evenings',
  ])('she is told that “%s” has no end', (text) => {
    expect(codes({ text })).toContain('no-end');
  });

  it('direct work that is counted has an end, and so has a step with a reason for having none', () => {
    expect(endlessIn('Do three sessions of direct work about feelings')).toBeNull();
    expect(codes({ text: 'Continue to visit', openEndedBecause: 'Kirsty asked for it' })).toEqual([]);
  });

  it('a weekend, a bank holiday and a day the owner does not work are said, one at a time', () => {
    expect(codes({ dueOn: '2026-03-14' })).toEqual(['weekend']);
    expect(codes({ dueOn: '2026-04-03' })).toEqual(['bank-holiday']);
    expect(codes({ ownerId: 'megan', dueOn: '2026-03-12' })).toEqual(['not-working']);
    expect(codes({ ownerId: 'megan', dueOn: '2026-03-11' })).toEqual([]);
    expect(codes({ ownerId: 'somebody-new' })).toEqual([]);
  });

  it('the same words carried a second time are drift, and the third carry asks what will be different', () => {
    expect(codes({ carried: 1 }, [good])).toEqual([]);
    expect(codes({ carried: 2 }, [good])).toEqual(['drift']);
    expect(codes({ carried: 2, text: 'Take Kirsty through the safety plan' }, [good])).toEqual([]);
    expect(codes({ carried: 3 })).toEqual(['different']);
    expect(codes({ carried: 3, different: 'Yusuf takes it on' })).toEqual([]);
  });
});
