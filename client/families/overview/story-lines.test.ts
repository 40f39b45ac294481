import { describe, expect, it } from '@jest/globals';
import type { ChallengeLine, StoryLine } from '../../../shared/families/family.js';
import { tell } from './story-lines.js';

const names: Record<string, string> = {
  megan: 'Megan',
  adaeze: 'Adaeze',
  helen: 'Helen',
  tyler: 'Tyler',
  jade: 'Jade',
  ruby: 'Ruby',
};
const name = (id: string | null) => (id ? (names[id] ?? '') : '');
const line = (on: string, kind: string, change: Partial<StoryLine>): StoryLine => ({
  on,
  kind,
  title: '',
  words: '',
  voice: false,
  childId: null,
  byId: null,
  minutesId: null,
  discussionId: null,
  ...change,
});
const challenge = (outcome: string | null, personId: string | null = null): ChallengeLine => ({
  challengeId: `${outcome}`,
  discussionId: 'march',
  raisedBy: null,
  about: 'pace',
  text: '',
  outcome,
  reason: '',
  personId,
  byOn: null,
  raisedAt: '',
  settledAt: null,
});
const told = (lines: StoryLine[], challenges: ChallengeLine[] = []) =>
  tell(lines, { personName: name, childName: name, challenges });

describe('the story so far, as Adaeze reads it', () => {
  it('a supervision says how much was challenged, and with whom it now lies', () => {
    const [held] = told(
      [
        line('2026-03-10', 'supervision', {
          title: 'Group supervision',
          words: 'It continues.',
          discussionId: 'march',
        }),
      ],
      [challenge('accepted'), challenge('escalated', 'helen')],
    );
    expect(held).toMatchObject({ sort: 'supervision', title: 'group supervision' });
    expect(held?.words).toBe('It continues. 2 challenges, 1 with Helen.');
  });

  it('a slot that was not reached gives the reason and the chair', () => {
    const [missed] = told([
      line('2026-03-03', 'not-reached', {
        title: 'Not reached',
        words: 'The session ran out of time.',
        byId: 'adaeze',
      }),
    ]);
    expect(missed).toMatchObject({ sort: 'missed', words: 'The session ran out of time. Adaeze chaired.' });
  });

  it('what Tyler said to Megan is his, and a visit is hers', () => {
    const lines = told([
      line('2026-03-03', 'visit', {
        title: 'Visit',
        words: 'Nan’s is boring.',
        voice: true,
        childId: 'tyler',
        byId: 'megan',
      }),
      line('2026-03-04', 'visit', { title: 'Visit', words: 'Food in.', byId: 'megan' }),
    ]);
    expect(lines.map((l) => [l.sort, l.title])).toEqual([
      ['voice', 'Tyler to Megan'],
      ['between', 'visit, Megan'],
    ]);
  });

  it('sisters whose plans began on one day are told in one line, a brother’s own plan in his', () => {
    const lines = told([
      line('2026-02-20', 'plan', { title: 'Jade: pre-proceedings', childId: 'jade' }),
      line('2026-02-20', 'plan', { title: 'Ruby: pre-proceedings', childId: 'ruby' }),
      line('2025-12-12', 'plan', { title: 'Tyler: in our care', childId: 'tyler' }),
    ]);
    expect(lines.map((l) => l.title)).toEqual(['Jade and Ruby: pre-proceedings', 'Tyler: in our care']);
  });
});
