import { describe, expect, it } from '@jest/globals';
import { dean, helen, noor, priya, sandra } from '../../test/support/hartley.js';
import { live, preparing } from '../../test/support/record-room.js';

describe('the children now', () => {
  it('Priya notes when she saw Maya, and then how she knows what Maya thinks', () => {
    const room = preparing();
    expect(
      room.does(priya, 'child.now', {
        childId: 'maya',
        lastSeenOn: '2026-03-05',
        seenAlone: 'yes',
        seenBy: 'priya',
      }),
    ).toBeNull();
    expect(room.does(priya, 'child.now', { childId: 'maya', method: 'words' })).toBeNull();
    expect(room.state.now['maya']).toEqual({
      lastSeenOn: '2026-03-05',
      seenAlone: 'yes',
      seenBy: 'priya',
      method: 'words',
      gatheredOn: null,
      notAskedBecause: '',
    });
  });

  it('an observer and an overseer note nothing, and nobody notes anything of a child of another family', () => {
    const room = preparing();
    expect(room.does(noor, 'child.now', { childId: 'maya', method: 'words' })).toBe('observer');
    expect(room.does(helen, 'child.now', { childId: 'maya', method: 'words' })).toBe('not-yours');
    expect(room.does(priya, 'child.now', { childId: 'alfie', method: 'words' })).toBe('no-such-child');
  });

  it('Sandra says who is discussed; Dean asks for the pen', () => {
    const room = live();
    expect(room.does(dean, 'child.discussed', { childId: 'theo', discussed: false })).toBe('pen-only');
    expect(room.does(sandra, 'child.discussed', { childId: 'theo', discussed: false })).toBeNull();
    expect(room.state.children.find((c) => c.childId === 'theo')?.discussed).toBe(false);
    expect(room.does(sandra, 'child.discussed', { childId: 'alfie', discussed: true })).toBe('no-such-child');
  });
});
