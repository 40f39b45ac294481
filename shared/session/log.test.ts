import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  adaeze,
  callum,
  confirmed,
  dean,
  everybody,
  farah,
  helen,
  noor,
  priya,
  sandra,
} from '../../test/support/hartley.js';
import { RecordRoom } from '../../test/support/record-room.js';
import { sessionLog } from './log.js';
import { slotNow } from './running.js';
import type { SessionState } from './state.js';

const plan = {
  teamId: 'northgate',
  date: '2026-03-10',
  startsAt: '09:30',
  endsAt: '12:30',
  room: 'Hub 2',
  joinLink: 'https://meet.example/northgate',
  chairId: 'adaeze',
  penId: 'sandra',
};

function planned(): RecordRoom<SessionState> {
  const room = new RecordRoom(sessionLog);
  room.records('session.plan', plan, 'sandra');
  for (const [i, slotId] of ['one', 'two', 'three'].entries()) {
    room.records('slot.add', { slotId, minutes: 30, pattern: i + 1 }, 'sandra');
  }
  return room;
}

function open(): RecordRoom<SessionState> {
  const room = planned();
  room.does(adaeze, 'session.open', {});
  return room;
}

const goes = (room: RecordRoom<SessionState>, slotId: string, step = 'check-in') =>
  room.does(adaeze, 'session.goTo', { slotId, step });
const order = (room: RecordRoom<SessionState>) => room.state.slots.map((s) => s.slotId);

describe('a session before it opens', () => {
  it('Sandra and managers arrange it; Dean does not', () => {
    const room = planned();
    expect(room.does(dean, 'session.reorder', { slotIds: ['two', 'one', 'three'] })).toBe('manager-only');
    expect(room.does(sandra, 'session.reorder', { slotIds: ['two', 'one', 'three'] })).toBeNull();
    expect(room.does(callum, 'slot.minutes', { slotId: 'three', minutes: 45 })).toBeNull();
    expect(room.state.slots.map((s) => [s.slotId, s.minutes])).toEqual([
      ['two', 30],
      ['one', 30],
      ['three', 45],
    ]);
  });

  it('a family added while Sandra was ordering keeps its place at the end, and one that is not there is refused', () => {
    const room = planned();
    room.records('slot.add', { slotId: 'four', minutes: 45, pattern: 4 });
    room.records('slot.add', { slotId: 'four', minutes: 15, pattern: 5 });
    expect(room.does(sandra, 'session.reorder', { slotIds: ['three', 'three', 'one', 'two'] })).toBeNull();
    expect(order(room)).toEqual(['three', 'one', 'two', 'four']);
    expect(room.does(sandra, 'session.reorder', { slotIds: ['five'] })).toBe('no-such-slot');
    room.records('slot.remove', { slotId: 'four', reason: 'Doyle asked for a later day' });
    expect(order(room)).toEqual(['three', 'one', 'two']);
  });

  it('why a family was taken out reaches managers and Sandra, not those who come for other families', () => {
    const room = planned();
    room.records('slot.remove', { slotId: 'two', reason: 'Doyle moved away' });
    expect(JSON.stringify(room.sentTo(sandra))).toContain('Doyle');
    for (const who of [dean, noor]) expect(JSON.stringify(room.sentTo(who))).not.toContain('Doyle');
  });

  it('nothing is run in it yet', () => {
    const room = planned();
    expect(goes(room, 'one')).toBe('not-open');
    expect(room.does(adaeze, 'session.close', {})).toBe('not-open');
    expect(room.does(adaeze, 'pen.pass', { personId: 'dean' })).toBe('not-open');
  });
});

describe('opening a session', () => {
  it('Adaeze opens it once; Priya cannot', () => {
    const room = planned();
    expect(room.does(priya, 'session.open', {})).toBe('manager-only');
    expect(room.does(adaeze, 'session.open', {})).toBeNull();
    expect(room.state).toMatchObject({ status: 'open', chairId: 'adaeze', inPlaceOf: null });
    expect(room.does(adaeze, 'session.open', {})).toBe('already-open');
  });

  it('Callum opens it while Adaeze is away, in her place; when she comes he passes her the chair', () => {
    const room = planned();
    room.does(callum, 'session.open', {});
    expect(room.state).toMatchObject({ chairId: 'callum', inPlaceOf: 'adaeze' });
    expect(room.does(adaeze, 'chair.pass', { personId: 'adaeze' })).toBe('chair-only');
    expect(room.does(callum, 'chair.pass', { personId: 'adaeze' })).toBeNull();
    expect(room.state).toMatchObject({ chairId: 'adaeze', inPlaceOf: null });
  });
});

