import { describe, expect, it } from '@jest/globals';
import { emptyDiscussion } from '../../../shared/discussion/state.js';
import { emptySession, type SessionState, type Slot } from '../../../shared/session/state.js';
import { nextFamily, onward } from './onward.js';

const slot = (slotId: string, part: Partial<Slot> = {}): Slot => ({
  slotId,
  minutes: 30,
  pattern: 1,
  startedAt: null,
  endedAt: null,
  outcome: null,
  reason: null,
  note: '',
  allowedBy: null,
  ...part,
});
const begun = { startedAt: '2026-03-10T09:30:00.000Z' };
const session: SessionState = {
  ...emptySession,
  status: 'open',
  slots: [slot('a', begun), slot('b'), slot('c')],
};
const names = (slotId: string) => ({ a: 'Hartley', b: 'Kaczmarek', c: 'Doyle / Bennett' })[slotId];
const hidden = { scale: { ...emptyDiscussion.scale, count: 3 } };
const shown = { scale: { ...emptyDiscussion.scale, revealedAt: '2026-03-10T09:54:00.000Z' } };
const words = (step: string, state = hidden) => onward(session, { slotId: 'a', step }, state, names)?.words;

describe('the chair’s way on', () => {
  it('Adaeze’s button is named after where it goes', () => {
    expect(words('check-in')).toBe('Go to last time');
    expect(words('meaning')).toBe('Go to the scale');
    expect(words('challenge')).toBe('Go to decision');
    expect(words('next-steps')).toBe('Read back and sign');
  });

  it('at the scale Adaeze first reveals, and then starts the challenge there', () => {
    expect(words('scale')).toBe('Reveal together');
    expect(words('scale', shown)).toBe('Start the challenge there');
  });

  it('Adaeze cannot reveal what nobody has given', () => {
    expect(
      onward(session, { slotId: 'a', step: 'scale' }, { scale: emptyDiscussion.scale }, names)?.unavailable,
    ).toBe('Nobody has scored yet');
  });

  it('after the read-back the next family is one press away, by name', () => {
    expect(words('read-back')).toBe('Next family: Kaczmarek');
  });

  it('a family that was put off is passed over, and one that was skipped comes after the last', () => {
    const off = {
      ...session,
      slots: [
        slot('a'),
        slot('b', { endedAt: '2026-03-10T10:00:00.000Z', outcome: 'postponed' }),
        slot('c', begun),
      ],
    };
    expect(nextFamily(off, 'c')).toBe('a');
    expect(nextFamily({ ...off, slots: off.slots.map((s) => ({ ...s, ...begun })) }, 'c')).toBeNull();
  });

  it('nobody is led on in a session that has ended', () => {
    expect(
      onward({ ...session, status: 'closed' }, { slotId: 'a', step: 'decision' }, shown, names),
    ).toBeNull();
  });
});
