import { describe, expect, it } from '@jest/globals';
import { reviewUnsaid } from '../../../shared/discussion/review.js';
import { type DiscussionState, emptyDiscussion } from '../../../shared/discussion/state.js';
import { updateFrom, withUpdate } from '../../../shared/live/prose.js';
import { worthAsking } from './worth-asking.js';

const names = { firstName: (id: string | null) => id ?? 'nobody', day: (date: string) => date };
const prose = (text: string) =>
  withUpdate(undefined, updateFrom(text, 7), 'Priya', '2026-03-09T09:00:00.000Z');
const theo = {
  childId: 'theo',
  firstName: 'Theo',
  bornOn: '2021-11-02',
  expectedOn: null,
  plans: [],
  discussed: true,
};
const now = {
  lastSeenOn: '2026-03-05',
  seenAlone: 'yes' as const,
  seenBy: 'Priya',
  method: 'words' as const,
  gatheredOn: '2026-03-05',
  notAskedBecause: '',
};
const marcus = {
  discipline: 'domestic-abuse-officer' as const,
  personId: 'Marcus',
  about: '',
  vacantSince: null,
};
const calm: DiscussionState = {
  ...emptyDiscussion,
  status: 'preparing',
  children: [theo],
  now: { theo: now },
  expected: [marcus],
  prose: {
    'voice/theo': prose('The big bear knocks.'),
    'review/domestic-abuse-officer': prose('Six sessions of six.'),
  },
};
const asked = (state: DiscussionState) => worthAsking(state, '2026-03-10', names).map((one) => one.words);

describe('what is worth asking', () => {
  it('nobody is asked anything when all is fresh and well founded', () => {
    expect(asked(calm)).toEqual([]);
  });

  it('Adaeze is reminded that “better” rests on attendance alone', () => {
    const review = { ...reviewUnsaid, direction: 'better' as const, evidence: ['attendance' as const] };
    expect(asked({ ...calm, reviews: { 'domestic-abuse-officer': review } })).toEqual([
      'Probation: “better” rests on attendance. What have the children noticed?',
    ]);
    const seen = { ...review, evidence: ['attendance' as const, 'seen' as const] };
    expect(asked({ ...calm, reviews: { 'domestic-abuse-officer': seen } })).toEqual([]);
  });

  it('Theo’s words grow old on the thirty-second day, not on the thirty-first', () => {
    const on = (gatheredOn: string) => asked({ ...calm, now: { theo: { ...now, gatheredOn } } });
    expect(on('2026-02-07')).toEqual([]);
    expect(on('2026-02-06')).toEqual(['Theo’s words are from 2026-02-06. What would Theo say today?']);
  });

  it('a child whom nobody has asked comes first', () => {
    const { 'voice/theo': _, ...rest } = calm.prose;
    expect(asked({ ...calm, prose: rest })[0]).toBe(
      'Nothing yet in Theo’s own words. Who will ask, and how?',
    );
    expect(asked({ ...calm, prose: rest, now: { theo: { ...now, notAskedBecause: 'asleep' } } })).toEqual([]);
  });

  it('Marcus is asked why his words are last month’s, or why there are none', () => {
    expect(
      asked({ ...calm, lastProse: { 'review/domestic-abuse-officer': 'Six sessions of six.' } }),
    ).toEqual(['Marcus’s words are last month’s. Is nothing different, or is nobody looking?']);
    expect(asked({ ...calm, prose: { 'voice/theo': calm.prose['voice/theo']! } })).toEqual([
      'Nothing from Marcus yet (probation). What have they seen?',
    ]);
  });

  it('a vacant post is asked about, and is not called silent', () => {
    const vacant = {
      discipline: 'mental-health' as const,
      personId: null,
      about: '',
      vacantSince: '2026-02-01',
    };
    expect(asked({ ...calm, expected: [marcus, vacant] })).toEqual([
      'The mental health post is vacant since 2026-02-01. Who covers what it would bring?',
    ]);
  });

  it('a step carried again and still open is asked about, and its protected words are never shown', () => {
    const step = {
      stepId: 's',
      text: 'Take Alfie to the dentist',
      ownerId: 'Megan',
      withWhom: '',
      dueOn: null,
      evidence: '',
      protected: false,
      audience: [],
      carried: 2,
      status: 'open' as const,
      note: '',
      doneOn: null,
      by: null,
    };
    expect(asked({ ...calm, lastSteps: [step] })).toEqual([
      '“Take Alfie to the dentist” has been carried 2 times. What stands in Megan’s way?',
    ]);
    expect(asked({ ...calm, lastSteps: [{ ...step, text: '', protected: true }] })).toEqual([]);
    expect(asked({ ...calm, lastSteps: [{ ...step, status: 'done' }] })).toEqual([]);
  });
});
