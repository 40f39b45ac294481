import { describe, expect, it } from '@jest/globals';
import {
  adaeze,
  callum,
  confirmed,
  dean,
  hartley,
  helen,
  lorna,
  marcus,
  noor,
  priya,
  sandra,
  tuesday,
} from '../../test/support/hartley.js';
import { hartleyInMarch } from '../../test/support/hartley-march.js';
import { live, preparing } from '../../test/support/record-room.js';
import { fold } from '../live/log.js';
import { carryForward } from '../minutes/carry-forward.js';

const sign = { readSeq: 7 };
const filed = { readSeq: 7, minutesId: 'm-1', hash: 'abc', counts: true, quorate: true };

describe('signing the minutes', () => {
  it('Adaeze signs once she has confirmed that it is her; nobody else does', () => {
    const room = hartleyInMarch();
    expect(room.does(adaeze, 'minutes.sign', sign)).toBe('confirm-first');
    for (const who of [callum, sandra, priya, helen, noor])
      expect(room.does(confirmed(who), 'minutes.sign', sign)).toBe('chair-only');
    expect(room.does(confirmed(adaeze), 'minutes.sign', sign)).toBeNull();
  });

  it('is not done while something is missing, nor before the talk, nor twice', () => {
    expect(live().does(confirmed(adaeze), 'minutes.sign', sign)).toBe('something-missing');
    expect(preparing().does(confirmed(adaeze), 'minutes.sign', sign)).toBe('not-held');
    const room = hartleyInMarch();
    room.records('minutes.sign', filed, 'adaeze');
    expect(room.state).toMatchObject({
      status: 'signed',
      signed: { by: 'adaeze', minutesId: 'm-1', hash: 'abc', counts: true },
    });
    expect(room.does(confirmed(adaeze), 'minutes.sign', sign)).toBe('signed');
  });

  it('says nothing was filed until the server has filed it, and takes no word of a page about that', () => {
    const room = hartleyInMarch();
    const asked = {
      ...sign,
      id: 'x',
      seq: 999,
      at: '2026-03-10T10:05:00.000Z',
      by: 'adaeze',
      kind: 'minutes.sign',
      payload: sign,
    };
    expect(fold(room.log, room.state, asked).status).toBe('live');
    expect(room.does(confirmed(adaeze), 'minutes.sign', filed)).toBe('unreadable');
  });

  it('a chair who also works with the family leaves it to another manager', () => {
    const expected = [
      { discipline: 'social-work' as const, personId: 'adaeze', about: '', vacantSince: null },
    ];
    const room = live({ expected });
    expect(room.does(confirmed(adaeze), 'minutes.sign', sign)).toBe('second-manager');
    expect(room.does(confirmed(callum), 'minutes.sign', sign)).toBe('something-missing');
  });

  it('after it nothing changes: every change that a page could still send is refused', () => {
    const room = hartleyInMarch();
    room.records('minutes.sign', filed, 'adaeze');
    const late: [string, object][] = [
      ['attendance.set', { discipline: 'management', personId: 'adaeze', way: 'absent' }],
      ['quorum.override', { reason: 'x' }],
      ['child.now', { childId: 'maya', method: 'words' }],
      ['child.discussed', { childId: 'maya', discussed: false }],
      ['review.set', { discipline: 'social-work', nothingNew: true }],
      ['note.protect', { noteId: 'n9', discipline: 'social-work', text: 'x', audience: [] }],
      ['scale.score', { score: 1, reason: '' }],
      ['scale.reveal', {}],
      ['scale.group', { score: 1 }],
      ['challenge.raise', { challengeId: 'c9', about: 'pace', quote: '', text: 'x' }],
      ['challenge.answer', { challengeId: 'c1', text: 'x' }],
      ['challenge.settle', { challengeId: 'c1', outcome: null }],
      ['decision.set', { type: 'close' }],
      ['dissent.keep', { text: 'x' }],
      ['step.set', { stepId: 'a1', text: 'x' }],
      ['step.remove', { stepId: 'a1' }],
      ['brief.read', { seq: 1 }],
    ];
    for (const [kind, payload] of late)
      expect([kind, room.does(adaeze, kind, payload)]).toEqual([kind, 'signed']);
    expect(room.does(dean, 'step.accept', { stepId: 'a4' })).toBe('signed');
    expect(room.writes(adaeze, 'life/maya', 'Late')).toBe('signed');
  });
});

describe('the hash of the minutes', () => {
  const room = hartleyInMarch();
  const note = { noteId: 'n8', discipline: 'domestic-abuse', text: '14 Larkfield Rise', audience: [] };
  room.does(lorna, 'note.protect', note);
  room.records('minutes.sign', filed, 'adaeze');

  it('is for those who may read all that was hashed: Marcus could guess the note until it is the same', () => {
    for (const who of [adaeze, callum, lorna]) expect(room.seenBy(who).signed?.hash).toBe('abc');
    for (const who of [marcus, dean, sandra, helen, noor]) {
      expect(JSON.stringify([room.sentTo(who), room.log.redactState(room.state, who)])).not.toContain('abc');
      expect(room.seenBy(who)).toEqual(room.log.redactState(room.state, who));
      expect(room.seenBy(who)).toMatchObject({
        status: 'signed',
        signed: { by: 'adaeze', minutesId: 'm-1' },
      });
    }
  });

  it('is for everybody where nothing is protected', () => {
    const open = live();
    open.records('minutes.sign', filed, 'adaeze');
    for (const who of [marcus, noor]) expect(open.seenBy(who).signed?.hash).toBe('abc');
  });
});

describe('a signed discussion', () => {
  it('stays as it was signed when the session closes, the chair passes or the family changes', () => {
    const room = hartleyInMarch();
    room.records('minutes.sign', filed, 'adaeze');
    const signed = room.state;
    const { children, adults } = hartley;
    room.records('discussion.refresh', { familyName: 'Another', children, adults, expected: [] });
    room.records('discussion.plan', { sessionId: null });
    room.records('discussion.begin', tuesday);
    room.records('discussion.end', { mistake: true });
    room.records('discussion.carry', carryForward(signed));
    room.records('chair.set', { personId: 'callum' });
    room.records('pen.set', { personId: 'dean' });
    room.records('brief.fix', {});
    expect(room.state).toEqual(signed);
  });
});

describe('an addendum', () => {
  it('Dean adds one to signed minutes, once; those who watched do not, and unsigned minutes take none', () => {
    const room = hartleyInMarch();
    const added = { addendumId: 'x1', text: 'The clinic confirmed on Friday.' };
    expect(room.does(dean, 'addendum.add', added)).toBe('not-signed');
    room.records('minutes.sign', filed, 'adaeze');
    expect(room.does(noor, 'addendum.add', added)).toBe('observer');
    expect(room.does(dean, 'addendum.add', { ...added, text: ' ' })).toBe('unreadable');
    expect(room.does(dean, 'addendum.add', added)).toBeNull();
    expect(room.does(dean, 'addendum.add', added)).toBe('already-there');
    expect(room.state.addenda).toMatchObject([{ by: 'dean', text: 'The clinic confirmed on Friday.' }]);
  });
});
