import { describe, expect, it } from '@jest/globals';
import type { FamilyLine } from '../../shared/families/family.js';
import type { SlotHere } from '../../shared/schedule/http.js';
import { fitsSays, lengthSays, minutesFor, moved, timed, waitingFor } from './running-order.js';

const slot = (slotId: string, position: number, minutes: number): SlotHere => ({
  slotId,
  position,
  minutes,
  pattern: position + 1,
  outcome: null,
  yours: false,
});
const family = (name: string, change: Partial<FamilyLine> = {}): FamilyLine => ({
  familyId: name,
  ref: name,
  name,
  teamId: 'northgate',
  status: 'open',
  children: [],
  workers: [],
  lastHeldOn: '2026-02-10',
  dueBy: '2026-03-10',
  openDiscussionId: `d-${name}`,
  yourReview: null,
  planned: null,
  ...change,
});

describe('Sandra plans the session of 10 March', () => {
  const slots = [slot('doyle', 2, 45), slot('hartley', 0, 30), slot('kaczmarek', 1, 30)];

  it('each family’s time follows from the order and the lengths before it', () => {
    expect(timed({ slots, startsAt: '09:30' }).map((t) => `${t.slot.slotId} ${t.at} ${t.until}`)).toEqual([
      'hartley 09:30 10:00',
      'kaczmarek 10:00 10:30',
      'doyle 10:30 11:15',
    ]);
  });

  it('she sees how much of the morning is used, and when it is too much', () => {
    expect(fitsSays({ slots, startsAt: '09:30', endsAt: '12:30' })).toEqual({
      words: '3 families, 1 h 45 min of 3 h',
      over: null,
    });
    expect(fitsSays({ slots, startsAt: '09:30', endsAt: '11:00' }).over).toBe(
      '15 min too long: it would end after 11am.',
    );
    expect(lengthSays(0)).toBe('0 min');
  });

  it('moving a family changes places with its neighbour, and the first cannot move earlier', () => {
    expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  });

  it('a new family and one with four children get more time', () => {
    const child = { childId: '', firstName: '', age: '' };
    expect(minutesFor(family('old'))).toBe(30);
    expect(minutesFor(family('new', { lastHeldOn: null }))).toBe(45);
    expect(minutesFor(family('many', { children: [child, child, child, child] }))).toBe(45);
  });

  it('the families that wait are hers to plan: open, of the team, in no session, the most pressing first', () => {
    const waiting = waitingFor(
      [
        family('late', { dueBy: '2026-03-20' }),
        family('early'),
        family('closed', { status: 'closed' }),
        family('planned', { planned: { sessionId: 's', on: '2026-03-10', at: '09:30' } }),
        family('being signed', { openDiscussionId: null }),
        family('other team', { teamId: 'southgate' }),
      ],
      'northgate',
    );
    expect(waiting.map((f) => f.name)).toEqual(['early', 'late']);
  });
});
