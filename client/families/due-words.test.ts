import { describe, expect, it } from '@jest/globals';
import { dueSays, nearness, plannedSays } from './due-words.js';

const today = '2026-03-10';
const open = (dueBy: string | null, planned: { on: string; at: string } | null = null) => ({
  status: 'open' as const,
  dueBy,
  planned,
});

describe('how Sandra reads when a family is due', () => {
  it('a family four weeks away simply has its date, and the time when it is planned for that day', () => {
    const family = open('2026-04-07', { on: '2026-04-07', at: '10:00' });
    expect(dueSays(family, today)).toEqual({ words: 'Due by 7 April', tone: 'plain' });
    expect(plannedSays(family, today)).toBe('planned 10am that day');
  });

  it('a family past its limit says by how many days, and on the last day itself it is in time', () => {
    expect(dueSays(open('2026-03-03'), today)).toEqual({
      words: 'Was due by 3 March, 7 days over',
      tone: 'bad',
    });
    expect(nearness(open('2026-03-10'), today)).toBe('soon');
    expect(dueSays(open('2026-03-09'), today).words).toContain('1 day over');
  });

  it('a family due within a week asks for attention until it is planned', () => {
    expect(dueSays(open('2026-03-13'), today).tone).toBe('warn');
    expect(dueSays(open('2026-03-13', { on: '2026-03-12', at: '09:30' }), today).tone).toBe('plain');
    expect(plannedSays(open('2026-03-13'), today)).toBe('not planned yet');
  });

  it('a time planned after the limit says so, whatever the clocks do in between', () => {
    const late = open('2026-03-31', { on: '2026-04-02', at: '10:30' });
    expect(plannedSays(late, today)).toBe('planned Thursday 2 April, 10:30am, 2 days after the limit');
  });

  it('a family past its limit already is not told twice that its planned day is late', () => {
    const over = open('2026-03-03', { on: '2026-03-10', at: '10:30' });
    expect(plannedSays(over, today)).toBe('planned today, 10:30am');
  });

  it('a closed family and one without a start say only that', () => {
    expect(dueSays({ status: 'closed', dueBy: null, planned: null }, today).words).toBe('Closed');
    expect(dueSays(open(null), today).words).toBe('No start date yet');
  });
});
