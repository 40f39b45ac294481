import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type {
  AttendancePage,
  GapsPage,
  Look,
  MonthsPage,
  OversightPage,
  SnapshotPage,
} from '../../../shared/audit/http.js';
import { type Colleague, CouncilByHand } from '../../../test/support/by-hand.js';
import { Transactions } from '../../core/transaction.js';

// A council is set up by hand, and passwords are slow on purpose.
jest.setTimeout(120_000);

const asAt = '2026-03-10';
const names = ['=Doyle', 'Hartley', 'Brook'] as const;

describe('the figures as files, taken over HTTP', () => {
  let council: CouncilByHand;
  let adaeze: Colleague;
  let tom: Colleague;
  let robin: Colleague;
  let teamId: string;

  beforeAll(async () => {
    council = await CouncilByHand.open();
    teamId = await council.team('Northgate');
    const southgate = await council.team('Southgate');
    adaeze = await council.person('Adaeze Nwosu', 'management', { role: 'team-manager', teamId });
    tom = await council.person('Tom Reyes', 'social-work', { role: 'practitioner', teamId });
    robin = await council.person('Robin Shaw', 'management', { role: 'team-manager', teamId: southgate });
    await council.server.app.get(Transactions).run(async (tx) => {
      for (const [at, name] of names.entries()) {
        const id = `00000000-0000-4000-8000-00000000000${at}`;
        await tx.run(
          `INSERT INTO family (id, ref, name, team_id, status, source, made_at) VALUES ($1, $2, $3, $4, 'open', 'test', '')`,
          [id, `F0${at}`, name, teamId],
        );
        await tx.run(`INSERT INTO child (id, family_id, first_name) VALUES ($1, $1, 'Maya')`, [id]);
        await tx.run(
          `INSERT INTO family_event (id, family_id, on_day, kind, team_id, reason, known_at)
           VALUES ($1, $1, '2025-09-01', 'allocated', $2, '', '2025-09-01T09:00:00.000Z')`,
          [id, teamId],
        );
        await tx.run(
          `INSERT INTO supervision (id, family_id, held_on, kind, counts, children, source, made_at)
           VALUES ($1, $1, $2, 'supervision', 1, '[]', 'history', '2026-03-05T09:00:00.000Z')`,
          [id, ['2026-01-05', '2026-02-20', '2026-03-02'][at]],
        );
      }
    });
  });
  afterAll(() => council?.stop());

  type Rows = (string | number | null)[][];
  /** Each table of a workbook without its head, as rows under its headings. */
  async function tables(who: Colleague, name: string, more = ''): Promise<Record<string, Rows>> {
    const response = await fetch(
      `${council.server.url}/api/audit/export/${name}.xlsx?limit=28d&asAt=${asAt}${more}`,
      {
        headers: { cookie: [...who.browser.cookies].map((pair) => pair.join('=')).join('; ') },
      },
    );
    expect([name, response.status]).toEqual([name, 200]);
    const book = read(Buffer.from(await response.arrayBuffer()));
    const rows = (sheet: string): Rows =>
      utils.sheet_to_json(book.Sheets[sheet]!, { header: 1, defval: null });
    return Object.fromEntries(
      book.SheetNames.map((sheet) => {
        const all = rows(sheet);
        return [sheet, all.slice(all.findIndex((row) => row.every((cell) => cell === null)) + 2)];
      }),
    );
  }
  const page = async <T>(who: Colleague, name: string): Promise<T> =>
    (await who.browser.get<T>(`/api/audit/${name}?limit=28d&asAt=${asAt}`)).body;

  it('say how every family stands, with the counts of the page and a row for each that it counts', async () => {
    const shown = await page<SnapshotPage>(adaeze, 'snapshot');
    const file = await tables(adaeze, 'snapshot');
    const { numerator, denominator, rate, provisional, apart } = shown.families;
    expect([numerator, denominator]).toEqual([2, 3]);
    expect(file['Counts']?.[0]).toEqual([
      'Families in time',
      numerator,
      denominator,
      rate,
      provisional,
      apart,
    ]);
    expect(file['Where every family stands']?.map((row) => row[1])).toEqual(
      Object.values(shown.lists).map((list) => list.length),
    );
    expect(file['Families']?.map((row) => [row[0], row[1], row[10]])).toEqual([
      ['In time', 'Hartley', 0],
      ['In time', 'Brook', 0],
      ['Past the limit', "'=Doyle", 36],
    ]);
    expect(file['Longest open wait']?.[0]?.slice(0, 2)).toEqual([64, "'=Doyle"]);
  });

  it('say month by month, who was there and the other measures what the pages say', async () => {
    const months = await page<MonthsPage>(adaeze, 'months');
    expect(
      (await tables(adaeze, 'months'))['Months']?.map((row) => [row[0], row[2], row[3], row[4]]),
    ).toEqual(months.months.map(({ month, now }) => [month, now.numerator, now.denominator, now.rate]));
    const there = await page<AttendancePage>(adaeze, 'attendance');
    const attendance = await tables(adaeze, 'attendance');
    expect(attendance['Measures']?.[0]?.slice(1, 3)).toEqual([
      there.attendance.numerator,
      there.attendance.denominator,
    ]);
    const other = await page<OversightPage>(adaeze, 'oversight');
    const oversight = await tables(adaeze, 'oversight');
    expect(oversight['Measures']?.map((row) => row.slice(0, 4))).toEqual(
      other.figures.map((f) => [f.title, f.numerator, f.denominator, f.rate]),
    );
    expect(oversight['To follow up']?.[0]?.[1]).toBe(other.unsigned.after10.length);
  });

  it('say who has waited longest, the waits that ended, and how all stand beside them', async () => {
    const gaps = await page<GapsPage>(adaeze, 'gaps');
    const file = await tables(adaeze, 'gaps');
    expect(file['Longest waits']?.map((row) => row.slice(0, 2))).toEqual([
      ["'=Doyle", 64],
      ['Hartley', gaps.longest[1]!.days],
      ['Brook', gaps.longest[2]!.days],
    ]);
    expect(file['Families in time']?.[0]?.slice(0, 3)).toEqual(['Families in time', 2, 3]);
    expect(file['Measures']?.[0]?.slice(0, 3)).toEqual([
      'Intervals within the limit',
      gaps.intervals.numerator,
      gaps.intervals.denominator,
    ]);
  });

  it('are cut as the page is', async () => {
    const file = await tables(adaeze, 'snapshot', '&by=team');
    expect(file['By team']?.map((row) => row.slice(0, 4))).toEqual([
      ['Families in time', 'Northgate', 2, 3],
      ['Children in time', 'Northgate', 2, 3],
    ]);
  });

  it('hold every row behind one number, by the name of its family', async () => {
    const file = await tables(adaeze, 'rows', '&measure=overdue&lands=met');
    expect(file['Rows']?.map((row) => [row[0], row[3], row[6]])).toEqual([["'=Doyle", 'Past the limit', 36]]);
  });

  it('are CSV too, and say at the top what they are, whose, and who took them when', async () => {
    const { status, text, headers } = await adaeze.browser.get(
      `/api/audit/export/snapshot.csv?limit=28d&asAt=${asAt}&teamId=${teamId}&why=For%20the%20%3Dboard`,
    );
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="supervision-snapshot-northgate-2026-03-10.csv"',
    );
    const lines = text.split('\r\n').map((line) => line.replace(/,+$/, ''));
    expect(lines.slice(0, 6)).toEqual([
      // What marks it as UTF-8 is not part of what fetch gives as text.
      'Group supervision,Families and how they stand',
      'Team,Northgate',
      'As at,10 March 2026',
      'Limit,every 28 days',
      expect.stringMatching(/^Taken by,"Adaeze Nwosu, 10 March 2026, \d/),
      'Why,For the =board',
    ]);
    expect(text).toContain("\r\nPast the limit,'=Doyle,F00,Northgate,Overdue,1,");
  });

  it('name no family to somebody who may not see it, and count it all the same', async () => {
    const file = await tables(tom, 'snapshot');
    expect(file['Families']).toHaveLength(3);
    expect(new Set(file['Families']?.map((row) => [row[1], row[2], row[7]].join()))).toEqual(
      new Set(['Restricted family,,']),
    );
    const { text } = await tom.browser.get(`/api/audit/export/months.csv?asAt=${asAt}`);
    for (const name of ['Doyle', 'Hartley', 'Brook', 'F00']) expect(text).not.toContain(name);
  });

  it('are not there for another team, for another name or for a wrong day', async () => {
    const asked = `asAt=${asAt}&teamId=${teamId}`;
    expect((await robin.browser.get(`/api/audit/export/snapshot.csv?${asked}`)).status).toBe(404);
    expect((await robin.browser.get(`/api/audit/export/snapshot.xlsx?${asked}`)).status).toBe(404);
    expect((await adaeze.browser.get(`/api/audit/export/people.csv?${asked}`)).status).toBe(400);
    expect((await adaeze.browser.get('/api/audit/export/snapshot.csv?asAt=2026-02-30')).status).toBe(400);
  });

  it('are each written down, with who took them and why', async () => {
    await adaeze.browser.get(`/api/audit/export/oversight.csv?asAt=${asAt}&why=Peer%20review`);
    const { body } = await adaeze.browser.get<Look[]>('/api/audit/looks');
    expect(body).toContainEqual(
      expect.objectContaining({ byName: 'Adaeze Nwosu', what: 'export-oversight', why: 'Peer review' }),
    );
    expect(body).toContainEqual(expect.objectContaining({ byName: 'Tom Reyes', what: 'export-snapshot' }));
  });
});
