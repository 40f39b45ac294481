import { describe, expect, it } from '@jest/globals';
import { adaeze, amina, dean, hartley, lorna, marcus, priya, sandra } from '../../test/support/hartley.js';
import { hartleyInMarch } from '../../test/support/hartley-march.js';
import { type DiscussionRoom, live } from '../../test/support/record-room.js';
import { stepCodes } from '../agenda.js';
import type { Challenge, LastStep } from '../discussion/state.js';
import { whatIsMissing } from './what-is-missing.js';

const codes = (room: DiscussionRoom) => whatIsMissing(room.state).map((g) => g.code);
const of = (room: DiscussionRoom, code: string) => whatIsMissing(room.state).filter((g) => g.code === code);

describe('what is missing before Adaeze can sign', () => {
  it('is nothing once Hartley has been talked through', () => {
    expect(whatIsMissing(hartleyInMarch().state)).toEqual([]);
  });

  it('is everything at the beginning, in the order of the agenda, each with words and a place to mend it', () => {
    const gaps = whatIsMissing(live().state);
    const places = gaps.map((g) => stepCodes.indexOf(g.step));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(gaps.map((g) => g.code))).toEqual(
      new Set([
        'chair-attendance',
        'attendance',
        'voice',
        'progress',
        'meaning',
        'no-challenge',
        'decision',
        'decision-type',
        'rationale',
        'no-step',
        'say-to-family',
      ]),
    );
    for (const gap of gaps) expect(gap.says).toMatch(/^[A-Z].*\.$|\?$/);
    expect(gaps.find((g) => g.code === 'voice')).toMatchObject({
      childId: 'jaden',
      field: 'voice/jaden',
      says: 'Add what Jaden thinks, or why Jaden was not asked.',
    });
  });

  it('no discipline is silent: Dean reports, says nothing is new, is away, or his post is vacant', () => {
    const missing = (arrange: (room: DiscussionRoom) => void) => {
      const room = live();
      arrange(room);
      return of(room, 'progress')
        .concat(of(room, 'in-writing'))
        .filter((g) => g.discipline === 'recovery')
        .map((g) => g.code);
    };
    const put = (way: string) => (room: DiscussionRoom) =>
      void room.does(sandra, 'attendance.set', { discipline: 'recovery', personId: 'dean', way });
    expect(missing(() => {})).toEqual(['progress']);
    expect(missing((room) => void room.writes(dean, 'review/recovery', '26 of 28'))).toEqual([]);
    expect(
      missing((room) => void room.does(dean, 'review.set', { discipline: 'recovery', nothingNew: true })),
    ).toEqual([]);
    expect(missing(put('absent'))).toEqual([]);
    expect(missing(put('in-room'))).toEqual(['progress']);
    expect(missing(put('in-writing'))).toEqual(['in-writing']);
    const inWriting = (room: DiscussionRoom) => {
      put('in-writing')(room);
      room.writes(dean, 'review/recovery', '26 of 28');
    };
    expect(missing(inWriting)).toEqual([]);
    const vacant = (room: DiscussionRoom) =>
      void room.does(sandra, 'attendance.set', { discipline: 'recovery', personId: null, way: 'vacant' });
    expect(missing(vacant)).toEqual([]);
  });

  it('blank space is not a report', () => {
    const room = live();
    room.writes(dean, 'review/recovery', ' \n ');
    expect(of(room, 'progress').map((g) => g.discipline)).toContain('recovery');
  });

  it('a post known to be vacant, and a discipline that is not allocated, are asked for nothing', () => {
    const expected = [
      ...hartley.expected.slice(0, 1),
      { discipline: 'mental-health' as const, personId: null, about: '', vacantSince: '2026-02-01' },
    ];
    const room = live({ expected });
    expect(whatIsMissing(room.state).filter((g) => g.discipline && g.discipline !== 'social-work')).toEqual(
      [],
    );
  });

  it('a deputy who came from a discipline nobody expected reports too', () => {
    const room = live({ expected: hartley.expected.slice(0, 1) });
    room.does(amina, 'attendance.set', { discipline: 'recovery', personId: 'amina', way: 'deputy' });
    expect(of(room, 'progress').map((g) => g.discipline)).toContain('recovery');
  });

  it('“better” wants to know how we know', () => {
    const room = live();
    room.writes(dean, 'review/recovery', 'Better');
    room.does(dean, 'review.set', { discipline: 'recovery', direction: 'better', evidence: ['self-report'] });
    expect(of(room, 'evidence')).toMatchObject([{ discipline: 'recovery', step: 'progress' }]);
  });

  it('each child discussed has a voice or a reason, and a meaning; one not discussed needs neither; none discussed is a gap', () => {
    const room = hartleyInMarch();
    room.does(sandra, 'child.discussed', { childId: 'theo', discussed: false });
    expect(codes(room)).toEqual([]);
    for (const childId of ['jaden', 'maya'])
      room.does(sandra, 'child.discussed', { childId, discussed: false });
    expect(codes(room)).toEqual(['no-child']);
    const other = live();
    other.does(priya, 'child.now', { childId: 'maya', notAskedBecause: 'She was asleep' });
    expect(of(other, 'voice').map((g) => g.childId)).toEqual(['jaden', 'theo']);
  });

  it('an unborn child is not asked what they think, and still has a meaning to be said', () => {
    const unborn = {
      childId: 'baby',
      firstName: 'Baby',
      bornOn: null,
      expectedOn: '2026-05-04',
      plans: [],
      discussed: true,
    };
    const room = live({ children: [unborn] });
    expect(of(room, 'voice')).toEqual([]);
    expect(of(room, 'meaning').map((g) => g.childId)).toEqual(['baby']);
  });

  it('scores given and not shown are a gap; no score at all is not', () => {
    const room = live();
    expect(of(room, 'scale-hidden')).toEqual([]);
    room.does(dean, 'scale.score', { score: 5, reason: '' });
    expect(of(room, 'scale-hidden')).toHaveLength(1);
    room.does(adaeze, 'scale.reveal', {});
    expect(of(room, 'scale-hidden')).toEqual([]);
  });

  it('a challenge wants an answer, then an outcome; no challenge wants one line of doubt', () => {
    const room = live();
    room.does(lorna, 'challenge.raise', { challengeId: 'c1', about: 'pace', quote: '', text: 'Too fast' });
    expect(codes(room)).toContain('challenge-answer');
    expect(codes(room)).not.toContain('no-challenge');
    room.does(marcus, 'challenge.answer', { challengeId: 'c1', text: 'No' });
    expect(of(room, 'challenge-outcome')).toMatchObject([{ challengeId: 'c1' }]);
    const quiet = live();
    quiet.writes(dean, 'wrong-about', 'The distance');
    expect(codes(quiet)).not.toContain('no-challenge');
  });

  it('a challenge carried from last time wants its outcome as well', () => {
    const carried: Challenge = {
      challengeId: 'c0',
      raisedBy: 'dean',
      recordedBy: null,
      about: 'pace',
      quote: '',
      text: 'Slow',
      at: '2026-02-10T10:00:00.000Z',
      answers: [{ by: 'priya', recordedBy: null, text: 'Yes', at: '2026-02-10T10:00:00.000Z' }],
      outcome: null,
      carriedFrom: 'd-february',
      lastOutcome: null,
    };
    const room = live({ challenges: [carried] });
    expect(of(room, 'challenge-outcome')[0]?.says).toContain('carried from last time');
    room.does(adaeze, 'challenge.settle', { challengeId: 'c0', outcome: 'accepted' });
    expect(of(room, 'challenge-outcome')).toEqual([]);
  });

  it('every next step wants words, an owner and a date; one without an end a reason; the third carry what will be different', () => {
    const room = hartleyInMarch();
    const gapsAfter = (fields: object) => {
      room.does(sandra, 'step.set', {
        stepId: 'a9',
        text: 'Visit on Sunday',
        ownerId: 'dean',
        dueOn: '2026-03-20',
        openEndedBecause: '',
        ...fields,
      });
      return whatIsMissing(room.state).map((g) => [g.code, g.stepId]);
    };
    expect(gapsAfter({})).toEqual([]);
    expect(gapsAfter({ text: '' })).toEqual([['step-text', 'a9']]);
    expect(gapsAfter({ ownerId: null, dueOn: null })).toEqual([
      ['step-owner', 'a9'],
      ['step-date', 'a9'],
    ]);
    expect(gapsAfter({ text: 'Continue to monitor' })).toEqual([['step-end', 'a9']]);
    expect(gapsAfter({ text: 'Continue to monitor', openEndedBecause: 'Kirsty wants us to' })).toEqual([]);
  });

  it('the third carry asks what will be different, and every step of last time what became of it', () => {
    const old: LastStep = {
      stepId: 's1',
      text: 'Book the dentist',
      ownerId: 'priya',
      withWhom: '',
      dueOn: '2026-02-24',
      evidence: '',
      protected: false,
      audience: [],
      carried: 2,
      status: 'open',
      note: '',
      doneOn: null,
      by: 'sandra',
    };
    const room = live({ lastSteps: [old, { ...old, stepId: 's2', protected: true }] });
    expect(of(room, 'last-step').map((g) => g.says)).toEqual([
      'Say what became of “Book the dentist”.',
      'Say what became of a protected next step.',
    ]);
    room.does(sandra, 'step.last', { stepId: 's1', status: 'not-yet' });
    expect(of(room, 'step-different')).toMatchObject([{ stepId: 's1', step: 'next-steps' }]);
    expect(of(room, 'step-date')).toMatchObject([{ stepId: 's1' }]);
    room.does(sandra, 'step.set', { stepId: 's1', different: 'Yusuf takes him' });
    expect(of(room, 'step-different')).toEqual([]);
  });

  it('no next step at all wants a reason', () => {
    const room = live();
    expect(codes(room)).toContain('no-step');
    room.writes(sandra, 'no-step-because', 'The plan closes today');
    expect(codes(room)).not.toContain('no-step');
  });
});
