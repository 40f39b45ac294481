import { describe, expect, it } from '@jest/globals';
import { tableOf } from '../../../../test/support/annex-a-workbook.js';
import { readHistory } from './history-file.js';
import { readMap } from './map-file.js';
import { Problems } from './problems.js';

const TODAY = '2026-03-10';

describe('the map of children to families', () => {
  it('is read with its optional columns; lines without a child or family, and repeats, are left out by row', () => {
    const problems = new Problems();
    const lines = readMap(
      tableOf('m', [
        ['child_id', 'family_ref', 'family_name', 'allocated_on', 'child_first_name'],
        ['7', 'F1', 'Doyle', '12/01/2026', 'Maya'],
        ['8', ' F1 ', null, '2027-01-01', null],
        [null, 'F1'],
        ['9', null],
        ['7', 'F1'],
      ]),
      TODAY,
      problems,
    );
    expect(lines).toEqual([
      {
        row: 2,
        childRef: '7',
        familyRef: 'F1',
        familyName: 'Doyle',
        allocatedOn: '2026-01-12',
        childFirstName: 'Maya',
      },
      { row: 3, childRef: '8', familyRef: 'F1', familyName: null, allocatedOn: null, childFirstName: null },
    ]);
    expect(problems.listed.map((p) => [p.row, p.column, p.severity])).toEqual([
      [3, 'allocated_on', 'notice'],
      [4, 'child_id', 'left-out'],
      [5, 'family_ref', 'left-out'],
      [6, 'child_id', 'left-out'],
    ]);
    expect(() => readMap(tableOf('m', [['child', 'family']]), TODAY, new Problems())).toThrow(
      'The map has no column “child_id”',
    );
  });
});

describe('the history of past supervisions', () => {
  it('is read; dates to come, unreadable, repeated, or without a yes or no are left out by row', () => {
    const problems = new Problems();
    const past = readHistory(
      tableOf('h', [
        ['family_ref', 'held_on', 'counts (yes/no)', 'chair', 'note'],
        ['F1', '10/02/2026', 'Yes', 'Joanne Whitlock', 'All present'],
        ['F1', '2026-03-11', 'yes'],
        ['F1', 'last week', 'yes'],
        ['F1', '10/02/2026', 'no'],
        ['F2', 46_063, 'perhaps'],
        [null, '10/02/2026', 'yes'],
        ['F2', '10/02/2026', 'n'],
      ]),
      TODAY,
      problems,
    );
    expect(past).toEqual([
      {
        row: 2,
        familyRef: 'F1',
        heldOn: '2026-02-10',
        counts: true,
        chair: 'Joanne Whitlock',
        note: 'All present',
      },
      { row: 8, familyRef: 'F2', heldOn: '2026-02-10', counts: false, chair: null, note: null },
    ]);
    expect(problems.listed.filter((p) => p.severity === 'left-out').map((p) => [p.row, p.column])).toEqual([
      [3, 'held_on'],
      [4, 'held_on'],
      [5, 'held_on'],
      [6, 'counts (yes/no)'],
      [7, 'family_ref'],
    ]);
  });
});
