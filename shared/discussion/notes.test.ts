import { describe, expect, it } from '@jest/globals';
import {
  adaeze,
  amina,
  callum,
  dean,
  lorna,
  marcus,
  noor,
  priya,
  sandra,
} from '../../test/support/hartley.js';
import { live, preparing } from '../../test/support/record-room.js';
import type { Actor } from '../people.js';

const note = {
  noteId: 'n1',
  discipline: 'domestic-abuse',
  text: 'Worried that Larkfield is known',
  audience: ['social-work'],
};

describe('a protected note', () => {
  it('Lorna’s reaches Priya, whom it names, and managers; Marcus, Dean, Sandra and Noor receive that it exists', () => {
    const room = preparing();
    expect(room.does(lorna, 'note.protect', note)).toBeNull();
    const textFor = (who: Actor) => room.seenBy(who).notes[0]?.text;
    for (const who of [lorna, priya, adaeze, callum]) expect(textFor(who)).toBe(note.text);
    for (const who of [marcus, dean, sandra, noor, amina]) {
      expect(textFor(who)).toBeNull();
      expect(JSON.stringify(room.sentTo(who))).not.toContain('Larkfield');
    }
  });

  it('reaches probation only when it names probation', () => {
    const room = preparing();
    room.does(lorna, 'note.protect', { ...note, audience: ['domestic-abuse-officer'] });
    expect(room.seenBy(marcus).notes[0]?.text).toBe(note.text);
    expect(room.seenBy(priya).notes[0]?.text).toBeNull();
  });

  it('taken down by Sandra for Lorna is still Lorna’s discipline’s to read', () => {
    const room = live();
    expect(room.does(sandra, 'note.protect', { ...note, audience: [] })).toBeNull();
    expect(room.seenBy(lorna).notes[0]?.text).toBe(note.text);
    expect(room.seenBy(sandra).notes[0]?.text).toBe(note.text);
    expect(room.seenBy(marcus).notes[0]?.text).toBeNull();
  });

  it('is changed and withdrawn by its author and by nobody else', () => {
    const room = preparing();
    room.does(lorna, 'note.protect', note);
    expect(room.does(adaeze, 'note.protect', { ...note, text: 'Mine now' })).toBe('not-yours');
    expect(room.does(dean, 'note.protect', { ...note, noteId: 'n2' })).toBe('not-yours');
    expect(room.does(lorna, 'note.protect', { ...note, text: 'Worried less' })).toBeNull();
    expect(room.does(lorna, 'note.protect', { ...note, text: '' })).toBeNull();
    expect(room.seenBy(marcus).notes).toEqual([]);
  });

  it('narrowed later, is withheld from those it no longer names, also in what they catch up on', () => {
    const room = preparing();
    room.does(lorna, 'note.protect', note);
    room.does(lorna, 'note.protect', { ...note, audience: [] });
    expect(room.seenBy(priya).notes[0]?.text).toBeNull();
    expect(JSON.stringify(room.sentTo(priya))).not.toContain('Larkfield');
  });

  it('narrowed and then taken away, stays withheld from those it no longer named, in what they catch up on', () => {
    const room = preparing();
    room.does(lorna, 'note.protect', { ...note, audience: ['domestic-abuse-officer'] });
    room.does(lorna, 'note.protect', { ...note, audience: [] });
    room.does(lorna, 'note.protect', { ...note, text: '' });
    expect(room.seenBy(marcus)).toEqual(room.log.redactState(room.state, marcus));
    expect(JSON.stringify(room.sentTo(marcus))).not.toContain('Larkfield');
    expect(JSON.stringify(room.sentTo(lorna))).toContain('Larkfield');
  });

  it('taken away without being narrowed, is as readable as it was to those it named', () => {
    const room = preparing();
    room.does(lorna, 'note.protect', note);
    room.does(lorna, 'note.protect', { ...note, text: '' });
    expect(JSON.stringify(room.sentTo(priya))).toContain('Larkfield');
    expect(JSON.stringify(room.sentTo(marcus))).not.toContain('Larkfield');
  });

  it('taken away, is written again by its author only: nobody takes its place to read what it said', () => {
    const room = preparing();
    room.does(lorna, 'note.protect', { ...note, audience: ['domestic-abuse-officer'] });
    room.does(lorna, 'note.protect', { ...note, audience: [] });
    room.does(lorna, 'note.protect', { ...note, text: '' });
    const mine = { ...note, discipline: 'domestic-abuse-officer', text: 'Mine' };
    expect(room.does(marcus, 'note.protect', mine)).toBe('not-yours');
    expect(room.does(marcus, 'step.set', { stepId: 'n1', text: 'Mine', ownerId: 'marcus' })).toBeNull();
    expect(JSON.stringify(room.sentTo(marcus))).not.toContain('Larkfield');
    expect(room.does(lorna, 'note.protect', { ...note, text: 'Worried less' })).toBeNull();
    expect(room.seenBy(priya).notes[0]?.text).toBe('Worried less');
  });

  it('nobody can send one without words, to hide that there are none', () => {
    expect(preparing().does(lorna, 'note.protect', { ...note, text: null })).toBe('unreadable');
  });
});
