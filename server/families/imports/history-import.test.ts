import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Cell, list6Row, tableOf } from '../../../test/support/annex-a-workbook.js';
import { databases, type Importing, lists, startImporting } from '../../../test/support/importing.js';
import type { Given } from './given.js';

// A database is made for each; on a busy machine that takes its time.
jest.setTimeout(60_000);

const history = (...rows: Cell[][]): Given => ({
  tables: new Map([
    ['The history', tableOf('h', [['family_ref', 'held_on', 'counts', 'chair', 'note'], ...rows])],
  ]),
  map: null,
  fileName: 'h.csv',
  hash: 'y',
});

describe.each(databases)('an authority that brings its history, on %s', (make) => {
  let council: Importing;
  beforeEach(async () => {
    council = await startImporting(make);
  });
  afterEach(() => council.stop());

  it('brings past supervisions once, and the open discussion says when the last one was', async () => {
    await council.annexA(lists([list6Row({ id: 7 })]));
    const past = history(
      ['7', '10/02/2026', 'yes', 'Joanne Whitlock', 'All present'],
      ['7', '24/02/2026', 'no'],
      ['X', '10/02/2026', 'yes'],
      ['7', '11/03/2026', 'yes'],
    );
    expect(await council.history(past)).toMatchObject({
      changed: true,
      leftOut: 2,
      counts: { supervisionsAdded: 2 },
    });
    expect(
      await council.query(
        'SELECT held_on, kind, counts, chair_name, note, source FROM supervision ORDER BY held_on',
      ),
    ).toEqual([
      {
        held_on: '2026-02-10',
        kind: 'supervision',
        counts: 1,
        chair_name: 'Joanne Whitlock',
        note: 'All present',
        source: 'history',
      },
      {
        held_on: '2026-02-24',
        kind: 'case-discussion',
        counts: 0,
        chair_name: null,
        note: null,
        source: 'history',
      },
    ]);
    expect(await council.lastHeldOn('7')).toBe('2026-02-10');
    const before = await council.everything();
    expect(await council.history(past)).toMatchObject({ changed: false, counts: { supervisionsKnown: 2 } });
    expect(await council.everything()).toEqual(before);
    const other = await council.history(history(['7', '10/02/2026', 'no']));
    expect(other.problems).toContainEqual(
      expect.objectContaining({
        row: 2,
        severity: 'left-out',
        words: expect.stringContaining('left as it is'),
      }),
    );
  });
});
