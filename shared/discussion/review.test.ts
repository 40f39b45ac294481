import { describe, expect, it } from '@jest/globals';
import {
  adaeze,
  amina,
  dean,
  helen,
  lorna,
  marcus,
  noor,
  priya,
  sandra,
} from '../../test/support/hartley.js';
import { live, preparing } from '../../test/support/record-room.js';
import { proseText } from '../live/prose.js';

describe('a discipline’s review', () => {
  it('a recovery worker writes in the recovery review before the session, and nobody of another discipline does', () => {
    const room = preparing();
    expect(room.writes(dean, 'review/recovery', 'Twenty-six of 28')).toBeNull();
    expect(room.writes(lorna, 'review/recovery', 'No')).toBe('not-yours');
    expect(room.writes(noor, 'review/recovery', 'No')).toBe('observer');
    expect(room.writes(helen, 'review/recovery', 'No')).toBe('not-yours');
    expect(proseText(room.state.prose['review/recovery'])).toBe('Twenty-six of 28');
  });

  it('a recovery worker cannot write in the domestic abuse review; a deputy writes in that of the colleague', () => {
    const room = live();
    expect(room.does(dean, 'review.set', { discipline: 'domestic-abuse', nothingNew: true })).toBe(
      'not-yours',
    );
    expect(room.does(amina, 'review.set', { discipline: 'recovery', nothingNew: true })).toBeNull();
  });

  it('Sandra, with the pen, takes down what Lorna says: the words are Lorna’s, and who recorded them stays', () => {
    const room = live();
    const payload = { discipline: 'domestic-abuse', direction: 'mixed', forPersonId: 'lorna' };
    expect(room.does(sandra, 'review.set', payload)).toBeNull();
    expect(room.state.reviews['domestic-abuse']).toMatchObject({
      by: 'lorna',
      recordedBy: 'sandra',
      direction: 'mixed',
    });
    expect(
      room.does(marcus, 'review.set', { discipline: 'domestic-abuse-officer', forPersonId: 'lorna' }),
    ).toBe('pen-only');
  });

  it('“better” is ready only with something besides what we were told', () => {
    const room = preparing();
    const better = { discipline: 'recovery', direction: 'better', evidence: ['self-report'] };
    expect(room.does(dean, 'review.set', { ...better, ready: true })).toBe('needs-evidence');
    expect(room.does(dean, 'review.set', better)).toBeNull();
    expect(room.does(dean, 'review.set', { discipline: 'recovery', ready: true })).toBe('needs-evidence');
    expect(
      room.does(dean, 'review.set', {
        discipline: 'recovery',
        evidence: ['self-report', 'test'],
        ready: true,
      }),
    ).toBeNull();
    expect(room.state.reviews.recovery).toMatchObject({ direction: 'better', ready: true });
    room.does(dean, 'review.set', { discipline: 'recovery', evidence: [] });
    expect(room.state.reviews.recovery?.ready).toBe(false);
  });

  it('keeps the fields that were not mentioned', () => {
    const room = preparing();
    const stages = [{ adultId: 'kirsty', issue: 'alcohol', stage: 'action' }];
    room.does(dean, 'review.set', { discipline: 'recovery', stages, direction: 'mixed' });
    room.does(dean, 'review.set', { discipline: 'recovery', direction: null });
    expect(room.state.reviews.recovery).toMatchObject({ stages, direction: null });
  });

  it('the chair has no review of their own, and nobody writes one after signing', () => {
    const room = live();
    expect(room.does(adaeze, 'review.set', { discipline: 'management', nothingNew: true })).toBe(
      'no-such-field',
    );
    room.records(
      'minutes.sign',
      { readSeq: 2, minutesId: 'm', hash: 'h', counts: true, quorate: true },
      'adaeze',
    );
    expect(room.does(priya, 'review.set', { discipline: 'social-work', nothingNew: true })).toBe('signed');
    expect(room.writes(priya, 'review/social-work', 'Late')).toBe('signed');
  });
});

describe('the shared fields', () => {
  it('Sandra and Adaeze write the decision; Dean asks for the pen', () => {
    const room = live();
    expect(room.writes(dean, 'decision', 'No')).toBe('pen-only');
    expect(room.writes(sandra, 'decision', 'The plan continues')).toBeNull();
    room.records('pen.set', { personId: 'dean' });
    expect(room.writes(dean, 'rationale', 'Because')).toBeNull();
    expect(room.writes(sandra, 'contingency', 'No')).toBe('pen-only');
    expect(room.writes(adaeze, 'contingency', 'Same day')).toBeNull();
  });

  it('everybody who contributes writes what life is like and what it means, for a child of this family', () => {
    const room = live();
    expect(room.writes(marcus, 'meaning/maya', 'She waits')).toBeNull();
    expect(room.writes(marcus, 'meaning/alfie', 'No')).toBe('no-such-field');
    expect(room.writes(marcus, 'gossip', 'No')).toBe('no-such-field');
    expect(room.writes(noor, 'life/maya', 'No')).toBe('observer');
  });

  it('what is no edit of a text is refused before it reaches the record', () => {
    const room = live();
    for (const update of ['BwcHBwc=', 'A'.repeat(15_000), '<script>']) {
      expect(room.does(dean, 'prose.edit', { field: 'review/recovery', update })).toBe('unreadable');
    }
  });

  it('more than a field holds is refused with nothing lost of what it holds', () => {
    const room = live();
    let taken = 0;
    while (taken < 40 && room.writes(dean, 'review/recovery', 'x'.repeat(10_000)) === null) taken += 1;
    expect(room.writes(dean, 'review/recovery', 'x'.repeat(10_000))).toBe('too-long');
    expect(taken).toBeGreaterThan(15);
    expect(proseText(room.state.prose['review/recovery'])).toHaveLength(taken * 10_000);
  });
});
