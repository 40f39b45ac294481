import { describe, expect, it } from '@jest/globals';
import { adaeze, callum, dean, helen, lorna, marcus, noor, sandra } from '../../test/support/hartley.js';
import { live, preparing } from '../../test/support/record-room.js';
import { escalationFrom } from './escalation.js';

const raised = {
  challengeId: 'c1',
  about: 'evidence',
  quote: 'Daniel has come to all six sessions',
  text: 'What tells us they are safer?',
};
const answered = { challengeId: 'c1', text: 'Attendance is not change' };

describe('a challenge', () => {
  it('Lorna raises it between meetings, Marcus answers, and Adaeze records the outcome in the meeting', () => {
    const room = preparing();
    expect(room.does(lorna, 'challenge.raise', raised)).toBeNull();
    expect(room.does(marcus, 'challenge.answer', answered)).toBeNull();
    expect(room.does(adaeze, 'challenge.settle', { challengeId: 'c1', outcome: 'accepted' })).toBe(
      'not-live',
    );
    const inRoom = live();
    inRoom.does(lorna, 'challenge.raise', raised);
    inRoom.does(marcus, 'challenge.answer', answered);
    expect(inRoom.does(adaeze, 'challenge.settle', { challengeId: 'c1', outcome: 'accepted' })).toBeNull();
    expect(inRoom.state.challenges[0]).toMatchObject({
      raisedBy: 'lorna',
      answers: [{ by: 'marcus', recordedBy: null }],
      outcome: { outcome: 'accepted', by: 'adaeze' },
    });
  });

  it('closes for nobody without an answer, and for nobody but the chair', () => {
    const room = live();
    room.does(lorna, 'challenge.raise', raised);
    expect(room.does(adaeze, 'challenge.settle', { challengeId: 'c1', outcome: 'accepted' })).toBe(
      'needs-answer',
    );
    room.does(marcus, 'challenge.answer', answered);
    expect(room.does(callum, 'challenge.settle', { challengeId: 'c1', outcome: 'accepted' })).toBe(
      'chair-only',
    );
    expect(room.does(sandra, 'challenge.settle', { challengeId: 'c1', outcome: 'accepted' })).toBe(
      'chair-only',
    );
  });

  it('asks for a reason, or for a person and a date, where the outcome needs one', () => {
    const room = live();
    room.does(lorna, 'challenge.raise', raised);
    room.does(marcus, 'challenge.answer', answered);
    const settles = (payload: object) =>
      room.does(adaeze, 'challenge.settle', { challengeId: 'c1', ...payload });
    expect(settles({ outcome: 'partly' })).toBe('needs-reason');
    expect(settles({ outcome: 'not-accepted', reason: '  ' })).toBe('needs-reason');
    expect(settles({ outcome: 'evidence-needed', personId: 'marcus' })).toBe('needs-person-and-date');
    expect(settles({ outcome: 'escalated', byOn: '2026-03-17' })).toBe('needs-person-and-date');
    const { byOn } = escalationFrom('2026-03-10');
    expect(byOn).toBe('2026-03-17');
    expect(settles({ outcome: 'escalated', personId: 'helen', byOn })).toBeNull();
  });

  it('with an outcome takes no more answers, until Adaeze opens it again', () => {
    const room = live();
    room.does(lorna, 'challenge.raise', raised);
    room.does(marcus, 'challenge.answer', answered);
    room.does(adaeze, 'challenge.settle', { challengeId: 'c1', outcome: 'accepted' });
    expect(room.does(dean, 'challenge.answer', answered)).toBe('has-outcome');
    expect(room.does(adaeze, 'challenge.settle', { challengeId: 'c1', outcome: null })).toBeNull();
    expect(room.does(dean, 'challenge.answer', answered)).toBeNull();
    expect(room.state.challenges[0]?.answers).toHaveLength(2);
  });

  it('Sandra records one that Lorna raised aloud; Dean cannot speak for Lorna, and those who only watch do not challenge', () => {
    const room = live();
    expect(room.does(dean, 'challenge.raise', { ...raised, forPersonId: 'lorna' })).toBe('pen-only');
    expect(room.does(noor, 'challenge.raise', raised)).toBe('observer');
    expect(room.does(helen, 'challenge.raise', raised)).toBe('not-yours');
    expect(room.does(sandra, 'challenge.raise', { ...raised, forPersonId: 'lorna' })).toBeNull();
    expect(room.state.challenges[0]).toMatchObject({ raisedBy: 'lorna', recordedBy: 'sandra' });
    expect(room.does(sandra, 'challenge.raise', raised)).toBe('already-there');
    expect(room.does(sandra, 'challenge.answer', { ...answered, forPersonId: 'marcus' })).toBeNull();
    expect(room.state.challenges[0]?.answers[0]).toMatchObject({ by: 'marcus', recordedBy: 'sandra' });
  });

  it('is never empty, and an answer belongs to a challenge that is there', () => {
    const room = live();
    expect(room.does(lorna, 'challenge.raise', { ...raised, text: ' ' })).toBe('unreadable');
    expect(room.does(lorna, 'challenge.answer', answered)).toBe('no-such-challenge');
    expect(room.does(adaeze, 'challenge.settle', { challengeId: 'c1', outcome: 'accepted' })).toBe(
      'no-such-challenge',
    );
  });
});
