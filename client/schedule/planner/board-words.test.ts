import { describe, expect, it } from '@jest/globals';
import type { Board, BoardSession, BoardSlot } from '../../../shared/schedule/planner.js';
import {
  changedSessions,
  closuresSay,
  dayShort,
  marksOf,
  marksSay,
  offSays,
  plannedSays,
  resultLines,
  resultSays,
  roomLeft,
  wasTold,
} from './board-words.js';
import { mayMove, placeNow, placesIn, targetsOf } from './moves/targets.js';

const today = '2026-04-01';
const slot = (name: string, startsAt: string, minutes = 30, change: Partial<BoardSlot> = {}): BoardSlot => ({
  slotId: name,
  discussionId: `d-${name}`,
  familyId: `f-${name}`,
  name,
  startsAt,
  minutes,
  pattern: 1,
  outcome: null,
  people: [],
  dueBy: '2026-04-28',
  state: 'in-time',
  late: false,
  lateAllowedBy: null,
  lateReason: '',
  ...change,
});
const session = (date: string, slots: BoardSlot[], change: Partial<BoardSession> = {}): BoardSession => ({
  sessionId: date,
  seriesId: null,
  title: '',
  date,
  startsAt: '09:30',
  endsAt: '12:30',
  room: '',
  joinLink: '',
  chairId: null,
  chairMay: true,
  deputyId: null,
  status: 'planned',
  cancelled: null,
  minutesLong: 180,
  minutesUsed: slots.reduce((sum, { minutes }) => sum + minutes, 0),
  seq: 1,
  slots,
  ...change,
});
const seventh = session('2026-04-07', [slot('Kaczmarek', '09:30'), slot('Doyle / Bennett', '10:00', 45)]);
const fourteenth = session('2026-04-14', [slot('Lindqvist', '09:30')]);
const board: Board = {
  teamId: 'northgate',
  month: '2026-04',
  today,
  policySays: 'every 28 days',
  closedDays: [],
  counts: { due: 24, planned: 22, inTime: 22, late: 0, splits: 0 },
  sessions: [seventh, fourteenth],
  needYou: [],
  people: [],
  plan: null,
  told: false,
  unsent: 0,
  mayPlan: true,
};
const plan = { planId: 'p', byId: null, madeAt: '2026-04-01T09:00:00.000Z', mayUndo: true, says: [] };

