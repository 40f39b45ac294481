import { describe, expect, it } from '@jest/globals';
import { adaeze, dean, hartley, lorna, marcus, priya, sandra } from '../../test/support/hartley.js';
import { hartleyInMarch } from '../../test/support/hartley-march.js';
import { DiscussionRoom, live } from '../../test/support/record-room.js';
import { proseText } from '../live/prose.js';
import { carryForward } from './carry-forward.js';
import { qualifies } from './qualifies.js';

describe('what counts as the month’s supervision', () => {
  it('Hartley’s does, held on 10 March', () => {
    expect(qualifies(hartleyInMarch().state)).toEqual({ counts: true, quorate: true, because: [] });
  });

  it('a talk without Priya does not, and says why; Adaeze’s reason lets it count', () => {
    const room = hartleyInMarch();
    room.does(sandra, 'attendance.set', { discipline: 'social-work', personId: 'priya', way: 'absent' });
    expect(qualifies(room.state)).toEqual({
      counts: false,
      quorate: false,
      because: ['Too few were there.'],
    });
    room.does(adaeze, 'quorum.override', { reason: 'Priya wrote it all and is ill' });
    expect(qualifies(room.state)).toMatchObject({ counts: true, quorate: false });
  });

  it('nothing from social work, no decision or no child does not count, whoever was there', () => {
    const room = live();
    for (const who of [adaeze, priya, lorna, dean]) {
      room.does(who, 'attendance.set', {
        discipline: who.discipline,
        personId: who.personId,
        way: 'in-room',
      });
    }
    expect(qualifies(room.state).because).toEqual([
      'Nothing was recorded from social work.',
      'No decision with its reason was recorded.',
    ]);
    for (const childId of ['jaden', 'maya', 'theo'])
      room.does(sandra, 'child.discussed', { childId, discussed: false });
    expect(qualifies(room.state).because[0]).toBe('No child was discussed.');
  });
});

describe('what one discussion leaves to the next', () => {
  it('Hartley’s next has the four steps to be reviewed, last month’s words and scores, and a new clock', () => {
    const carried = carryForward(hartleyInMarch().state);
    expect(carried).toMatchObject({ afterId: 'd-march', lastHeldOn: '2026-03-10' });
    expect(carried.lastSteps.map((s) => [s.stepId, s.status, s.carried])).toEqual([
      ['a1', 'open', 0],
      ['a2', 'open', 0],
      ['a3', 'open', 0],
      ['a4', 'open', 0],
    ]);
    expect(carried.lastSteps[2]).toMatchObject({
      protected: true,
      audience: ['domestic-abuse'],
      by: 'sandra',
    });
    expect(carried.lastProse['review/recovery']).toContain('26 alcohol-free days');
    expect(carried.scaleLast).toEqual({
      group: 4,
      scores: { priya: 5, lorna: 3, marcus: 6, dean: 5, adaeze: 4 },
    });
    expect(carried.challenges).toEqual([]);
    expect(carried.prose).toBeUndefined();
  });

  it('a challenge that waits for evidence or for Helen goes along, without its outcome and with what was said', () => {
    const room = hartleyInMarch();
    const outcome = { outcome: 'escalated', personId: 'helen', byOn: '2026-03-17' };
    room.does(adaeze, 'challenge.settle', { challengeId: 'c1', ...outcome });
    const [challenge] = carryForward(room.state).challenges;
    expect(challenge).toMatchObject({
      challengeId: 'c1',
      outcome: null,
      lastOutcome: outcome,
      carriedFrom: 'd-march',
    });
    expect(challenge?.answers).toHaveLength(1);
  });

  it('after a talk that did not count the reviews go along as they are, and the clock runs on from February', () => {
    const room = hartleyInMarch();
    room.does(sandra, 'attendance.set', { discipline: 'social-work', personId: 'priya', way: 'absent' });
    const carried = carryForward(room.state);
    expect(carried.lastHeldOn).toBe('2026-02-10');
    const next = new DiscussionRoom();
    next.records('discussion.open', { ...hartley, ...carried, discussionId: 'd-april' });
    expect(proseText(next.state.prose['review/recovery'])).toContain('26 alcohol-free days');
    expect(next.state.reviews.recovery?.evidence).toEqual(['test', 'self-report']);
    expect(next.state.lastProse['review/recovery']).toBe('Twenty-two alcohol-free days of 28.');
    expect(next.state.prose['decision']).toBeUndefined();
    // The words go on being the same text: Dean writes further in it.
    expect(next.does(dean, 'review.set', { discipline: 'recovery', ready: true })).toBeNull();
  });

  it('opens the next with every field that its schema asks for', () => {
    const carried = carryForward(hartleyInMarch().state);
    const kind = new DiscussionRoom().log.kinds['discussion.open'];
    expect(kind?.schema.safeParse({ ...hartley, ...carried }).success).toBe(true);
    expect(new DiscussionRoom().log.kinds['discussion.carry']?.schema.safeParse(carried).success).toBe(true);
  });

  it('Marcus does not receive the protected step in the next discussion either', () => {
    const next = new DiscussionRoom();
    next.records('discussion.open', { ...hartley, ...carryForward(hartleyInMarch().state) });
    expect(JSON.stringify(next.sentTo(marcus))).not.toContain('gate');
    expect(next.seenBy(marcus).lastSteps[2]).toMatchObject({ ownerId: 'priya', protected: true, text: '' });
  });

  it('scores that were never revealed go nowhere', () => {
    const room = live();
    room.does(dean, 'scale.score', { score: 2, reason: '' });
    expect(carryForward(room.state).scaleLast).toEqual({ group: 4, scores: { priya: 4, lorna: 3 } });
  });
});
