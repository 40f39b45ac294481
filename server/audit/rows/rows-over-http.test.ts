import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AttendancePage, OversightPage } from '../../../shared/audit/http.js';
import type { RowsPage } from '../../../shared/audit/rows-http.js';
import type { SampleLine, SamplePage } from '../../../shared/audit/sample/http.js';
import { questionCodes } from '../../../shared/audit/sample/questions.js';
import type { Browser } from '../../../test/support/http-server.js';
import { SignedRecords } from '../../../test/support/signed-records.js';

// Real signing over sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

const names = ['Harley', 'Novak', 'Bennett'];

describe('the rows behind a number of the audit, asked for over HTTP', () => {
  let records: SignedRecords;
  let ruth: Browser;
  let tom: Browser;
  let owen: Browser;

  beforeAll(async () => {
    records = await SignedRecords.open();
    ruth = await records.manager('Ruth Osei', 'deputy-manager');
    tom = await records.manager('Tom Reyes', 'practitioner');
    owen = await records.manager('Owen Hale', 'team-manager', await records.council.team('Southgate'));
    await records.holds(names);
  });
  afterAll(() => records?.council.close());

  const rows = async (by: Browser, query: string): Promise<RowsPage> => {
    const answer = await by.get<RowsPage>(`/api/audit/rows?${query}`);
    expect([query, answer.status]).toEqual([query, 200]);
    return answer.body;
  };

  it('a manager opens who was there: as many rows as the page says, each with its family, day and minutes', async () => {
    const page = (await ruth.get<AttendancePage>('/api/audit/attendance')).body;
    const line = page.lines.find((l) => l.discipline === 'social-work')!;
    expect(line.there).toBe(names.length);
    const found = await rows(ruth, 'measure=attendance&lands=met&by=discipline&group=social-work');
    expect([found.matching, found.rows.length, found.count.numerator]).toEqual([3, 3, 3]);
    expect(found.groupName).toBe('Social work');
    expect(found.rows.map((r) => r.name).sort()).toEqual([...names].sort());
    const [row] = found.rows;
    expect(row).toMatchObject({ discipline: 'social-work', lands: 'met', reason: 'there' });
    expect((await ruth.get(`/api/minutes/${row!.minutesId}`)).status).toBe(200);
  });

  it('she opens where the other measures landed, reason by reason', async () => {
    const { figures } = (await ruth.get<OversightPage>('/api/audit/oversight')).body;
    const opened = figures.filter((figure) => figure.denominator > 0);
    expect(opened.length).toBeGreaterThan(3);
    for (const { measure, reasons } of opened)
      for (const lands of ['met', 'not-met', 'apart'] as const)
        for (const [reason, count] of Object.entries(reasons[lands])) {
          const found = await rows(ruth, `measure=${measure}&lands=${lands}&reason=${reason}`);
          expect([measure, reason, found.matching, found.rows.length]).toEqual([
            measure,
            reason,
            count,
            count,
          ]);
        }
  });

  it('somebody who works with none of them counts as many rows, without a name, a day or a way there', async () => {
    for (const measure of ['snapshot-families', 'snapshot-children', 'attendance', 'challenge-recorded']) {
      const [hers, his] = [await rows(ruth, `measure=${measure}`), await rows(tom, `measure=${measure}`)];
      expect([measure, his.matching]).toEqual([measure, hers.matching]);
      expect(his.matching).toBeGreaterThan(0);
      for (const { lands: _, reason: __, ...row } of his.rows)
        expect(row).toEqual({
          familyId: null,
          name: 'Restricted family',
          child: null,
          discipline: null,
          on: null,
          days: null,
          provisional: false,
          minutesId: null,
        });
      const { text } = await tom.get(`/api/audit/export/rows.csv?measure=${measure}`);
      for (const name of names) expect(text).not.toContain(name);
    }
    const query = `measure=attendance&teamId=${records.teamId}`;
    expect((await owen.get(`/api/audit/rows?${query}`)).status).toBe(404);
    expect((await owen.get(`/api/audit/export/rows.csv?${query}`)).status).toBe(404);
  });

  it('takes all of them as a file, which says what it is of', async () => {
    const { text, headers } = await ruth.get(
      '/api/audit/export/rows.csv?measure=attendance&lands=met&why=Review',
    );
    expect(headers.get('content-disposition')).toContain('supervision-rows-attendance-');
    expect(text).toContain('Attendance by discipline: the rows');
    for (const name of names) expect(text).toContain(`${name},,Social work,There,There,`);
  });

  it('says which record got which grade to managers alone, and to none of them before all have graded it', async () => {
    expect((await tom.get('/api/audit/oversight')).status).toBe(200);
    for (const path of ['rows', 'export/rows.csv'])
      expect((await tom.get(`/api/audit/${path}?measure=quality`)).status).toBe(403);
    const month = { from: '2026-03-01', to: '2026-03-31', teamId: records.teamId };
    const { id } = (await ruth.post<SampleLine & { id: string }>('/api/audit/samples', month)).body;
    const { list } = (await ruth.get<SamplePage>(`/api/audit/samples/${id}`)).body;
    const twice = list.find((r) => r.wanted === 2)!;
    const grade = {
      answers: Object.fromEntries(questionCodes.map((code) => [code, 'inadequate'])),
      ...{ overall: 'inadequate', words: '' },
    };
    const path = `/api/audit/samples/${id}/records/${twice.discussionId}/grades`;
    expect((await ruth.post(path, grade)).status).toBe(201);
    const helen = await records.manager('Helen Brandt', 'service-manager', null);
    const own = await rows(ruth, 'measure=quality&lands=not-met');
    expect(own.rows).toMatchObject([{ reason: 'inadequate', minutesId: expect.any(String) }]);
    const before = await rows(helen, 'measure=quality&lands=not-met');
    expect(before.rows).toMatchObject([{ name: 'Restricted family', familyId: null, minutesId: null }]);
    expect((await helen.post(path, grade)).status).toBe(201);
    const after = await rows(helen, 'measure=quality&lands=not-met');
    expect(after.rows).toMatchObject([{ familyId: expect.any(String), minutesId: expect.any(String) }]);
  });

  it('each look at rows is written down, with what they are of and why', async () => {
    await ruth.get('/api/audit/rows?measure=steps-on-time&why=Monthly%20check');
    const looks = await records.council.reader.query<{ what: string }>(
      `SELECT what FROM audit_look WHERE why IN ('Monthly check', 'Review') ORDER BY what`,
    );
    expect(looks.map((l) => l.what)).toEqual(['export-rows-attendance', 'rows-steps-on-time']);
  });

  it('is refused for a measure that is none, and for a period that ends before it begins', async () => {
    expect((await ruth.get('/api/audit/rows?measure=happiness')).status).toBe(400);
    expect((await ruth.get('/api/audit/rows?measure=attendance&from=2030-01-01')).status).toBe(409);
  });
});