describe('the month as Sandra reads it', () => {
  it('says how many are planned, and whether inside the limit of this team', () => {
    expect(resultSays(board.counts)).toBe('22 of 24 planned');
    expect(resultLines({ ...board, plan: { ...plan, sentAt: null } })).toEqual([
      { tone: 'good', words: 'All 22 inside their 28 days' },
      { tone: 'good', words: 'Every specialist has one block a day' },
      { tone: 'good', words: 'Nothing sent yet' },
    ]);
    const late = { ...board.counts, inTime: 20, late: 2, splits: 1 };
    expect(resultLines({ ...board, counts: late, policySays: 'once in each calendar month' })).toEqual([
      { tone: 'warn', words: '20 inside their limit, 2 later' },
      { tone: 'warn', words: 'Once a specialist is called in twice on a day' },
    ]);
  });

  it('says what was sent, and what has changed since', () => {
    const sent = { ...plan, sentAt: '2026-04-02T13:00:00.000Z', mayUndo: false };
    expect(resultLines({ ...board, plan: sent }).at(-1)?.words).toBe('Everyone was invited on 2 April 2026');
    expect(resultLines({ ...board, plan: sent, unsent: 3 }).at(-1)?.words).toBe('3 changes not sent yet');
    // Put there by hand, without any plan.
    expect(resultLines({ ...board, told: true }).at(-1)?.words).toBe('Everyone was invited');
    expect(resultLines({ ...board, told: true, unsent: 1 }).at(-1)?.words).toBe('1 change not sent yet');
    expect(resultLines({ ...board, unsent: 1 }).at(-1)?.words).toBe('Nothing sent yet');
    expect([wasTold(board), wasTold({ ...board, told: true }), wasTold({ plan: sent, told: false })]).toEqual(
      [false, true, true],
    );
  });

  it('reads of a session that was called off why it was', () => {
    const cancelled = {
      at: '2026-04-07T07:30:00.000Z',
      reason: 'chair-absent',
      allowedBy: 'adaeze',
      words: '',
    } as const;
    expect(offSays(cancelled)).toBe('The chair was away');
    expect(offSays({ ...cancelled, words: 'Adaeze is ill' })).toBe('The chair was away. Adaeze is ill');
    const off = { ...seventh, status: 'closed' as const, cancelled };
    expect(changedSessions(board, { ...board, sessions: [off, fourteenth] })).toEqual([off]);
  });

  it('claims nothing about a month that holds no family', () => {
    const empty = { ...board, sessions: [], counts: { due: 0, planned: 0, inTime: 0, late: 0, splits: 0 } };
    expect(resultSays(empty.counts)).toBe('No family is due');
    expect(resultLines(empty)).toEqual([]);
  });

  it('names days shortly, with the time where a day has two sessions', () => {
    expect(dayShort(seventh, board.sessions, today)).toBe('Tue 7 April');
    expect(dayShort(seventh, [seventh, seventh], today)).toBe('Tue 7 April, 9:30am');
    expect(dayShort({ ...seventh, date: '2026-12-22' }, [], today)).toBe('Tue 22 Dec');
    expect(roomLeft(seventh)).toBe('Free, 1 h 45 min');
    expect(roomLeft({ ...seventh, minutesUsed: 195 })).toBe('15 min too long');
    expect(roomLeft({ ...seventh, minutesUsed: 180 })).toBe('');
  });

  it('names the days on which nobody meets, those in a row as one', () => {
    const shut = (on: string, title: string) => ({ on, title });
    expect(
      closuresSay(
        [
          shut('2026-04-06', 'Easter Monday'),
          shut('2026-04-03', 'Good Friday'),
          shut('2026-12-30', 'Hub closed'),
          shut('2026-12-31', 'Hub closed'),
          shut('2027-01-01', 'Hub closed'),
        ],
        today,
      ),
    ).toEqual(['Good Friday 3 April', 'Easter Monday 6 April', 'Hub closed 30 December to 1 January 2027']);
  });

  it('says who is called in beside social work, and which post is vacant', () => {
    const people: BoardSlot['people'] = [
      { discipline: 'social-work', personId: 'priya' },
      { discipline: 'mental-health', personId: 'farah' },
      { discipline: 'psychology', personId: null },
    ];
    expect(marksSay(marksOf(people))).toBe('With mental health, psychology (post vacant)');
    expect(marksSay(marksOf(people.slice(0, 1)))).toBe('With social work');
  });

  it('is told what came of planning in one act', () => {
    const planned = { planId: 'p', placed: 22, notPlaced: 2, late: 0, splits: 0, says: [] };
    expect(plannedSays(planned)).toBe('22 families planned. 2 need you.');
    expect(plannedSays({ ...planned, placed: 1, notPlaced: 1, late: 1 })).toBe(
      '1 family planned. 1 later than the limit. 1 needs you.',
    );
  });

  it('hears only of the sessions that somebody else has changed', () => {
    const longer = session('2026-04-14', [slot('Lindqvist', '09:30', 45)]);
    expect(changedSessions(board, { ...board, sessions: [seventh, longer] })).toEqual([longer]);
    expect(changedSessions(board, { ...board, sessions: [{ ...seventh, seq: 9 }, fourteenth] })).toEqual([]);
  });
});

describe('where a family could go', () => {
  it('is each place in the order, itself taken out of it', () => {
    expect(placesIn(seventh, 'Kaczmarek').map((p) => p.label)).toEqual([
      '9:30am, first',
      '10:15am, after Doyle / Bennett',
    ]);
    expect(placeNow(board, 'Doyle / Bennett')).toEqual({ session: seventh, position: 1 });
    expect(placeNow(board, 'Nobody')).toBeUndefined();
  });

  it('is no session that is over or was opened, and the end of one in another month', () => {
    const line = {
      ...session('2026-05-05', []),
      teamId: 'northgate',
      penId: null,
      slots: 4,
      yours: [],
    };
    const targets = targetsOf(
      {
        ...board,
        sessions: [
          { ...seventh, date: '2026-03-31', sessionId: 'past' },
          { ...seventh, status: 'open' },
          fourteenth,
        ],
      },
      [line, { ...line, sessionId: 'southgate', teamId: 'southgate' }],
    );
    expect(targets.map((t) => t.label)).toEqual(['Tuesday 14 April, 9:30am', 'Tuesday 5 May, 9:30am']);
    expect(targets[1]?.places).toEqual([{ position: 4, label: 'Last' }]);
  });

  it('is nowhere for a family that was taken, or whose session is open', () => {
    const [first] = seventh.slots;
    expect(mayMove(seventh, first!)).toBe(true);
    expect(mayMove(seventh, { ...first!, outcome: 'held' })).toBe(false);
    expect(mayMove({ ...seventh, status: 'open' }, first!)).toBe(false);
  });
});
