import { describe, expect, it } from '@jest/globals';
import {
  adaeze,
  dean,
  everybody,
  hartley,
  lorna,
  marcus,
  priya,
  sandra,
  tuesday,
} from '../../test/support/hartley.js';
import { DiscussionRoom, live, preparing } from '../../test/support/record-room.js';
import type { Carried } from './opening.js';
import type { Challenge, LastStep } from './state.js';

const gate: LastStep = {
  stepId: 'a3',
  text: 'Check the collection password at the new gate',
  ownerId: 'priya',
  withWhom: 'the school',
  dueOn: '2026-02-20',
  evidence: 'school confirms in writing',
  protected: true,
  audience: ['domestic-abuse'],
  carried: 0,
  status: 'open',
  note: '',
  doneOn: null,
  by: 'sandra',
};
const drift: Challenge = {
  challengeId: 'c-feb',
  raisedBy: 'dean',
  recordedBy: null,
  about: 'pace',
  quote: '',
  text: 'The dentist was carried twice',
  at: '2026-02-10T10:00:00.000Z',
  answers: [
    { by: 'priya', recordedBy: null, text: 'It was missed in January', at: '2026-02-10T10:01:00.000Z' },
  ],
  outcome: null,
  carriedFrom: 'd-february',
  lastOutcome: null,
};
const carried: Carried = {
  afterId: 'd-february',
  lastHeldOn: '2026-02-10',
  lastProse: { decision: 'The plan continues' },
  lastSteps: [gate],
  challenges: [drift],
  scaleLast: { group: 4, scores: { dean: 5 } },
};

describe('a family’s next discussion', () => {
  it('opens once, for preparation, with what is known of the family', () => {
    const room = preparing();
    expect(room.state).toMatchObject({
      status: 'preparing',
      familyName: 'Hartley / Osei / Brooks',
      lastHeldOn: '2026-02-10',
    });
    room.records('discussion.open', { ...hartley, familyName: 'Another' });
    expect(room.state.familyName).toBe('Hartley / Osei / Brooks');
  });

  it('receives what the one before left open, beside what Dean has already written in it', () => {
    const room = preparing({ lastProse: {}, scaleLast: { group: null, scores: {} } });
    room.writes(dean, 'review/recovery', 'Twenty-six days');
    room.does(dean, 'challenge.raise', {
      challengeId: 'c-new',
      about: 'pace',
      quote: '',
      text: 'We are slow',
    });
    room.records('discussion.carry', carried);
    expect(room.state.lastSteps).toHaveLength(1);
    expect(room.state.challenges.map((c) => c.challengeId)).toEqual(['c-feb', 'c-new']);
    expect(room.state.scale.last.group).toBe(4);
    expect(Object.keys(room.state.prose)).toEqual(['review/recovery']);
  });

  it('keeps a protected step of last time from Marcus, and shows it to Priya, who owns it, and to Lorna, whom it names', () => {
    const room = preparing({ lastSteps: [gate] });
    const textFor = (who: typeof priya) => room.seenBy(who).lastSteps[0]?.text;
    expect(textFor(marcus)).toBe('');
    expect(room.seenBy(marcus).lastSteps[0]).toMatchObject({
      ownerId: 'priya',
      dueOn: '2026-02-20',
      withWhom: '',
      evidence: '',
    });
    expect(JSON.stringify(room.sentTo(marcus))).not.toContain('gate');
    for (const who of [priya, lorna, sandra, adaeze]) expect(textFor(who)).toContain('gate');
  });

  it('goes into a session and out of it again with everything prepared', () => {
    const room = preparing();
    room.writes(dean, 'review/recovery', 'Twenty-six days');
    room.records('discussion.plan', { sessionId: 's-1' });
    room.records('chair.set', { personId: 'callum', inPlaceOf: 'adaeze' });
    expect(room.state).toMatchObject({ sessionId: 's-1', chairId: 'callum', inPlaceOf: 'adaeze' });
    room.records('discussion.plan', { sessionId: null });
    expect(room.state).toMatchObject({ sessionId: null, chairId: null, inPlaceOf: null, penId: null });
    expect(room.state.prose['review/recovery']).toBeDefined();
  });

  it('takes in new allocations without forgetting whom Sandra had ticked off', () => {
    const room = preparing();
    room.does(sandra, 'child.discussed', { childId: 'theo', discussed: false });
    const { children, adults, expected } = hartley;
    room.records('discussion.refresh', {
      familyName: 'Hartley',
      children,
      adults,
      expected: expected.slice(0, 1),
    });
    expect(room.state.children.map((c) => c.discussed)).toEqual([true, true, false]);
    expect(room.state.expected).toHaveLength(1);
  });
});

describe('the brief', () => {
  it('is fixed where the log stood when the session opened', () => {
    const room = preparing();
    room.writes(dean, 'review/recovery', 'Twenty-six days');
    room.records('brief.fix', {});
    expect(room.state.brief?.seq).toBe(3);
  });

  it('is read up to an entry that exists, by anybody who may see it, and never less than before', () => {
    const room = preparing();
    for (const who of everybody) expect(room.does(who, 'brief.read', { seq: 999 })).toBeNull();
    expect(room.state.readBy['adaeze']?.seq).toBe(2);
    room.does(adaeze, 'brief.read', { seq: 1 });
    expect(room.state.readBy['adaeze']?.seq).toBe(2);
  });
});

describe('the room at a family', () => {
  it('begins, ends, and comes back on the same day with the same beginning', () => {
    const room = live();
    const { beganAt } = room.state;
    expect(room.state).toMatchObject({
      status: 'live',
      heldOn: '2026-03-10',
      chairId: 'adaeze',
      penId: 'sandra',
    });
    room.records('discussion.end', {});
    expect(room.state).toMatchObject({ status: 'held' });
    room.records('discussion.begin', { ...tuesday, heldOn: '2026-03-11', penId: 'dean' });
    expect(room.state).toMatchObject({ status: 'live', heldOn: '2026-03-10', beganAt, endedAt: null });
    expect(room.state.pens.map((p) => p.personId)).toEqual(['sandra', 'dean']);
  });

  it('was there by mistake: the family is as it was, still to be discussed', () => {
    const room = live();
    room.records('discussion.end', { mistake: true });
    expect(room.state).toMatchObject({ status: 'preparing', heldOn: null, beganAt: null });
    room.records('discussion.end', {});
    expect(room.state.status).toBe('preparing');
  });

  it('finds those who were ticked in beforehand there from the beginning', () => {
    const room = preparing();
    room.does(dean, 'attendance.set', { discipline: 'recovery', personId: 'dean', way: 'remote' });
    room.does(sandra, 'attendance.set', { discipline: 'social-work', personId: 'priya', way: 'in-writing' });
    expect(room.state.attendance['recovery/dean']?.joinedAt).toBeNull();
    room.records('discussion.begin', tuesday);
    expect(room.state.attendance['recovery/dean']?.joinedAt).toBe(room.state.beganAt);
    expect(room.state.attendance['social-work/priya']?.joinedAt).toBeNull();
  });

  it('does not begin a discussion that was never opened', () => {
    const room = new DiscussionRoom();
    room.records('discussion.begin', tuesday);
    expect(room.state.status).toBe('empty');
  });
});
