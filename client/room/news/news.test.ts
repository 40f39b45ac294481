import { describe, expect, it } from '@jest/globals';
import { type Challenge, type DiscussionState, emptyDiscussion } from '../../../shared/discussion/state.js';
import { updateFrom, withUpdate } from '../../../shared/live/prose.js';
import { peopleOf } from '../people/people.js';
import { newsBetween } from './news.js';

const people = peopleOf(
  (['Lorna', 'Marcus', 'Adaeze'] as const).map((firstName) => ({
    personId: firstName.toLowerCase(),
    name: firstName,
    firstName,
    discipline: 'management' as const,
    workingDays: '1111100',
  })),
);
const at = '2026-03-10T09:54:00.000Z';
const before: DiscussionState = { ...emptyDiscussion, status: 'live', discussionId: 'd' };
const challenge: Challenge = {
  challengeId: 'c',
  raisedBy: 'lorna',
  recordedBy: null,
  about: 'evidence',
  quote: '',
  text: 'What tells us?',
  at,
  answers: [],
  outcome: null,
  carriedFrom: null,
  lastOutcome: null,
};
const heard = (old: DiscussionState, now: DiscussionState, you = 'adaeze') =>
  newsBetween(old, now, people, you).map((n) => n.words);

describe('what a listener in the room is told', () => {
  it('Adaeze hears that Lorna challenges and that Marcus answers, and Lorna does not hear herself', () => {
    const asked = { ...before, challenges: [challenge] };
    const answered = {
      ...before,
      challenges: [{ ...challenge, answers: [{ by: 'marcus', recordedBy: null, text: 'I agree.', at }] }],
    };
    expect(heard(before, asked)).toEqual(['Challenge from Lorna']);
    expect(heard(asked, answered)).toEqual(['Marcus answered the challenge']);
    expect(heard(before, asked, 'lorna')).toEqual([]);
  });

  it('before the reveal nobody hears who scored, at the reveal everybody hears the whole ruler', () => {
    const hidden = { ...before, scale: { ...before.scale, count: 2 } };
    const score = (n: number) => ({ score: n, reason: '', recordedBy: null, at });
    const shown = {
      ...hidden,
      scale: { ...hidden.scale, revealedAt: at, scores: { lorna: score(3), marcus: score(6) } },
    };
    expect(heard(before, hidden)).toEqual(['2 people have scored']);
    expect(heard(hidden, shown)).toEqual(['Scores revealed. Lorna 3, Marcus 6. Spread 3.']);
  });

  it('Marcus hears once that the decision is being written, and never the typing', () => {
    const first = {
      ...before,
      prose: { decision: withUpdate(undefined, updateFrom('The plan', 1), 'adaeze', at) },
    };
    const more = {
      ...before,
      prose: { decision: withUpdate(undefined, updateFrom('The plan continues', 2), 'adaeze', at) },
    };
    expect(heard(before, first, 'marcus')).toEqual(['The decision is being written']);
    expect(heard(first, more, 'marcus')).toEqual([]);
  });

  it('nobody hears the catching up when another family comes into view', () => {
    expect(heard(before, { ...before, discussionId: 'other', challenges: [challenge] })).toEqual([]);
  });
});
