import { describe, expect, it } from '@jest/globals';
import { owedFor, type Preparing, type PreparingReview, readyOf } from './preparing.js';

const review = (name: string | null, stands: PreparingReview['stands']): PreparingReview => ({
  discipline: 'recovery',
  person: name ? { personId: name, name, firstName: name } : null,
  stands,
  away: false,
});
const family = (familyName: string, reviews: PreparingReview[]): Preparing['families'][number] => ({
  slotId: familyName,
  discussionId: familyName,
  familyId: familyName,
  familyName,
  startsAt: '09:30',
  pattern: 1,
  reviews,
  missing: [],
});

describe('what is still owed for a session', () => {
  const families = [
    family('Hartley', [review('Dean', 'ready'), review('Farah', 'nothing'), review(null, 'vacant')]),
    family('Doyle', [review('Dean', 'draft'), review('Lorna', 'draft')]),
    family('Okafor', [review('Lorna', 'nothing')]),
  ];

  it('Sandra asks each person once, for all they owe, and nobody for a vacant post', () => {
    expect(
      owedFor({ families }).map((one) => [one.name, one.families.map((f) => [f.familyName, f.stands])]),
    ).toEqual([
      [
        'Lorna',
        [
          ['Doyle', 'draft'],
          ['Okafor', 'nothing'],
        ],
      ],
      ['Dean', [['Doyle', 'draft']]],
      ['Farah', [['Hartley', 'nothing']]],
    ]);
  });

  it('Adaeze reads how many are ready, of those that somebody can write', () => {
    expect(readyOf(families[0]?.reviews ?? [])).toEqual({ ready: 1, of: 2 });
  });
});
