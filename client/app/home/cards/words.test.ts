import { describe, expect, it } from '@jest/globals';
import type { HomeReview } from '../../../../shared/home/home.js';
import type { Preparing, PreparingReview } from '../../../../shared/home/preparing.js';
import type { SinceLine } from '../../../../shared/home/since.js';
import { missingSays, readySays as reviewsReady, standsSays } from './preparing-words.js';
import { aboutReview, readySays, reviewDue, waitingFirst } from './review-words.js';
import { sinceSays, whenSays } from './since-words.js';

const today = '2026-03-10';
const review = (familyName: string, over: Partial<HomeReview> = {}): HomeReview => ({
  familyId: familyName,
  familyName,
  discussionId: familyName,
  discipline: 'recovery',
  about: 'Lee and Shauna',
  planned: { teamName: 'Northgate', on: today, at: '10:30', pattern: 3 },
  dueOn: '2026-03-03',
  dueBy: '2026-03-12',
  draftAt: null,
  ready: false,
  ...over,
});
const eastfield = { teamName: 'Eastfield', on: '2026-03-17', at: '09:30', pattern: 4 };

describe('what waits for Dean’s words', () => {
  it('today’s is wanted by the time that its family comes, which moves', () => {
    expect(reviewDue(review('Doyle'), today)?.words).toBe('By 10:30am today');
    const moved = Date.parse('2026-03-10T10:42:00Z');
    expect(reviewDue(review('Doyle'), today, moved)).toEqual({ words: 'By 10:42am today', tone: 'warn' });
    expect(aboutReview(review('Doyle', { draftAt: '2026-03-06T15:00:00.000Z' }), today)).toBe(
      'Lee and Shauna · your draft from 6 March',
    );
  });

  it('the others by their day, five working days before', () => {
    const due = (dueOn: string) => reviewDue({ planned: eastfield, dueOn }, today)?.words;
    expect([due('2026-03-10'), due('2026-03-12'), due('2026-03-05')]).toEqual([
      'Due today',
      'Due 12 March',
      'Was due 5 March',
    ]);
    expect(aboutReview(review('Pritchard', { planned: eastfield, about: 'Gareth' }), today)).toBe(
      'Eastfield, Tuesday 17 March · Gareth',
    );
    expect(aboutReview(review('Nash', { planned: null, dueOn: null }), today)).toBe(
      'Lee and Shauna · due by 12 March, no session yet',
    );
  });

  it('sessions come first, then the nearest limits, and the rest is counted', () => {
    const many = Array.from({ length: 9 }, (_, n) =>
      review(`N${n}`, { planned: null, dueBy: `2026-04-0${9 - n}` }),
    );
    const all = [...many, review('Pritchard', { planned: eastfield }), review('Doyle')];
    const { shown, unplanned } = waitingFirst(all);
    expect(shown.map((one) => one.familyName)).toEqual(['Doyle', 'Pritchard', 'N8', 'N7', 'N6', 'N5']);
    expect(unplanned).toBe(5);
  });

  it('what is ready is named for the first day, and counted by team after it', () => {
    const ready = { ready: true };
    const south = { teamName: 'Southgate', on: '2026-03-19', at: '11:00', pattern: 1 };
    expect(
      readySays([
        review('Okafor', { ...ready, planned: south }),
        review('Hartley', ready),
        review('Birch', { ...ready, planned: south }),
        review('Doyle'),
      ]),
    ).toBe('Hartley, and 2 for Southgate');
    expect(readySays([review('Hartley', ready)])).toBe('Hartley');
    expect(readySays([])).toBe('');
  });
});

describe('since Dean last looked', () => {
  const line = {
    at: '2026-03-09T16:40:00.000Z',
    by: { personId: 'megan', firstName: 'Megan', discipline: 'social-work' as const },
    familyId: 'doyle',
    familyName: 'Doyle',
    discussionId: 'd',
  };
  const says = (one: object) => sinceSays({ ...line, ...one } as SinceLine, today).words;

  it('he reads that it was done, by whom and when, and not a word of what it says', () => {
    expect(says({ kind: 'voice', children: ['Jade', 'Alfie'] })).toBe('added what Jade and Alfie said.');
    expect(says({ kind: 'review', discipline: 'social-work', ready: true })).toBe(
      'finished the social work review.',
    );
    expect(says({ kind: 'minutes', minutesId: 'm', stepsForYou: 2 })).toBe(
      'signed the minutes, with 2 next steps for you.',
    );
    expect(says({ kind: 'slot', to: { on: '2026-03-19', at: '14:00' } })).toBe(
      'moved Doyle to Thursday 19 March, 2pm',
    );
    expect(says({ kind: 'slot', to: null })).toBe('took Doyle out of its session');
  });

  it('days are told as people tell them', () => {
    expect(whenSays(line.at, today)).toBe('Yesterday, 4:40pm');
    expect(whenSays('2026-03-10T09:05:00.000Z', today)).toBe('Today, 9:05am');
    expect(whenSays('2026-03-06T11:05:00.000Z', today)).toBe('Friday 6 March, 11:05am');
  });
});

describe('how ready a session is', () => {
  const of = (
    firstName: string | null,
    stands: PreparingReview['stands'],
    away = false,
  ): PreparingReview => ({
    discipline: firstName ? 'recovery' : 'mental-health',
    person: firstName ? { personId: firstName, name: firstName, firstName } : null,
    stands,
    away,
  });

  it('Adaeze reads who has written and who has not, and which post is vacant', () => {
    const reviews = [of('Dean', 'draft'), of('Farah', 'nothing'), of('Lorna', 'ready'), of(null, 'vacant')];
    expect(reviewsReady(reviews)).toBe('1 of 3 reviews ready');
    expect(standsSays(reviews)).toBe('Nothing yet from Farah · draft from Dean · mental health vacant');
    expect(reviewsReady([of('Lorna', 'ready')])).toBe('All reviews are ready');
  });

  it('a quorum that is not likely says who is missing', () => {
    const family = (missing: Preparing['families'][number]['missing'], reviews: PreparingReview[]) =>
      missingSays({ missing, reviews } as Preparing['families'][number]);
    expect(family([], [])).toBeNull();
    expect(
      family(['social-work', 'specialist'], [of('Priya', 'ready', true), of('Dean', 'nothing', true)]),
    ).toBe('Not quorate as planned: without the social worker and a specialist; Priya and Dean are away');
  });
});
