import { describe, expect, it } from '@jest/globals';
import { adaeze, dean, hartley, lorna, marcus, priya, sandra } from '../../test/support/hartley.js';
import { hartleyInMarch } from '../../test/support/hartley-march.js';
import { DiscussionRoom, live, preparing } from '../../test/support/record-room.js';
import { joined, proseLimit, proseText } from '../live/prose.js';
import { carriedInto, carryForward } from './carry-forward.js';
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

  describe('when it did not count, and Dean has begun the next one meanwhile', () => {
    const uncounted = () => {
      const room = hartleyInMarch();
      room.does(sandra, 'attendance.set', { discipline: 'social-work', personId: 'priya', way: 'absent' });
      return carryForward(room.state);
    };
    const before = proseText(uncounted().prose?.['review/recovery']);
    const begun = (text: string) => {
      const room = preparing({ ...hartley, discussionId: 'd-april', afterId: 'd-march', lastProse: {} });
      room.writes(dean, 'review/recovery', text);
      return room;
    };
    const arrives = (room: DiscussionRoom, clientId = 4711) =>
      room.records('discussion.carry', carriedInto(room.state, uncounted(), clientId));

    it('his whole review stands in front of his new line, and both are his', () => {
      const room = begun('He missed Tuesday.');
      room.does(dean, 'review.set', { discipline: 'recovery', ready: true });
      arrives(room);
      const { updates, size, writers } = room.state.prose['review/recovery'] ?? { updates: [] };
      expect(proseText(room.state.prose['review/recovery'])).toBe(`${before}\n\nHe missed Tuesday.`);
      expect(size).toBe(updates.join('').length);
      expect(writers).toEqual(['dean']);
      expect(room.state.reviews.recovery).toMatchObject({ ready: true, evidence: ['test', 'self-report'] });
      expect(room.state.lastProse['review/recovery']).toBe('Twenty-two alcohol-free days of 28.');
    });

    it('nothing stands there twice where he had copied it himself', () => {
      const room = begun(`${before} And on Tuesday.`);
      arrives(room);
      expect(proseText(room.state.prose['review/recovery'])).toBe(`${before} And on Tuesday.`);
    });

    it('it stands in a field that he has emptied again, and beside one that is full', () => {
      const room = begun('x');
      const { prose } = room.state;
      const emptied = { ...prose['review/recovery']!, updates: ['AAA='] };
      const full = { ...prose['review/recovery']!, size: proseLimit };
      const into = (here: typeof full) =>
        carriedInto({ ...room.state, prose: { 'review/recovery': here } }, uncounted(), 4711);
      expect(proseText(joined(emptied, into(emptied).further!.prose['review/recovery']!))).toBe(before);
      expect(into(full).further?.prose).toEqual({});
      expect(into(full).lastProse['review/recovery']).toBe(before);
    });

    it('it is what the schema asks for', () => {
      const kind = new DiscussionRoom().log.kinds['discussion.carry'];
      const carry = carriedInto(begun('He missed Tuesday.').state, uncounted(), 4711);
      expect(kind?.schema.safeParse(carry)).toMatchObject({ success: true });
    });
  });

  describe('when a later one was signed before it', () => {
    const may = () => {
      const room = preparing({
        ...hartley,
        ...{ discussionId: 'd-may', afterId: 'd-april', lastHeldOn: '2026-04-07', lastSteps: [] },
        ...{ lastProse: { decision: 'April’s decision' }, scaleLast: { group: 7, scores: {} } },
      });
      const { lastSteps } = carryForward(hartleyInMarch().state);
      room.records('discussion.carry', {
        ...{ afterId: 'd-april', lastHeldOn: '2026-04-07', lastProse: { decision: 'April’s decision' } },
        ...{ lastSteps: lastSteps.slice(0, 1), challenges: [], scaleLast: { group: 7, scores: {} } },
      });
      return room;
    };

    it('its steps and its challenge come to the one in preparation, beside what the later one left', () => {
      const march = hartleyInMarch();
      const outcome = { outcome: 'escalated', personId: 'helen', byOn: '2026-03-17' };
      march.does(adaeze, 'challenge.settle', { challengeId: 'c1', ...outcome });
      const room = may();
      room.does(sandra, 'step.last', { stepId: 'a1', status: 'done' });
      room.records('discussion.carry', carriedInto(room.state, carryForward(march.state), 4711));
      expect(room.state.lastSteps.map((s) => [s.stepId, s.status])).toEqual([
        ['a2', 'open'],
        ['a3', 'open'],
        ['a4', 'open'],
        ['a1', 'done'],
      ]);
      expect(room.state.challenges.map((c) => c.challengeId)).toEqual(['c1']);
      expect(room.state).toMatchObject({
        ...{ afterId: 'd-april', lastHeldOn: '2026-04-07', lastProse: { decision: 'April’s decision' } },
        scale: { last: { group: 7, scores: {} } },
      });
      expect(JSON.stringify(room.sentTo(marcus))).not.toContain('gate');
    });

    it('reviews that waited since then do not stand among newer ones', () => {
      const march = hartleyInMarch();
      march.does(sandra, 'attendance.set', { discipline: 'social-work', personId: 'priya', way: 'absent' });
      const carry = carriedInto(may().state, carryForward(march.state), 4711);
      expect(carry).toMatchObject({ late: true });
      expect(carry.prose ?? carry.reviews ?? carry.further).toBeUndefined();
      const kind = new DiscussionRoom().log.kinds['discussion.carry'];
      expect(kind?.schema.safeParse(carry)).toMatchObject({ success: true });
    });
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
