import { describe, expect, it } from '@jest/globals';
import type { FamilyStands, FigurePart } from '../../../shared/audit/http.js';
import { groupLines, leftOut, measureLines, type Printed, rateOrWhyNot, waitsSay } from './print-words.js';

const count = (numerator: number, denominator: number, apart = 0) => ({
  numerator,
  denominator,
  rate: denominator === 0 ? null : Math.round((1000 * numerator) / denominator) / 10,
  small: denominator < 10,
  provisional: 0,
  apart,
});
const figure = (measure: string, title: string, of = count(0, 0)): FigurePart => ({
  measure,
  title,
  beside: {},
  reasons: { met: {}, 'not-met': {}, apart: {} },
  groups: [],
  ...of,
});
const family = (daysOver: number | null): FamilyStands => ({
  familyId: daysOver === null ? null : 'f',
  name: 'Doyle',
  ref: '',
  teamId: 't',
  reason: 'overdue',
  children: 1,
  plan: null,
  lastHeldOn: null,
  sinceOn: null,
  dueBy: null,
  daysOver,
  provisional: false,
});
const asked = { teamId: null, teamName: null, asAt: '2026-03-30', limit: '28d', limitSays: 'every 28 days' };
const printed: Printed = {
  snapshot: {
    ...asked,
    families: count(7, 10, 2),
    children: count(15, 23),
    lists: {
      inTime: [],
      overdue: [family(43), family(28), family(8), family(7), family(1), family(null)],
      unsigned: [],
      exempt: [family(null)],
      notYetDue: [family(null), family(null)],
      noChild: [],
    },
    longest: null,
    by: null,
  },
  months: {
    ...asked,
    months: [
      {
        month: '2026-02',
        over: true,
        now: count(7, 9, 3),
        reported: null,
        changed: [],
        missing: [],
        apart: { new: 2, exempt: 1 },
      },
      {
        month: '2026-03',
        over: false,
        now: count(7, 10),
        reported: null,
        changed: [],
        missing: [],
        apart: {},
      },
    ],
    chart: { points: [], says: '' },
    chartAsReported: { points: [], says: '' },
  },
  attendance: {
    ...asked,
    from: '2026-01-01',
    lines: [],
    attendance: figure('attendance', 'Attendance by discipline', count(30, 40, 4)),
    contribution: figure('contribution', 'Attended or wrote', count(35, 40, 4)),
  },
  oversight: {
    ...asked,
    from: '2026-01-01',
    figures: [figure('steps-on-time', 'Next steps done in time', count(3, 4, 1))],
    unsigned: { after5: [], after10: [] },
    notReached: [],
    carried: [],
    silent: [],
    challengesOpen: [],
  },
  gaps: {
    ...asked,
    from: '2026-01-01',
    intervals: figure('interval-compliance', 'Intervals within the limit', count(12, 16)),
    snapshot: count(7, 10, 2),
    longest: [],
  },
};

describe('the page that a committee reads', () => {
  it('leads with how families stand, then the last month that is over, then the period', () => {
    expect(measureLines(printed).map((m) => [m.title, m.numerator, m.denominator])).toEqual([
      ['Families in time', 7, 10],
      ['Children in time', 15, 23],
      ['Families supervised in February 2026', 7, 9],
      ['Intervals within the limit', 12, 16],
      ['Attendance by discipline', 30, 40],
      ['Attended or wrote', 35, 40],
      ['Next steps done in time', 3, 4],
    ]);
  });

  it('gives each measure by group, by name and not by how a group does', () => {
    expect(groupLines(printed)).toEqual([]);
    const group = (name: string, of: ReturnType<typeof count>) => ({ group: name, name, ...of });
    const families = [group('CP', count(3, 4)), group('CIN', count(4, 6)), group('CLA', count(0, 0, 1))];
    const by = { cut: 'plan' as const, families, children: [] };
    const lines = groupLines({ ...printed, snapshot: { ...printed.snapshot, by } });
    expect(lines.map((l) => [l.title, l.name, l.numerator, l.denominator])).toEqual([
      ['Families in time', 'CIN', 4, 6],
      ['', 'CP', 3, 4],
    ]);
  });

  it('gives a rate only where enough were counted', () => {
    expect([count(7, 10), count(7, 9), count(0, 0)].map(rateOrWhyNot)).toEqual([
      '70.0%',
      'too few for a rate',
      'none counted',
    ]);
  });

  it('counts waits by their length, each family once, and names none', () => {
    const lines = waitsSay(printed.snapshot.lists);
    expect(lines.map((l) => l.families)).toEqual([2, 2, 1, 1]);
    expect(lines.reduce((sum, l) => sum + l.families, 0)).toBe(printed.snapshot.lists.overdue.length);
    expect(JSON.stringify(lines)).not.toContain('Doyle');
  });

  it('says what was left out and why', () => {
    expect(leftOut(printed)).toEqual([
      '1 family exempt, by a manager’s decision.',
      '2 families new, and not yet due for the first time.',
      'February 2026: 2 families not counted (new).',
      'February 2026: 1 family not counted (exempt).',
      'Attendance: 4 places of a post that was vacant, which is nobody’s absence.',
      'Next steps done in time: 1 looked at and not counted.',
    ]);
  });
});
