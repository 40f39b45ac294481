import { describe, expect, it } from '@jest/globals';
import {
  adaeze,
  amina,
  callum,
  dean,
  helen,
  lorna,
  marcus,
  noor,
  priya,
  sandra,
} from '../../test/support/hartley.js';
import { type DiscussionRoom, live, preparing } from '../../test/support/record-room.js';
import { quorum, wayOf } from './attendance.js';
import type { AttendanceWay, Expected } from './state.js';

const comes = (room: DiscussionRoom, who: typeof dean, way: AttendanceWay = 'in-room') =>
  room.does(who, 'attendance.set', { discipline: who.discipline, personId: who.personId, way });

describe('attendance', () => {
  it('Dean says for himself that he is remote, and Sandra, who has the pen, says it for anybody', () => {
    const room = live();
    expect(comes(room, dean, 'remote')).toBeNull();
    expect(
      room.does(sandra, 'attendance.set', { discipline: 'social-work', personId: 'priya', way: 'in-room' }),
    ).toBeNull();
    expect(room.state.attendance['recovery/dean']).toMatchObject({ way: 'remote', leftAt: null });
    expect(room.state.attendance['recovery/dean']?.joinedAt).not.toBeNull();
  });

  it('Dean cannot say it for Priya, nor that he speaks for mental health', () => {
    const room = live();
    expect(
      room.does(dean, 'attendance.set', { discipline: 'social-work', personId: 'priya', way: 'in-room' }),
    ).toBe('pen-only');
    expect(
      room.does(dean, 'attendance.set', { discipline: 'mental-health', personId: 'dean', way: 'in-room' }),
    ).toBe('pen-only');
  });

  it('Noor, who observes, is named as an observer and as nothing else; Helen, who oversees, is not put in the room by herself as a specialist', () => {
    const room = live();
    expect(comes(room, noor, 'observer')).toBeNull();
    expect(comes(room, noor, 'in-room')).toBe('pen-only');
    expect(
      room.does(helen, 'attendance.set', { discipline: 'recovery', personId: 'helen', way: 'in-room' }),
    ).toBe('pen-only');
  });

  it('Amina sits in for Dean, of the same discipline', () => {
    const room = live();
    const payload = { discipline: 'recovery', personId: 'amina', way: 'deputy', inPlaceOf: 'dean' };
    expect(room.does(amina, 'attendance.set', payload)).toBeNull();
    expect(room.state.attendance['recovery/amina']).toMatchObject({ way: 'deputy', inPlaceOf: 'dean' });
    expect(wayOf(room.state, 'recovery')).toBe('deputy');
  });

  it('a post is vacant, a person is not; and it is no longer vacant once somebody of it comes', () => {
    const room = live();
    expect(
      room.does(sandra, 'attendance.set', { discipline: 'recovery', personId: 'dean', way: 'vacant' }),
    ).toBe('unreadable');
    expect(
      room.does(sandra, 'attendance.set', { discipline: 'recovery', personId: null, way: 'in-room' }),
    ).toBe('unreadable');
    expect(
      room.does(sandra, 'attendance.set', { discipline: 'recovery', personId: null, way: 'vacant' }),
    ).toBeNull();
    expect(wayOf(room.state, 'recovery')).toBe('vacant');
    comes(room, dean);
    expect(Object.keys(room.state.attendance)).toEqual(['recovery/dean']);
  });

  it('Lorna leaves early and comes back: the first time of joining stays', () => {
    const room = live();
    comes(room, lorna);
    const joined = room.state.attendance['domestic-abuse/lorna']?.joinedAt;
    const leaving = { discipline: 'domestic-abuse', personId: 'lorna' };
    expect(room.does(marcus, 'attendance.leave', leaving)).toBe('pen-only');
    expect(room.does(lorna, 'attendance.leave', leaving)).toBeNull();
    expect(room.state.attendance['domestic-abuse/lorna']?.leftAt).not.toBeNull();
    comes(room, lorna);
    expect(room.state.attendance['domestic-abuse/lorna']).toMatchObject({ joinedAt: joined, leftAt: null });
  });

  it('nobody leaves who was not there, nor before it began', () => {
    expect(live().does(dean, 'attendance.leave', { discipline: 'recovery', personId: 'dean' })).toBe(
      'no-such-person',
    );
    expect(preparing().does(dean, 'attendance.leave', { discipline: 'recovery', personId: 'dean' })).toBe(
      'not-live',
    );
  });

  it('a line put down for the wrong person is taken away', () => {
    const room = live();
    comes(room, dean);
    expect(
      room.does(sandra, 'attendance.set', { discipline: 'recovery', personId: 'dean', way: null }),
    ).toBeNull();
    expect(room.state.attendance).toEqual({});
  });
});

describe('the quorum', () => {
  it('is the manager in the chair, the social worker and, of three specialists, two', () => {
    const room = live();
    expect(quorum(room.state)).toEqual({
      quorate: false,
      missing: ['chair', 'social-work', 'specialist'],
      says: 'Still needed: the manager in the chair, the social worker or somebody in their place and two specialists.',
    });
    comes(room, adaeze);
    comes(room, priya);
    comes(room, lorna, 'remote');
    expect(quorum(room.state)).toMatchObject({
      quorate: false,
      missing: ['specialist'],
      says: 'Still needed: a specialist.',
    });
    comes(room, marcus, 'in-writing');
    expect(quorum(room.state).quorate).toBe(false);
    room.does(amina, 'attendance.set', {
      discipline: 'recovery',
      personId: 'amina',
      way: 'deputy',
      inPlaceOf: 'dean',
    });
    expect(quorum(room.state)).toMatchObject({ quorate: true, missing: [] });
  });

  it('asks nobody for a post that is vacant', () => {
    const expected: Expected[] = [
      { discipline: 'social-work', personId: 'priya', about: '', vacantSince: null },
      { discipline: 'mental-health', personId: null, about: '', vacantSince: '2026-02-01' },
    ];
    const room = live({ expected });
    comes(room, adaeze);
    comes(room, priya);
    expect(quorum(room.state).quorate).toBe(true);
    expect(wayOf(room.state, 'mental-health')).toBe('vacant');
  });

  it('is not made by a manager who is there without being in the chair', () => {
    const room = live();
    for (const who of [callum, priya, lorna, dean]) comes(room, who);
    expect(quorum(room.state).missing).toEqual(['chair']);
  });

  it('Adaeze lets it count with a reason, and takes that back; Callum, who does not chair, cannot', () => {
    const room = live();
    expect(room.does(callum, 'quorum.override', { reason: 'snow' })).toBe('chair-only');
    expect(room.does(adaeze, 'quorum.override', { reason: ' Snow on the hill ' })).toBeNull();
    expect(room.state.quorumOverride).toMatchObject({ reason: 'Snow on the hill', by: 'adaeze' });
    room.does(adaeze, 'quorum.override', { reason: ' ' });
    expect(room.state.quorumOverride).toBeNull();
    expect(preparing().does(adaeze, 'quorum.override', { reason: 'snow' })).toBe('not-live');
  });
});
