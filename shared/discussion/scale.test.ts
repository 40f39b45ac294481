import { describe, expect, it } from '@jest/globals';
import {
  adaeze,
  callum,
  dean,
  everybody,
  helen,
  lorna,
  marcus,
  noor,
  priya,
  sandra,
} from '../../test/support/hartley.js';
import { live, preparing } from '../../test/support/record-room.js';
import { spread } from './scale.js';

const score = (n: number, reason = 'Quiet for 26 days') => ({ score: n, reason });

describe('the blind scale', () => {
  it('before the reveal nobody else receives Lorna’s score, her reason, or that it was hers', () => {
    const room = live();
    expect(room.does(lorna, 'scale.score', score(3, 'Larkfield'))).toBeNull();
    for (const who of everybody.filter((p) => p !== lorna)) {
      expect(room.seenBy(who).scale).toMatchObject({ scores: {}, typed: {}, count: 1 });
      const news = room.sentTo(who).at(-1);
      expect(news).toMatchObject({ payload: { count: 1 }, by: null, hidden: true });
      expect(JSON.stringify(news)).not.toMatch(/Larkfield|lorna|"score"/);
    }
    expect(room.seenBy(lorna).scale.scores['lorna']).toMatchObject({ score: 3, reason: 'Larkfield' });
  });

  it('counts people and not scores: Lorna thinks again and is still one', () => {
    const room = live();
    room.does(lorna, 'scale.score', score(3));
    room.does(dean, 'scale.score', score(5));
    room.does(lorna, 'scale.score', score(4));
    expect(room.state.scale.count).toBe(2);
    expect(room.seenBy(marcus).scale.count).toBe(2);
    expect(room.seenBy(lorna).scale).toMatchObject({ count: 2, scores: { lorna: { score: 4 } } });
  });

  it('Sandra types what Lorna gave on paper; Lorna’s later score of her own never reaches Sandra, and is the one that counts', () => {
    const room = live();
    expect(room.does(sandra, 'scale.score', { ...score(2, 'on paper'), forPersonId: 'lorna' })).toBeNull();
    expect(room.seenBy(sandra).scale.typed['lorna/sandra']).toMatchObject({ score: 2, recordedBy: 'sandra' });
    expect(room.seenBy(adaeze).scale.typed).toEqual({});
    room.does(lorna, 'scale.score', score(6, 'by my own hand'));
    expect(room.state.scale.count).toBe(1);
    expect(JSON.stringify(room.seenBy(sandra))).not.toContain('by my own hand');
    room.does(adaeze, 'scale.reveal', {});
    expect(room.seenBy(sandra).scale.scores['lorna']).toMatchObject({ score: 6, recordedBy: null });
  });

  it('a score on paper given last is the one that counts', () => {
    const room = live();
    room.does(lorna, 'scale.score', score(6));
    room.does(sandra, 'scale.score', { ...score(2), forPersonId: 'lorna' });
    room.does(adaeze, 'scale.reveal', {});
    expect(room.state.scale.scores['lorna']).toMatchObject({ score: 2, recordedBy: 'sandra' });
  });

  it('those who work with the family and those who manage score; Sandra, Noor and Helen do not, nor does anybody for a stranger', () => {
    const room = preparing();
    for (const who of [priya, lorna, marcus, dean, adaeze, callum])
      expect(room.does(who, 'scale.score', score(5))).toBeNull();
    expect(room.does(sandra, 'scale.score', score(5))).toBe('not-yours');
    expect(room.does(noor, 'scale.score', score(5))).toBe('observer');
    expect(room.does(helen, 'scale.score', score(5))).toBe('not-yours');
    expect(room.does(dean, 'scale.score', { ...score(5), forPersonId: 'lorna' })).toBe('pen-only');
    expect(room.does(sandra, 'scale.score', { ...score(5), forPersonId: 'farah' })).toBe('no-such-person');
    expect(room.does(dean, 'scale.score', score(11))).toBe('unreadable');
    expect(room.does(dean, 'scale.score', { ...score(5), count: 9 })).toBe('unreadable');
  });

  it('Adaeze reveals them all at once, to everybody, and from then on they stand', () => {
    const room = live();
    expect(room.does(adaeze, 'scale.reveal', {})).toBe('nobody-scored');
    const given = { priya: 5, lorna: 3, marcus: 6, dean: 5, adaeze: 4 };
    for (const who of [priya, lorna, marcus, dean, adaeze]) {
      room.does(who, 'scale.score', score(given[who.personId as keyof typeof given]));
    }
    expect(room.does(callum, 'scale.reveal', {})).toBe('chair-only');
    expect(room.does(adaeze, 'scale.reveal', { scores: {} })).toBe('unreadable');
    expect(room.does(adaeze, 'scale.group', { score: 4 })).toBe('not-revealed');
    expect(room.does(adaeze, 'scale.reveal', {})).toBeNull();
    const shown = room.seenBy(noor).scale;
    expect(Object.fromEntries(Object.entries(shown.scores).map(([who, s]) => [who, s.score]))).toEqual(given);
    expect(spread(shown)).toBe(3);
    expect(room.does(lorna, 'scale.score', score(9))).toBe('revealed');
    expect(room.does(adaeze, 'scale.reveal', {})).toBe('revealed');
    expect(room.does(dean, 'scale.group', { score: 9 })).toBe('chair-only');
    expect(room.does(adaeze, 'scale.group', { score: 4 })).toBeNull();
    expect(room.state.scale.group).toBe(4);
  });

  it('is not revealed before the session, and has no spread while hidden', () => {
    const room = preparing();
    room.does(lorna, 'scale.score', score(3));
    room.does(dean, 'scale.score', score(7));
    expect(room.does(adaeze, 'scale.reveal', {})).toBe('not-live');
    expect(spread(room.state.scale)).toBeNull();
  });
});
