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

  it('shows since when a family is with its team, where the lists do not say; where they do, it changes nothing', async () => {
    await council.annexA(
      lists(
        [list6Row({ id: 7, start: null }), list6Row({ id: 8 })],
        [],
        [['8', 'F8', 'Doyle', '02/03/2026']],
      ),
    );
    await council.history(
      history(['7', '10/02/2026', 'yes'], ['7', '13/01/2026', 'yes'], ['F8', '10/02/2026', 'yes']),
    );
    expect(
      await council.query(
        `SELECT f.ref, f.allocated_on, e.on_day FROM family f JOIN family_event e ON e.family_id = f.id
         WHERE NOT EXISTS (SELECT 1 FROM family_event x WHERE x.replaces = e.id) ORDER BY f.ref`,
      ),
    ).toEqual([
      { ref: '7', allocated_on: '2026-01-13', on_day: '2026-01-13' },
      { ref: 'F8', allocated_on: '2026-03-02', on_day: '2026-03-02' },
    ]);
  });
});
