import { describe, expect, it } from '@jest/globals';
import { emptySession, type SessionState, type Slot } from '../../../shared/session/state.js';
import { clockTime } from '../../ui/format.js';
import { etas, minutesUsed, stepTime } from './etas.js';
import { londonInstant } from './london.js';

function slot(slotId: string, minutes: number, startedAt: string | null = null): Slot {
  return {
    slotId,
    minutes,
    pattern: 1,
    startedAt,
    endedAt: null,
    outcome: null,
    reason: null,
    note: '',
    allowedBy: null,
  };
}

const planned: SessionState = {
  ...emptySession,
  date: '2026-03-10',
  startsAt: '09:30',
  endsAt: '12:30',
  slots: [slot('hartley', 30), slot('kaczmarek', 30), slot('doyle', 45)],
};

/** 9:56am: seventh step, 2 min 10 s into its three. */
const running: SessionState = {
  ...planned,
  status: 'open',
  slots: [slot('hartley', 30, '2026-03-10T09:30:00Z'), ...planned.slots.slice(1)],
  at: { slotId: 'hartley', step: 'challenge', stepSince: '2026-03-10T09:53:50Z' },
};
const now = Date.parse('2026-03-10T09:56:00Z');

const starts = (session: SessionState, at: number) =>
  etas(session, at).slots.map((s) => clockTime(new Date(s.startsAt)));

describe('when each family comes', () => {
  it('Farah reads the planned times before the session opens', () => {
    expect(starts(planned, Date.parse('2026-03-09T12:00:00Z'))).toEqual(['9:30am', '10am', '10:30am']);
  });

  it('Farah sees a later time when the first family takes longer than planned', () => {
    const at = Date.parse('2026-03-10T09:58:00Z');
    expect(starts(running, at)).toEqual(['9:30am', '10:03am', '10:33am']);
    expect(etas(running, at).minutesOver).toBe(3);
  });

  it('the chair is not told of an overrun of less than a minute', () => {
    const early = { ...running, at: { ...running.at!, step: 'decision' } };
    expect(etas(early, Date.parse('2026-03-10T09:54:00Z')).minutesOver).toBe(0);
  });

  it('an extension by the chair moves the families after it and is no overrun', () => {
    const longer = { ...running, slots: [{ ...running.slots[0]!, minutes: 40 }, ...running.slots.slice(1)] };
    expect(etas(longer, now).minutesOver).toBe(0);
  });

  it('a family that was put off takes no time from the others', () => {
    const off = {
      ...running,
      slots: [running.slots[0]!, { ...running.slots[1]!, outcome: 'postponed' as const }, running.slots[2]!],
    };
    expect(etas(off, now).slots.map((s) => s.stands)).toEqual(['now', 'done', 'ahead']);
    expect(etas(off, now).slots[2]!.startsAt).toBe(etas(running, now).slots[1]!.startsAt);
  });

  it('a room that opens late has its plan from then on, and is behind when nobody starts', () => {
    const late = { ...planned, status: 'open' as const, openedAt: '2026-03-10T10:30:00Z' };
    expect(etas(late, Date.parse('2026-03-10T10:30:20Z')).minutesOver).toBe(0);
    expect(starts(late, Date.parse('2026-03-10T10:30:00Z'))).toEqual(['10:30am', '11am', '11:30am']);
    expect(etas(late, Date.parse('2026-03-10T10:34:30Z')).minutesOver).toBe(4);
  });

  it('the chair reads how long this step and this family have taken', () => {
    expect(stepTime(running, now)).toEqual({ used: 130, budget: 180 });
    expect(minutesUsed(running.slots[0]!, now)).toBe(26);
    expect(stepTime(planned, now)).toBeNull();
  });

  it('Megan in London reads London time in winter and in summer', () => {
    expect(londonInstant('2026-03-10', '09:30')).toBe(Date.parse('2026-03-10T09:30:00Z'));
    expect(londonInstant('2026-07-07', '09:30')).toBe(Date.parse('2026-07-07T08:30:00Z'));
    expect(londonInstant('2026-07-07', '00:15')).toBe(Date.parse('2026-07-06T23:15:00Z'));
  });
});
