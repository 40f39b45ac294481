import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { list6Row, list7Row } from '../../../test/support/annex-a-workbook.js';
import { databases, type Importing, lists, startImporting } from '../../../test/support/importing.js';

// Each starts processes of its own; on a busy machine they take their time.
jest.setTimeout(60_000);

describe.each(databases)('an authority that imports its lists, on %s', (make) => {
  let council: Importing;
  beforeEach(async () => {
    council = await startImporting(make);
  });
  afterEach(() => council.stop());

  const families = () =>
    council.query<Record<string, unknown>>(
      `SELECT f.ref, f.name, t.name AS team, f.status, f.allocated_on, f.closed_on FROM family f JOIN team t ON t.id = f.team_id ORDER BY f.ref`,
    );
  const children = () =>
    council.query<Record<string, unknown>>(
      `SELECT c.ref, f.ref AS family, c.first_name, c.born_on, c.expected_on, c.left_on FROM child c JOIN family f ON f.id = c.family_id ORDER BY c.ref`,
    );
  const plans = () =>
    council.query<Record<string, unknown>>(
      `SELECT c.ref, p.type, p.category, p.since_on, p.until_on FROM plan p JOIN child c ON c.id = p.child_id ORDER BY c.ref, p.since_on, p.type`,
    );
  const workers = () =>
    council.query<Record<string, unknown>>(
      `SELECT f.ref, p.name, a.discipline, a.from_on, a.to_on FROM allocation a JOIN family f ON f.id = a.family_id JOIN person p ON p.id = a.person_id ORDER BY f.ref, a.from_on, p.name`,
    );
  const open = () =>
    council.query<{ ref: string }>(
      `SELECT f.ref FROM discussion d JOIN family f ON f.id = d.family_id WHERE d.status = 'preparing' ORDER BY f.ref`,
    );

  it('has families by its map, with children, plans, team and worker, and a discussion open for each', async () => {
    const report = await council.annexA(
      lists(
        [
          list6Row({ id: 7, status: 'b)' }),
          list6Row({ id: 8, born: '01/06/2026', age: -1 }),
          list6Row({ id: 9, status: 'e)', closed: '01/02/2026' }),
        ],
        [list7Row({ id: 7 })],
        [
          ['7', 'F1', 'Doyle', '12/01/2026', 'Maya'],
          ['8', 'F1'],
        ],
      ),
    );
    expect(report).toMatchObject({
      changed: true,
      leftOut: 0,
      counts: { familiesAdded: 2, childrenAdded: 3 },
    });
    expect(await families()).toEqual([
      {
        ref: '9',
        name: 'Family 9',
        team: 'Northgate',
        status: 'closed',
        allocated_on: '2026-03-10',
        closed_on: '2026-02-01',
      },
      {
        ref: 'F1',
        name: 'Doyle',
        team: 'Northgate',
        status: 'open',
        allocated_on: '2026-01-12',
        closed_on: null,
      },
    ]);
    expect(await children()).toEqual([
      { ref: '7', family: 'F1', first_name: 'Maya', born_on: '2015-05-12', expected_on: null, left_on: null },
      {
        ref: '8',
        family: 'F1',
        first_name: 'Child 8',
        born_on: null,
        expected_on: '2026-06-01',
        left_on: null,
      },
      {
        ref: '9',
        family: '9',
        first_name: 'Child 9',
        born_on: '2015-05-12',
        expected_on: null,
        left_on: '2026-02-01',
      },
    ]);
    expect(await plans()).toEqual([
      { ref: '7', type: 'CP', category: 'neglect', since_on: '2026-01-14', until_on: null },
      { ref: '8', type: 'CIN', category: null, since_on: '2026-01-09', until_on: null },
    ]);
    expect(await workers()).toEqual([
      { ref: 'F1', name: 'Priya Raman', discipline: 'social-work', from_on: '2026-01-12', to_on: null },
    ]);
    expect(await open()).toEqual([{ ref: 'F1' }]);
  });

  it('imports the same file twice, and the second time changes nothing at all', async () => {
    const file = lists(
      [list6Row({ id: 7 }), list6Row({ id: 8, team: null, worker: null }), list6Row({ id: 9, status: 'e)' })],
      [list7Row({ id: 7 }), list7Row({ id: 10 })],
      [
        ['7', 'F1'],
        ['8', 'F1'],
      ],
    );
    await council.annexA(file);
    const before = await council.everything();
    expect(await council.annexA(file)).toMatchObject({
      changed: false,
      counts: { familiesAdded: 0, childrenChanged: 0 },
    });
    expect(await council.everything()).toEqual(before);
    council.clock.minutes(60 * 24 * 3);
    expect((await council.annexA(file)).changed).toBe(false);
    expect(await council.everything()).toEqual(before);
  });

  it('only looks when asked to check', async () => {
    expect(await council.annexA(lists([list6Row({ id: 7 })]), { check: true })).toMatchObject({
      checked: true,
      changed: true,
      counts: { familiesAdded: 1 },
    });
    expect(await families()).toEqual([]);
  });

  it('starts, moves and stops the clock of its families, and corrects a start that was given wrongly', async () => {
    const events = async () =>
      (
        await council.query<{
          ref: string;
          kind: string;
          on_day: string;
          team: string;
          fixes: string | null;
        }>(
          `SELECT f.ref, e.kind, e.on_day, t.name AS team, x.on_day AS fixes FROM family_event e
             JOIN family f ON f.id = e.family_id JOIN team t ON t.id = e.team_id
             LEFT JOIN family_event x ON x.id = e.replaces ORDER BY f.ref, e.known_at, e.on_day, e.kind`,
        )
      ).map((e) => [e.ref, e.kind, e.on_day, e.team, e.fixes]);
    const told = (day: string, team: string, more: object = {}) =>
      lists([list6Row({ id: 7, team, ...more })], [], [['7', 'F1', 'Doyle', day, 'Maya']]);
    await council.annexA(told('12/01/2026', 'Northgate'));
    await council.annexA(told('14/01/2026', 'Northgate'));
    await council.annexA(told('14/01/2026', 'Southgate'));
    expect(await events()).toEqual([
      ['F1', 'allocated', '2026-01-12', 'Northgate', null],
      ['F1', 'allocated', '2026-01-14', 'Northgate', '2026-01-12'],
      ['F1', 'transferred', '2026-03-10', 'Southgate', null],
    ]);
    expect(await families()).toEqual([
      expect.objectContaining({ team: 'Southgate', allocated_on: '2026-03-10' }),
    ]);
    await council.annexA(told('14/01/2026', 'Southgate', { status: 'e)', closed: '10/03/2026' }));
    expect(await events()).toContainEqual(['F1', 'closed', '2026-03-10', 'Southgate', null]);
  });

  it('has a later file update, close and reopen, with the history of each act kept', async () => {
    const map = [
      ['7', 'F1'],
      ['8', 'F1'],
    ];
    await council.annexA(lists([list6Row({ id: 7 }), list6Row({ id: 8 })], [], map));
    council.clock.minutes(60 * 24);
    const stepsUp = lists(
      [
        list6Row({ id: 7, status: 'b)', worker: 'Tom Ashdown' }),
        list6Row({ id: 8, status: 'e)', closed: '10/03/2026', worker: 'Tom Ashdown' }),
      ],
      [list7Row({ id: 7, start: '11/03/2026' })],
    );
    expect(await council.annexA(stepsUp)).toMatchObject({
      counts: { familiesAdded: 0, familiesChanged: 1, familiesClosed: 0 },
    });
    expect((await children()).map((c) => [c['family'], c['left_on']])).toEqual([
      ['F1', null],
      ['F1', '2026-03-10'],
    ]);
    expect((await plans()).map((p) => [p['ref'], p['type'], p['until_on']])).toEqual([
      ['7', 'CIN', '2026-03-11'],
      ['7', 'CP', null],
      ['8', 'CIN', '2026-03-10'],
    ]);
    expect((await workers()).map((w) => [w['name'], w['from_on'], w['to_on']])).toEqual([
      ['Priya Raman', '2026-01-09', '2026-03-10'],
      ['Tom Ashdown', '2026-03-11', null],
    ]);

    council.clock.minutes(60 * 24);
    const closes = lists(
      [
        list6Row({ id: 7, status: 'e)', closed: '12/03/2026' }),
        list6Row({ id: 8, status: 'e)', closed: '10/03/2026' }),
      ],
      [list7Row({ id: 7, start: '11/03/2026', end: '12/03/2026' })],
    );
    expect((await council.annexA(closes)).counts).toMatchObject({ familiesClosed: 1 });
    expect(await families()).toEqual([
      expect.objectContaining({ status: 'closed', closed_on: '2026-03-12' }),
    ]);
    expect((await workers()).filter((w) => w['to_on'] === null)).toEqual([]);

    council.clock.minutes(60 * 24);
    const reopens = lists(
      [list6Row({ id: 7, start: '13/03/2026' }), list6Row({ id: 8, status: 'e)', closed: '10/03/2026' })],
      [],
    );
    expect((await council.annexA(reopens)).counts).toMatchObject({ familiesReopened: 1 });
    expect(await families()).toEqual([
      expect.objectContaining({ status: 'open', closed_on: null, allocated_on: '2026-03-13' }),
    ]);
    expect((await workers()).filter((w) => w['to_on'] === null).map((w) => w['name'])).toEqual([
      'Priya Raman',
    ]);
    const acts = await council.query<{ kind: string }>(
      `SELECT kind FROM act WHERE subject = 'family' ORDER BY at`,
    );
    expect(acts.map((a) => a.kind)).toEqual([
      'family.import',
      'family.update',
      'family.update',
      'family.update',
    ]);
  });

  it('keeps what somebody changed by hand when the lists still say what they said', async () => {
    const file = (need: string) => lists([list6Row({ id: 7, need })], [], [['7', 'F1', 'Doyle']]);
    await council.annexA(file('N1'));
    await council.writes(async (tx) => {
      await tx.run(`UPDATE family SET name = 'Doyle-Hart'`);
      await tx.run(`UPDATE child SET first_name = 'Maya'`);
      await tx.run(`UPDATE plan SET until_on = '2026-03-01'`);
    });
    await council.annexA(file('N4'));
    expect((await families())[0]).toMatchObject({ name: 'Doyle-Hart' });
    expect((await children())[0]).toMatchObject({ first_name: 'Maya' });
    expect((await plans())[0]).toMatchObject({ until_on: '2026-03-01' });
  });

  it('leaves families together in a later file without a map, and moves a child only when a map says so', async () => {
    const rows = [list6Row({ id: 7 }), list6Row({ id: 8 }), list6Row({ id: 9 })];
    await council.annexA(
      lists(
        rows,
        [],
        [
          ['7', 'F1'],
          ['8', 'F1'],
        ],
      ),
    );
    expect((await council.annexA(lists(rows))).changed).toBe(false);
    const moved = await council.annexA(
      lists(
        rows,
        [],
        [
          ['7', 'F1'],
          ['8', 'F1'],
          ['9', 'F1'],
        ],
      ),
    );
    expect(moved.counts).toMatchObject({ familiesChanged: 1, familiesClosed: 1 });
    expect((await children()).map((c) => c['family'])).toEqual(['F1', 'F1', 'F1']);
    expect((await families())[0]).toMatchObject({ ref: '9', status: 'closed' });
  });

  it('says who of an earlier file is not in this one, and closes nobody for it', async () => {
    await council.annexA(lists([list6Row({ id: 7 }), list6Row({ id: 8 })]));
    const report = await council.annexA(lists([list6Row({ id: 7 })]));
    expect(report).toMatchObject({ changed: false, counts: { childrenNotListed: 1 } });
    expect(report.problems).toContainEqual(
      expect.objectContaining({ words: expect.stringContaining('Child 8 was in an earlier file') }),
    );
  });

  it('gives a family to a namesake only in its own team, never to somebody elsewhere who can sign in', async () => {
    const [north, south] = [await council.team('Northgate'), await council.team('Southgate')];
    const here = await council.person('Priya Raman', north, 'priya@wrenshire.example');
    await council.person('Tom Ashdown', south, 'tom@wrenshire.example');
    const report = await council.annexA(
      lists([list6Row({ id: 7, worker: 'RAMAN, Priya' }), list6Row({ id: 8, worker: 'Tom Ashdown' })]),
    );
    const allocated = await council.query<{ person_id: string; email: string | null }>(
      `SELECT a.person_id, p.email FROM allocation a JOIN family f ON f.id = a.family_id JOIN person p ON p.id = a.person_id ORDER BY f.ref`,
    );
    expect(allocated).toEqual([
      { person_id: here, email: 'priya@wrenshire.example' },
      { person_id: expect.any(String), email: null },
    ]);
    expect(report.problems).toContainEqual(
      expect.objectContaining({ words: expect.stringContaining('There is a Tom Ashdown in another team') }),
    );
  });

  it('lets one import wait for no other', async () => {
    const file = lists([list6Row({ id: 7 })]);
    const both = await Promise.allSettled([council.annexA(file), council.annexA(file)]);
    expect(both.map((b) => b.status)).toEqual(['fulfilled', 'rejected']);
    expect(both[1]).toMatchObject({ reason: { refusal: { code: 'import-running' } } });
  });
});