describe('running a session', () => {
  it('Adaeze takes the room to a family and a step, and a second press of the same changes nothing', () => {
    const room = open();
    expect(goes(room, 'one')).toBeNull();
    const { at } = room.state;
    expect(slotNow(room.state)?.startedAt).toBe(at?.stepSince);
    goes(room, 'one');
    expect(room.state.at).toEqual(at);
    goes(room, 'one', 'scale');
    expect(room.state.at).toMatchObject({ slotId: 'one', step: 'scale' });
    expect(slotNow(room.state)?.startedAt).toBe(at?.stepSince);
    expect(goes(room, 'one', 'coffee')).toBe('unreadable');
    expect(goes(room, 'nine')).toBe('no-such-slot');
    for (const who of [callum, sandra, dean, helen]) {
      expect(room.does(who, 'session.goTo', { slotId: 'two', step: 'check-in' })).toBe('chair-only');
    }
  });

  it('leaving one family for the next ends neither, and the room may go back', () => {
    const room = open();
    goes(room, 'one');
    goes(room, 'two');
    expect(room.state.slots[0]).toMatchObject({ endedAt: null, outcome: null });
    expect(goes(room, 'one', 'read-back')).toBeNull();
  });

  it('a family begun by mistake is as if it had not been', () => {
    const room = open();
    goes(room, 'two');
    expect(room.does(dean, 'slot.leave', { slotId: 'two' })).toBe('chair-only');
    expect(room.does(adaeze, 'slot.leave', { slotId: 'two' })).toBeNull();
    expect(room.state).toMatchObject({ at: null });
    expect(room.state.slots[1]?.startedAt).toBeNull();
    expect(goes(room, 'one')).toBeNull();
    expect(room.does(adaeze, 'slot.leave', { slotId: 'two' })).toBeNull();
    expect(room.state.at?.slotId).toBe('one');
  });

  it('a slot that comes to nothing says why, by the manager who let it; then the room does not go there', () => {
    const room = open();
    const end = {
      slotId: 'three',
      outcome: 'postponed',
      reason: 'social-worker-absent',
      note: 'Megan is ill; Doyle on Thursday',
    };
    expect(room.does(priya, 'slot.end', end)).toBe('manager-only');
    expect(room.does(callum, 'slot.end', end)).toBe('chair-only');
    expect(room.does(adaeze, 'slot.end', { slotId: 'three', outcome: 'postponed' })).toBe('unreadable');
    expect(room.does(adaeze, 'slot.end', { ...end, outcome: 'held' })).toBe('unreadable');
    expect(room.does(adaeze, 'slot.end', end)).toBeNull();
    expect(room.state.slots[2]).toMatchObject({
      outcome: 'postponed',
      reason: 'social-worker-absent',
      allowedBy: 'adaeze',
    });
    expect(goes(room, 'three')).toBe('slot-ended');
    expect(room.does(adaeze, 'slot.end', end)).toBe('slot-ended');
    expect(room.seenBy(dean).slots[2]).toMatchObject({ outcome: 'postponed', note: '' });
    expect(JSON.stringify(room.sentTo(dean))).not.toContain('Doyle');
    expect(room.seenBy(sandra).slots[2]?.note).toContain('Doyle');
  });

  it('the product ends a signed family’s slot as held, and the room stays where it is', () => {
    const room = open();
    goes(room, 'one', 'read-back');
    room.records('slot.end', { slotId: 'one', outcome: 'held' }, 'adaeze');
    expect(room.state.slots[0]).toMatchObject({ outcome: 'held', reason: null });
    expect(room.state.at).toMatchObject({ slotId: 'one' });
    expect(goes(room, 'one')).toBe('slot-ended');
  });

  it('closing says aloud which families were not reached, and leaves alone those that were', () => {
    const room = open();
    goes(room, 'one');
    expect(room.does(callum, 'session.close', {})).toBe('chair-only');
    expect(room.does(adaeze, 'session.close', {})).toBeNull();
    expect(room.state).toMatchObject({ status: 'closed', at: null });
    expect(room.state.slots.map((s) => [s.outcome, s.reason, s.allowedBy])).toEqual([
      [null, null, null],
      ['not-reached', 'overran', 'adaeze'],
      ['not-reached', 'overran', 'adaeze'],
    ]);
    expect(room.does(adaeze, 'session.close', {})).toBe('closed');
    expect(room.does(adaeze, 'session.open', {})).toBe('closed');
    expect(goes(room, 'one')).toBe('closed');
    expect(room.does(adaeze, 'session.reorder', { slotIds: ['one'] })).toBe('closed');
  });

  it('Adaeze lengthens a family’s time; nobody does once the family is done', () => {
    const room = open();
    expect(room.does(sandra, 'slot.minutes', { slotId: 'one', minutes: 35 })).toBe('chair-only');
    expect(room.does(adaeze, 'slot.minutes', { slotId: 'one', minutes: 35 })).toBeNull();
    expect(room.does(adaeze, 'slot.minutes', { slotId: 'one', minutes: 0 })).toBe('unreadable');
    room.records('slot.end', { slotId: 'one', outcome: 'held' });
    expect(room.does(adaeze, 'slot.minutes', { slotId: 'one', minutes: 40 })).toBe('slot-ended');
  });

  it('Sandra passes the pen to Dean, and then cannot take it back by herself', () => {
    const room = open();
    expect(room.does(dean, 'pen.pass', { personId: 'dean' })).toBe('pen-only');
    expect(room.does(sandra, 'pen.pass', { personId: 'dean' })).toBeNull();
    expect(room.does(sandra, 'pen.pass', { personId: 'sandra' })).toBe('pen-only');
    expect(room.does(adaeze, 'pen.pass', { personId: 'sandra' })).toBeNull();
    expect(room.state.penId).toBe('sandra');
  });

  it('Adaeze lets Noor in to watch and Amina in for Dean, and out again', () => {
    const room = open();
    expect(room.does(dean, 'session.observe', { personId: 'noor' })).toBe('chair-only');
    expect(room.does(adaeze, 'session.observe', { personId: 'noor' })).toBeNull();
    expect(
      room.does(adaeze, 'session.deputy', { personId: 'amina', forPersonId: 'dean', discipline: 'recovery' }),
    ).toBeNull();
    expect(room.state.guests.map((g) => [g.personId, g.as, g.inPlaceOf, g.by])).toEqual([
      ['noor', 'observer', null, 'adaeze'],
      ['amina', 'deputy', 'dean', 'adaeze'],
    ]);
    expect(room.does(adaeze, 'session.dismiss', { personId: 'noor' })).toBeNull();
    expect(room.does(adaeze, 'session.dismiss', { personId: 'noor' })).toBe('no-such-person');
    expect(room.state.guests.map((g) => g.personId)).toEqual(['amina']);
  });
});

