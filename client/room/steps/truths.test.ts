import { describe, expect, it } from '@jest/globals';
import { type DiscussionState, emptyDiscussion, type LastStep } from '../../../shared/discussion/state.js';
import { updateFrom, withUpdate } from '../../../shared/live/prose.js';
import { truthOf } from './truths.js';

const prose = (text: string) =>
  withUpdate(undefined, updateFrom(text, 7), 'priya', '2026-03-10T09:40:00.000Z');
const child = (childId: string) => ({
  childId,
  firstName: childId,
  bornOn: null,
  expectedOn: null,
  plans: [],
  discussed: true,
});
const last = (stepId: string, status: LastStep['status']): LastStep => ({
  stepId,
  text: 'Do it',
  ownerId: 'priya',
  withWhom: '',
  dueOn: null,
  evidence: '',
  protected: false,
  audience: [],
  carried: 0,
  status,
  note: '',
  doneOn: null,
  by: null,
});
const state: DiscussionState = {
  ...emptyDiscussion,
  status: 'live',
  children: [child('jaden'), child('maya'), child('theo')],
};

describe('how far a step is', () => {
  it('two of three children are no tick, however long the meeting took', () => {
    const two = { ...state, prose: { 'meaning/jaden': prose('Calm.'), 'meaning/maya': prose('Safer.') } };
    expect(truthOf('meaning', two)).toEqual({ stands: 'part', words: '2 of 3' });
    const three = { ...two, prose: { ...two.prose, 'meaning/theo': prose('He waits.') } };
    expect(truthOf('meaning', three)).toEqual({ stands: 'done', words: '3 of 3' });
  });

  it('every step of last time has been told, and three of four were done', () => {
    const steps = [last('a', 'done'), last('b', 'done'), last('c', 'done'), last('d', 'not-yet')];
    expect(truthOf('last-time', { ...state, lastSteps: steps })).toEqual({ stands: 'done', words: '3 of 4' });
    expect(truthOf('last-time', { ...state, lastSteps: [...steps, last('e', 'open')] })).toEqual({
      stands: 'part',
      words: '4 of 5',
    });
  });

  it('a vacant post is not waited for', () => {
    const expected = [
      { discipline: 'social-work' as const, personId: 'priya', about: '', vacantSince: null },
      { discipline: 'mental-health' as const, personId: null, about: '', vacantSince: '2026-02-01' },
    ];
    expect(
      truthOf('progress', { ...state, expected, prose: { 'review/social-work': prose('Seen.') } }),
    ).toEqual({ stands: 'done', words: '1 of 1' });
  });

  it('a challenge without an outcome stays open on the rail', () => {
    const challenge = {
      challengeId: 'c',
      raisedBy: 'lorna',
      recordedBy: null,
      about: 'evidence' as const,
      quote: '',
      text: 'How do we know?',
      at: '',
      answers: [],
      outcome: null,
      carriedFrom: null,
      lastOutcome: null,
    };
    expect(truthOf('challenge', { ...state, challenges: [challenge] })).toEqual({
      stands: 'part',
      words: '1 open',
    });
    expect(truthOf('challenge', { ...state, prose: { 'wrong-about': prose('The distance.') } }).stands).toBe(
      'done',
    );
  });

  it('before the reveal the rail says how many have scored, never the spread', () => {
    expect(truthOf('scale', { ...state, scale: { ...state.scale, count: 3 } })).toEqual({
      stands: 'part',
      words: '3 scored',
    });
  });
});
