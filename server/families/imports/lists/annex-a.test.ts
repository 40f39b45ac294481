import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  type Cell,
  LIST_6_HEADINGS,
  LIST_7_HEADINGS,
  list6Row,
  tableOf,
} from '../../../../test/support/annex-a-workbook.js';
import { withFile } from '../../../../test/support/given-file.js';
import { readAnnexAWorkbook } from '../reading/read-tables.js';
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

describe('a council’s own lists', () => {
  it('are read from the 2024 workbook: twelve children, and every gap said by list, row and column', async () => {
    const bytes = readFileSync(path.resolve('test/fixtures/annex-a/Annex_A_2024_Jan_liia.xlsx'));
    const { tables } = await withFile('a.xlsx', bytes, readAnnexAWorkbook);
    const problems = new Problems();
    const { children, rows } = readAnnexA(tables, TODAY, problems);
    expect(rows).toEqual({ list6: 5, list7: 7 });
    expect(children).toHaveLength(12);
    expect(children[0]).toEqual({
      childRef: '12598894',
      gender: 'male',
      ethnicity: 'MOTH',
      bornOn: '1999-09-23',
      expectedOn: null,
      unborn: false,
      disability: 'no',
      status: 'child-in-need',
      cinStart: '2010-06-09',
      need: 'PSRMEM - Support with memory and cognition',
      lastSeenOn: '2021-01-21',
      closedOn: null,
      closureReason: null,
      team: null,
      worker: null,
      protection: [],
    });
    expect(children.find((c) => c.childRef === '5358472')).toMatchObject({
      status: 'child-protection',
      team: 'Locality 4 Unit 1',
      worker: 'Petra Wills',
      protection: [
        { start: '2021-02-08', end: null, initialCategory: 'PHY', latestCategory: 'PHY', seenAlone: 'yes' },
      ],
    });
    expect(problems.listed).toContainEqual({
      list: 'List 6',
      row: 2,
      column: 'Primary Need Code',
      severity: 'notice',
      words:
        '“PSRMEM - Support with memory and cognition” is not a national code. It is kept as it is written.',
    });
    expect(problems.listed).toContainEqual({
      list: 'List 6',
      row: 2,
      column: 'Allocated Team',
      severity: 'notice',
      words: 'This holds the error #N/A. It is taken as empty.',
    });
    expect(problems.leftOut).toBe(0);
  });

  it('that hold no child are refused: an empty extract must not close every family', async () => {
    const bytes = readFileSync(
      path.resolve('test/fixtures/annex-a/Ofsted_AnnexA_example_B_2004_rows_in_lists_1_2.xlsx'),
    );
    const { tables } = await withFile('a.xlsx', bytes, readAnnexAWorkbook);
    expect(() => readAnnexA(tables, TODAY, new Problems())).toThrow(
      'List 6 has no children in it, so nothing was changed.',
    );
    expect(() => readAnnexA(new Map(), TODAY, new Problems())).toThrow('no sheet called “List 6”');
  });

  it('are read under a title, with curly apostrophes, blanks and other spellings in the headings', () => {
    const headings = LIST_6_HEADINGS.map(
      (h) =>
        ({ Age: 'Age of Child (Years) ', Gender: ' Sex', 'Case Status': 'Case status\u00a0' })[String(h)] ??
        h,
    );
    const problems = new Problems();
    const rows = tableOf('List 6', [['List 6: Children in Need'], [], headings, list6Row({ id: 7 })]);
    expect(readAnnexA(new Map([['List 6', rows]]), TODAY, problems).children[0]).toMatchObject({
      childRef: '7',
      gender: 'female',
      status: 'child-in-need',
    });
  });

  it('without a heading that nothing can be done without are refused, and lesser ones are said', () => {
    expect(() =>
      reads(
        [list6Row({ id: 1 })],
        [],
        LIST_6_HEADINGS.map((h) => (h === 'Case Status' ? 'x' : h)),
      ),
    ).toThrow('List 6 has no column “Case Status”');
    const { problems } = reads(
      [list6Row({ id: 1 })],
      [],
      LIST_6_HEADINGS.map((h) => (h === 'Allocated Team' ? 'x' : h)),
    );
    expect(problems).toContainEqual({
      list: 'List 6',
      row: null,
      column: 'Allocated Team',
      severity: 'notice',
      words: 'This column is missing, so nothing was taken from it.',
    });
  });
});
