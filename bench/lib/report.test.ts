import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { atLeast, atMost, printReport, type Report, sayReport } from './report.js';

const report: Report = {
  name: 'live',
  figures: {
    'seen by others': { product: { p95: 5.123456, note: 'waits' }, floor: { p95: 4 } },
    'idle KiB': Number.NaN,
  },
  goals: [
    atMost('p95 against the floor', 1.2808, 1.3),
    atLeast('changes against the floor', 0.5, 0.8),
    atMost('never measured', Number.NaN, 1),
  ],
};

describe('the report of a bench', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('a program that reads it gets exactly one object, with what was not measured as null', () => {
    const written: string[] = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    printReport(report, true);
    expect(JSON.parse(written.join(''))).toEqual({
      name: 'live',
      figures: {
        'seen by others': { product: { p95: 5.123, note: 'waits' }, floor: { p95: 4 } },
        'idle KiB': null,
      },
      goals: [
        { name: 'p95 against the floor: at most 1.3', value: 1.281, limit: 1.3, holds: true },
        { name: 'changes against the floor: at least 0.8', value: 0.5, limit: 0.8, holds: false },
        { name: 'never measured: at most 1', value: null, limit: 1, holds: false },
      ],
    });
  });

  it('a person who reads it sees a row for each side, and which goals were missed', () => {
    const text = sayReport(report);
    expect(text).toMatch(/product +5\.123456 +waits/);
    expect(text).toMatch(/floor +4 +–/);
    expect(text).toContain('holds   p95 against the floor: at most 1.3; found 1.281');
    expect(text).toContain('MISSED  changes against the floor: at least 0.8; found 0.5');
    expect(text).toContain('MISSED  never measured: at most 1; found –');
  });
});
