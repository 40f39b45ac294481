import { describe, expect, it } from '@jest/globals';
import type { HomeSession, HomeSlot } from '../../../../shared/home/home.js';
import { emptySession, type SessionState, type Slot } from '../../../../shared/session/state.js';
import { clockTime } from '../../../ui/format.js';
import { callOf, pieceSays } from './call-words.js';
import { blocksOf, nextDay, piecesOf } from './day.js';

const today = '2026-03-10';
const at = (time: string) => Date.parse(`${today}T${time}Z`);
const slot = (slotId: string, startsAt: string, minutes: number, pattern = 1): HomeSlot => ({
  slotId,
  discussionId: slotId,
  familyId: slotId,
  familyName: slotId,
  startsAt,
  minutes,
  pattern,
  outcome: null,
});
const session = (over: Partial<HomeSession> = {}): HomeSession => ({
  sessionId: 'northgate',
  teamId: 'northgate',
  teamName: 'Northgate',
  date: today,
  startsAt: '09:30',
  endsAt: '12:30',
  room: 'Room 2',
  status: 'planned',
  part: 'called',
  slots: 3,
  yours: [slot('Hartley', '09:30', 30), slot('Doyle', '10:30', 45, 3)],
  ...over,
});
const southgate = session({
  sessionId: 'southgate',
  teamId: 'southgate',
  teamName: 'Southgate',
  startsAt: '14:00',
  yours: [slot('Okafor', '14:00', 30, 5)],
});

/** Northgate as its log has it: Hartley, Kaczmarek (not Dean's), Doyle. */
const running = (over: Partial<SessionState> = {}, started: Partial<Slot> = {}): SessionState => {
  const one = (slotId: string, minutes: number): Slot => ({
    slotId,
    minutes,
    pattern: 1,
    startedAt: null,
    endedAt: null,
    outcome: null,
    reason: null,
    note: '',
    allowedBy: null,
  });
  return {
    ...emptySession,
    status: 'open',
    date: today,
    startsAt: '09:30',
    openedAt: `${today}T09:30:00Z`,
    slots: [{ ...one('Hartley', 30), ...started }, one('Kaczmarek', 30), one('Doyle', 45)],
    ...over,
  };
};

function callAt(
  now: number,
  states: Record<string, SessionState> = {},
  sessions: readonly HomeSession[] = [session()],
) {
  const all = new Map(Object.entries(states));
  const day = nextDay(sessions);
  return callOf(day, all, blocksOf(day, all, now), today, now);
}
function line(now: number, states: Record<string, SessionState> = {}, sessions = [session()]) {
  return piecesOf(blocksOf(nextDay(sessions), new Map(Object.entries(states)), now)).map((piece) => [
    clockTime(new Date(piece.startsAt)),
    piece.kind === 'family' ? `${piece.block.slot.familyName} ${piece.minutes}` : pieceSays(piece),
  ]);
}

describe('when somebody is called in', () => {
  it('Dean reads at 9:12am that he is needed in about 18 min, and how his morning runs', () => {
    expect(callAt(at('09:12:00'))).toMatchObject({
      lead: 'You’re needed in about 18 min',
      about: '9:30am for Hartley',
      neededNow: false,
    });
    expect(line(at('09:12:00'))).toEqual([
      ['9:30am', 'Hartley 30'],
      ['10am', 'free, 30 min'],
      ['10:30am', 'Doyle 45'],
      ['11:15am', 'you can leave'],
    ]);
  });

  it('in summer it is the clock in England that counts', () => {
    const july = session({ date: '2026-07-07' });
    const now = Date.parse('2026-07-07T08:12:00Z');
    const day = nextDay([july]);
    expect(callOf(day, new Map(), blocksOf(day, new Map(), now), '2026-07-07', now)?.lead).toBe(
      'You’re needed in about 18 min',
    );
  });

  it('early in the day, and on the days before, he reads the time', () => {
    expect(callAt(at('07:00:00'))?.lead).toBe('Today, 9:30am');
    const later = session({ date: '2026-03-17' });
    expect(callAt(at('07:00:00'), {}, [later])).toMatchObject({
      lead: 'Tuesday 17 March, 9:30am',
      about: '9:30am for Hartley',
    });
  });

  it('past its time, a room that nobody opened is not open yet, and Adaeze is not told that she is late', () => {
    expect(callAt(at('09:34:00'))).toMatchObject({ lead: 'Not open yet', neededNow: false });
    expect(callAt(at('09:34:00'), {}, [session({ part: 'chair' })])?.lead).toBe('Today, 9:30am');
  });

  it('when the first family overruns, Doyle moves with it, and so does his free time', () => {
    const over = running(
      { at: { slotId: 'Kaczmarek', step: 'check-in', stepSince: `${today}T10:12:00Z` } },
      { startedAt: `${today}T09:30:00Z` },
    );
    over.slots = over.slots.map((one) =>
      one.slotId === 'Kaczmarek' ? { ...one, startedAt: `${today}T10:12:00Z` } : one,
    );
    expect(callAt(at('10:12:00'), { northgate: over })).toMatchObject({
      lead: 'You’re needed in about 30 min',
      about: 'About 10:42am for Doyle',
      open: true,
    });
    expect(line(at('10:12:00'), { northgate: over })).toEqual([
      ['10:42am', 'Doyle 45'],
      ['11:27am', 'you can leave'],
    ]);
  });

  it('while the room is with his family he is needed now; the chair, who is there, is not called', () => {
    const now = running(
      { at: { slotId: 'Hartley', step: 'check-in', stepSince: `${today}T09:31:00Z` } },
      { startedAt: `${today}T09:31:00Z` },
    );
    expect(callAt(at('09:32:00'), { northgate: now })).toMatchObject({
      lead: 'You’re needed now',
      about: 'The room is with Hartley',
      neededNow: true,
    });
    expect(callAt(at('09:32:00'), { northgate: now }, [session({ part: 'chair' })])).toMatchObject({
      lead: 'The session is open',
      neededNow: false,
    });
  });

  it('after Northgate he is free until Southgate, which is then the call', () => {
    const both = [session(), southgate];
    expect(line(at('09:12:00'), {}, both).slice(2)).toEqual([
      ['10:30am', 'Doyle 45'],
      ['11:15am', 'free until 2pm'],
      ['2pm', 'Okafor 30'],
      ['2:30pm', 'you can leave'],
    ]);
    const closed = running({ status: 'closed' });
    expect(callAt(at('12:45:00'), { northgate: closed }, both)).toMatchObject({
      lead: 'You’re needed in about 75 min',
      about: '2pm for Okafor',
    });
    expect(callAt(at('12:45:00'), { northgate: closed })).toBeNull();
  });

  it('a family put off takes no time, and whoever leads is not told to leave', () => {
    const off = running({ status: 'planned', openedAt: null });
    off.slots = off.slots.map((one) =>
      one.slotId === 'Kaczmarek' ? { ...one, outcome: 'postponed' as const } : one,
    );
    expect(line(at('09:12:00'), { northgate: off }, [session({ part: 'chair' })])).toEqual([
      ['9:30am', 'Hartley 30'],
      ['10am', 'Doyle 45'],
    ]);
  });

  it('Helen, who has a part in none of them, is called to nothing', () => {
    expect(callAt(at('09:12:00'), {}, [session({ part: 'none', yours: [] })])).toBeNull();
  });
});
