import { describe, expect, it } from '@jest/globals';
import { likelyMissing } from './likely-quorum.js';
import { type DiscussionState, type Expected, emptyDiscussion } from './state.js';

const expected = (discipline: Expected['discipline'], personId: string | null): Expected => ({
  discipline,
  personId,
  about: '',
  vacantSince: personId ? null : '2026-02-01',
});
const family: DiscussionState = {
  ...emptyDiscussion,
  status: 'preparing',
  expected: [
    expected('social-work', 'priya'),
    expected('recovery', 'dean'),
    expected('domestic-abuse', 'lorna'),
    expected('psychology', 'ines'),
    expected('mental-health', null),
  ],
};
const nobody = () => false;

describe('whether a quorum is likely', () => {
  it('Adaeze can count on it when everybody can come, whatever post is vacant', () => {
    expect(likelyMissing(family, 'adaeze', nobody)).toEqual([]);
  });

  it('with three specialists in post and two of them on leave, a specialist is missing', () => {
    expect(likelyMissing(family, 'adaeze', (id) => id === 'dean')).toEqual([]);
    expect(likelyMissing(family, 'adaeze', (id) => id === 'dean' || id === 'ines')).toEqual(['specialist']);
  });

  it('nobody in the chair, or Priya away, is missing', () => {
    expect(likelyMissing(family, null, nobody)).toEqual(['chair']);
    expect(likelyMissing(family, 'adaeze', (id) => id === 'adaeze' || id === 'priya')).toEqual([
      'chair',
      'social-work',
    ]);
  });

  it('Priya who sent her apologies is missing, though her diary is free', () => {
    const attendance: DiscussionState['attendance'] = {
      'social-work/priya': {
        discipline: 'social-work',
        personId: 'priya',
        way: 'absent',
        inPlaceOf: null,
        joinedAt: null,
        leftAt: null,
      },
    };
    expect(likelyMissing({ ...family, attendance }, 'adaeze', nobody)).toEqual(['social-work']);
  });
});
