import { describe, expect, it } from '@jest/globals';
import {
  type Cell,
  LIST_6_HEADINGS,
  LIST_7_HEADINGS,
  list6Row,
  list7Row,
  tableOf,
} from '../../../../test/support/annex-a-workbook.js';
import { readAnnexA } from './annex-a.js';
import { Problems } from './problems.js';

const TODAY = '2026-03-10';

function reads(list6: Cell[][], list7: Cell[][] | null = [], headings: Cell[] = LIST_6_HEADINGS) {
  const tables = new Map([['List 6', tableOf('List 6', [headings, ...list6])]]);
  if (list7) tables.set('List 7', tableOf('List 7', [LIST_7_HEADINGS, ...list7]));
  const problems = new Problems();
  const annexA = readAnnexA(tables, TODAY, problems);
  return { ...annexA, child: annexA.children[0], problems: problems.listed, leftOut: problems.leftOut };
}

describe('a child in the lists', () => {
  it.each<[string, Record<string, Cell>, object]>([
    ['whose number is a number', { id: 10046 }, { childRef: '10046' }],
    ['whose number passed through another program', { id: '10046.0' }, { childRef: '10046' }],
    ['whose number begins with a nought', { id: ' 0010046\u00a0' }, { childRef: '0010046' }],
    [
      'with spaces that do not break in the worker’s name',
      { id: 1, worker: 'Priya\u00a0 Raman\u200b' },
      { worker: 'Priya Raman' },
    ],
    [
      'not born yet, by age',
      { id: 1, age: -1, born: null },
      { unborn: true, bornOn: null, expectedOn: null },
    ],
    [
      'not born yet, by a date to come',
      { id: 1, born: '01/06/2026', age: null },
      { unborn: true, bornOn: null, expectedOn: '2026-06-01' },
    ],
    [
      'not born yet, in so many words',
      { id: 1, born: '01/06/2026', age: 'Unborn' },
      { unborn: true, expectedOn: '2026-06-01' },
    ],
    ['whose birth date is an Excel number', { id: 1, born: 42140 }, { bornOn: '2015-05-16' }],
    [
      'with codes in their shortest form',
      { id: 1, gender: '1', disability: 'N', ethnicity: 'WBRI', need: 'N4', status: 'CIN' },
      { gender: 'male', disability: 'no', ethnicity: 'WBRI', need: 'N4', status: 'child-in-need' },
    ],
    [
      'who is closed',
      { id: 1, status: 'e) Closed episode', closed: '01/02/2026', reason: 'RC8 - Case closed' },
      { status: 'closed', closedOn: '2026-02-01', closureReason: 'RC8' },
    ],
  ])('%s is read', (_, over, expected) => {
    expect(reads([list6Row({ id: null, ...over })]).child).toMatchObject(expected);
  });

  it.each<[string, Record<string, Cell>, string, string]>([
    ['without a number', { id: null }, 'Child Unique ID', 'The child’s number is missing.'],
    [
      'whose number is an error',
      { id: { error: '#REF!' } },
      'Child Unique ID',
      'The child’s number is missing.',
    ],
    [
      'whose number a spreadsheet spoilt',
      { id: '1.26E+07' },
      'Child Unique ID',
      'A spreadsheet shortened this number to “1.26E+07”, so we cannot tell which child it is.',
    ],
    ['without a status', { id: 1, status: null }, 'Case Status', 'The case status is missing.'],
    [
      'with a status nobody knows',
      { id: 1, status: 'Allocated' },
      'Case Status',
      '“Allocated” is not a case status.',
    ],
  ])('%s is left out and counted', (_, over, column, words) => {
    const { children, leftOut, problems } = reads([list6Row({ id: 99 }), list6Row({ id: null, ...over })]);
    expect(children.map((c) => c.childRef)).toEqual(['99']);
    expect(leftOut).toBe(1);
    expect(problems).toContainEqual({ list: 'List 6', row: 3, column, words, severity: 'left-out' });
  });

  it.each<[string, Record<string, Cell>, string, RegExp, object]>([
    [
      'a birth date nobody can read',
      { born: '31/02/2015' },
      'Date of Birth',
      /not a date we can read/,
      { bornOn: null },
    ],
    ['a birth year of two figures', { born: '12/05/15' }, 'Date of Birth', /four figures/, { bornOn: null }],
    ['no birth date', { born: null }, 'Date of Birth', /no birth date/, { bornOn: null }],
    [
      'a birth date years ahead',
      { born: '12/05/2062' },
      'Date of Birth',
      /too far in the future/,
      { bornOn: null, unborn: false },
    ],
    ['a start in the future', { start: '01/01/2027' }, 'CIN Start Date', /in the future/, { cinStart: null }],
    [
      'a gender of its own',
      { gender: 'Prefer not to say' },
      'Gender',
      /taken as unknown/,
      { gender: 'unknown' },
    ],
    [
      'an ethnicity of its own',
      { ethnicity: 'Cornish' },
      'Ethnicity',
      /kept as it is written/,
      { ethnicity: 'Cornish' },
    ],
    [
      'a closure date and an open status',
      { closed: '01/03/2026' },
      'CIN Closure Date',
      /kept open/,
      { status: 'child-in-need', closedOn: null },
    ],
    [
      'a closed status and no date',
      { status: 'e)' },
      'CIN Closure Date',
      /no closure date/,
      { status: 'closed' },
    ],
    ['no team', { team: null }, 'Allocated Team', /no allocated team/, { team: null }],
  ])('with %s is kept, and it is said', (_, over, column, words, expected) => {
    const { child, problems } = reads([list6Row({ id: 1, ...over })]);
    expect(child).toMatchObject(expected);
    expect(problems).toContainEqual({
      list: 'List 6',
      row: 2,
      column,
      severity: 'notice',
      words: expect.stringMatching(words),
    });
  });

  it('who is there twice is used once: the open row, then the later start', () => {
    const { children, problems, leftOut } = reads([
      list6Row({ id: 1, start: '01/01/2026', status: 'e)', closed: '01/02/2026' }),
      list6Row({ id: 1, start: '01/01/2025', worker: 'Tom Ashdown' }),
      list6Row({ id: 1, start: '01/06/2025' }),
    ]);
    expect(children).toEqual([expect.objectContaining({ status: 'child-in-need', cinStart: '2025-06-01' })]);
    expect(leftOut).toBe(2);
    expect(problems.filter((p) => p.severity === 'left-out').map((p) => p.words)).toEqual([
      'Child 1 is there twice. Row 3 is used.',
      'Child 1 is there twice. Row 4 is used.',
    ]);
  });

  it('whose protection plan is open is on a plan whatever list 6 says, unless looked after', () => {
    const { children, problems } = reads(
      [list6Row({ id: 1 }), list6Row({ id: 2, status: 'a)' })],
      [list7Row({ id: 1 }), list7Row({ id: 2 })],
    );
    expect(children.map((c) => c.status)).toEqual(['child-protection', 'looked-after']);
    expect(problems.filter((p) => p.list === 'List 7')).toEqual([
      expect.objectContaining({ row: 2, words: expect.stringContaining('The plan is taken as right') }),
    ]);
  });

  it('who is only in list 7 is taken from there: open with an open plan, else closed', () => {
    const { children } = reads(
      [list6Row({ id: 9 })],
      [list7Row({ id: 1, worker: 'Tom Ashdown' }), list7Row({ id: 2, end: '01/03/2026' })],
    );
    expect(children.slice(1)).toEqual([
      expect.objectContaining({ childRef: '1', status: 'child-protection', worker: 'Tom Ashdown' }),
      expect.objectContaining({ childRef: '2', status: 'closed', closedOn: '2026-03-01' }),
    ]);
  });

  it('with two plans keeps both, oldest first; an end before the start is no end', () => {
    const { child, problems, leftOut } = reads(
      [list6Row({ id: 1, status: 'b)' })],
      [
        list7Row({ id: 1, start: '14/01/2026', end: '01/01/2026' }),
        list7Row({ id: 1, start: '01/02/2024', end: '01/02/2025' }),
        list7Row({ id: 1, start: '14/01/2026' }),
      ],
    );
    expect(child?.protection.map((p) => [p.start, p.end])).toEqual([
      ['2024-02-01', '2025-02-01'],
      ['2026-01-14', null],
    ]);
    expect(problems).toContainEqual(
      expect.objectContaining({
        row: 2,
        column: 'Child Protection Plan End Date',
        words: expect.stringContaining('before it began'),
      }),
    );
    expect(leftOut).toBe(1);
  });

  it('on a protection plan that list 7 does not have is said; without a list 7 nothing is', () => {
    expect(reads([list6Row({ id: 1, status: 'b)' })]).problems).toContainEqual(
      expect.objectContaining({
        row: 2,
        column: 'Case Status',
        words: expect.stringContaining('no open one in list 7'),
      }),
    );
    const without = reads([list6Row({ id: 1, status: 'b)' })], null);
    expect(without.hasList7).toBe(false);
    expect(without.problems.map((p) => [p.list, p.row])).toEqual([['List 7', null]]);
  });
});
