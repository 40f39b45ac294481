import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { list6Row, tableOf } from '../../../test/support/annex-a-workbook.js';
import { databases, type Importing, lists, startImporting } from '../../../test/support/importing.js';
import type { Given } from './given.js';

// Each starts twice; on a busy machine that takes its time.
jest.setTimeout(60_000);

const history: Given = {
  tables: new Map([
    [
      'The history',
      tableOf('h', [
        ['family_ref', 'held_on', 'counts', 'chair', 'note'],
        ['7', '10/02/2026', 'yes'],
      ]),
    ],
  ]),
  map: null,
  fileName: 'h.csv',
  hash: 'y',
};
const map = (...names: [string, string][]) => names.map(([id, name]) => [id, '7', 'Doyle', null, name]);
const one = lists([list6Row({ id: 7 })], [], map(['7', 'Maya']));
const two = lists([list6Row({ id: 7 }), list6Row({ id: 8 })], [], map(['7', 'Maya'], ['8', 'Noah']));

describe.each(databases)('a family whose import broke off once the file was in, on %s', (make) => {
  let council: Importing;
  beforeEach(async () => {
    council = await startImporting(make);
    await council.annexA(one);
  });
  afterEach(() => council.stop());
  const due = () => council.query('SELECT * FROM import_due');

  it('shows its new children at the next start, once', async () => {
    council.breaksOffAfterTheFile();
    await expect(council.annexA(two)).rejects.toThrow('the power went');
    expect(await council.childrenPrepared('7')).toEqual(['Maya']);
    await council.startsAgain();
    expect(await council.childrenPrepared('7')).toEqual(['Maya', 'Noah']);
    expect(await due()).toEqual([]);
    const after = await council.everything();
    await council.startsAgain();
    expect(await council.everything()).toEqual(after);
  });

  it('says when it was last supervised at the next start', async () => {
    council.breaksOffAfterTheFile();
    await expect(council.history(history)).rejects.toThrow('the power went');
    expect(await council.lastHeldOn('7')).toBeNull();
    await council.startsAgain();
    expect(await council.lastHeldOn('7')).toBe('2026-02-10');
    expect(await due()).toEqual([]);
  });

  it('shows it as soon as the same file is brought again, although that changes nothing', async () => {
    const broken = council.breaksOffAfterTheFile();
    await expect(council.history(history)).rejects.toThrow('the power went');
    broken.mends();
    expect(await council.history(history)).toMatchObject({ changed: false });
    expect(await council.lastHeldOn('7')).toBe('2026-02-10');
  });
});