describe('what anybody sees of a session', () => {
  it('is the same whether they were there all along or came later, and for a stranger nothing can be done', () => {
    const slotId = fc.constantFrom('one', 'two', 'three');
    const person = fc.record({ personId: fc.constantFrom('adaeze', 'callum', 'dean') });
    const act = fc.oneof(
      fc.record({ kind: fc.constantFrom('session.open', 'session.close'), payload: fc.constant({}) }),
      fc.record({
        kind: fc.constant('session.goTo'),
        payload: fc.record({ slotId, step: fc.constantFrom('check-in', 'scale') }),
      }),
      fc.record({ kind: fc.constant('slot.leave'), payload: fc.record({ slotId }) }),
      fc.record({
        kind: fc.constantFrom('chair.pass', 'pen.pass', 'session.observe', 'session.dismiss'),
        payload: person,
      }),
      fc.record({
        kind: fc.constant('slot.end'),
        payload: fc.record({
          slotId,
          outcome: fc.constant('cancelled'),
          reason: fc.constant('emergency'),
          note: fc.constant('Doyle'),
        }),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(act, fc.constantFrom(adaeze, adaeze, callum, ...everybody)), {
          maxLength: 30,
          size: 'max',
        }),
        (acts) => {
          const room = planned();
          for (const [{ kind, payload }, by] of acts) {
            const before = room.state;
            if (room.does(by, kind, payload) !== null) expect(room.state).toBe(before);
            expect(room.does(confirmed(farah), kind, payload)).toBe('not-found');
          }
          for (const who of everybody) {
            const [seen, theirs] = [room.seenBy(who), room.log.redactState(room.state, who)];
            if (!isDeepStrictEqual(seen, theirs)) expect(seen).toEqual(theirs);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
