import { describe, expect, it } from '@jest/globals';
import { adaeze, dean, lorna, noor, sandra } from '../../test/support/hartley.js';
import { live, preparing } from '../../test/support/record-room.js';

describe('the decision', () => {
  it('Sandra sets its kind and Adaeze who agreed; Dean asks for the pen', () => {
    const room = live();
    expect(room.does(dean, 'decision.set', { type: 'close' })).toBe('pen-only');
    expect(room.does(noor, 'decision.set', { type: 'close' })).toBe('observer');
    expect(room.does(sandra, 'decision.set', { type: 'continue', reviewOn: '2026-04-07' })).toBeNull();
    expect(room.does(adaeze, 'decision.set', { whoAgreed: ['priya', 'dean'] })).toBeNull();
    expect(room.state.decision).toEqual({
      type: 'continue',
      reviewOn: '2026-04-07',
      whoAgreed: ['priya', 'dean'],
    });
  });

  it('is made in the session, not before it', () => {
    expect(preparing().does(adaeze, 'decision.set', { type: 'close' })).toBe('not-live');
  });
});

describe('a disagreement', () => {
  it('is kept in Lorna’s own name, and only she changes or withdraws it', () => {
    const room = live();
    expect(room.does(lorna, 'dissent.keep', { text: ' I would wait two weeks. ' })).toBeNull();
    expect(room.does(adaeze, 'dissent.keep', { text: 'I would not.' })).toBeNull();
    expect(room.state.dissents).toMatchObject({
      lorna: { text: 'I would wait two weeks.' },
      adaeze: { text: 'I would not.' },
    });
    expect(room.does(sandra, 'dissent.keep', { text: 'x', forPersonId: 'lorna' })).toBe('unreadable');
    room.does(lorna, 'dissent.keep', { text: '' });
    expect(Object.keys(room.state.dissents)).toEqual(['adaeze']);
    expect(room.does(noor, 'dissent.keep', { text: 'x' })).toBe('observer');
  });
});
