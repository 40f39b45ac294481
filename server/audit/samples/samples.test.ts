import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SampleLine, SamplePage, SampleRecord } from '../../../shared/audit/sample/http.js';
import { questionCodes } from '../../../shared/audit/sample/questions.js';
import type { Browser } from '../../../test/support/http-server.js';
import { SignedRecords } from '../../../test/support/signed-records.js';

// Real signing over sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

const march = { from: '2026-03-01', to: '2026-03-31' };
const grading = (overall: string, words = '') => ({
  answers: Object.fromEntries(questionCodes.map((code) => [code, overall])),
  overall,
  words,
});

describe('records drawn and graded', () => {
  let records: SignedRecords;
  let mark: Browser;
  let ruth: Browser;
  let helen: Browser;
  let owen: Browser;

  beforeAll(async () => {
    records = await SignedRecords.open();
    mark = records.browserOf(records.mark);
    ruth = await records.manager('Ruth Osei', 'deputy-manager');
    helen = await records.manager('Helen Brandt', 'service-manager', null);
    owen = await records.manager('Owen Hale', 'team-manager', await records.council.team('Southgate'));
    await records.holds(['Harley', 'Novak', 'Bennett', 'Okafor']);
  });
  afterAll(() => records?.council.close());

  const draws = async (by: Browser, seed?: string): Promise<string> => {
    const asked = { ...march, teamId: records.teamId, ...(seed ? { seed } : {}) };
    const { status, body, text } = await by.post<{ id: string }>('/api/audit/samples', asked);
    if (status !== 201) throw new Error(`${status} ${text}`);
    return body.id;
  };
  const page = async (by: Browser, id: string) => (await by.get<SamplePage>(`/api/audit/samples/${id}`)).body;
  const drawn = async (id: string) => (await page(helen, id)).list.map((r) => r.discussionId);
  const grades = (by: Browser, id: string, record: SampleRecord, overall: string, words = '') =>
    by.post<{ code: string }>(
      `/api/audit/samples/${id}/records/${record.discussionId}/grades`,
      grading(overall, words),
    );
  const twice = (list: readonly SampleRecord[]) => list.find((r) => r.wanted === 2)!;
  const once = (list: readonly SampleRecord[]) => list.find((r) => r.wanted === 1)!;

  it('a manager who gives the seed draws what another drew with it, and other seeds draw others', async () => {
    const first = await drawn(await draws(ruth, 'spring'));
    expect(first).toHaveLength(2);
    expect(await drawn(await draws(helen, 'spring'))).toEqual(first);
    const others = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map(async (s) => drawn(await draws(ruth, s))),
    );
    expect(new Set(others.map((ids) => [...ids].sort().join())).size).toBeGreaterThan(1);
  });

  it('a manager who gives none finds the seed that was made in the list', async () => {
    const id = await draws(ruth);
    const { body } = await ruth.get<SampleLine[]>('/api/audit/samples');
    const line = body.find((s) => s.sampleId === id);
    expect(line).toMatchObject({ byName: 'Ruth Osei', records: 2, graded: 0, teams: 'Northgate' });
    expect(await drawn(await draws(ruth, line?.seed))).toEqual(await drawn(id));
  });

  it('days in which nothing was signed give no sample', async () => {
    const { status, body } = await ruth.post<{ code: string }>('/api/audit/samples', {
      from: '2026-02-01',
      to: '2026-02-28',
    });
    expect([status, body.code]).toEqual([409, 'nothing-signed']);
    const turned = await ruth.post<{ code: string }>('/api/audit/samples', {
      from: march.to,
      to: march.from,
    });
    expect(turned.body.code).toBe('bad-dates');
  });

  it('the chair reads the sample and cannot grade their own, nor can anybody leave a question out', async () => {
    const id = await draws(ruth, 'chair');
    const { list } = await page(mark, id);
    expect(list.map((r) => r.whyNot)).toEqual(['own-chair', 'own-chair']);
    const refused = await grades(mark, id, list[0]!, 'good');
    expect([refused.status, refused.body.code]).toEqual([403, 'own-chair']);
    const half = { ...grading('good'), answers: { voice: 'good' } };
    const path = `/api/audit/samples/${id}/records/${list[0]!.discussionId}/grades`;
    expect((await ruth.post(path, half)).status).toBe(400);
    expect(await records.council.reader.query('SELECT id FROM dip_grade')).toEqual([]);
  });

  it('a second reader does not see the first’s grade before they have given theirs; then both see both', async () => {
    const id = await draws(ruth, 'blind');
    const record = twice((await page(ruth, id)).list);
    expect((await grades(ruth, id, record, 'good', 'The voice is Jaden’s own.')).status).toBe(201);
    const before = await helen.get<SamplePage>(`/api/audit/samples/${id}`);
    expect(twice(before.body.list)).toMatchObject({ given: 1, wanted: 2, whyNot: null, grades: [] });
    expect(before.text).not.toContain('Jaden');
    expect(twice((await page(ruth, id)).list).grades).toMatchObject([{ overall: 'good', nth: 1 }]);
    expect(twice((await page(mark, id)).list).grades).toEqual([]);
    expect((await grades(ruth, id, record, 'good')).body.code).toBe('graded-already');

    expect((await grades(helen, id, record, 'requires-improvement')).status).toBe(201);
    const after = await page(ruth, id);
    expect(twice(after.list).grades.map((g) => [g.nth, g.graderName, g.overall])).toEqual([
      [1, 'Ruth Osei', 'good'],
      [2, 'Helen Brandt', 'requires-improvement'],
    ]);
    expect(after.agreement.overall).toMatchObject({ pairs: 1, same: 0, share: 0 });
    expect(after.agreement.answers).toMatchObject({ pairs: 10, same: 0, share: 0 });
    expect(after).toMatchObject({ graded: 1, quality: { good: 1, 'requires-improvement': 0 } });
  });

  it('two readers at once become a first and a second, and a record that has every grade takes no more', async () => {
    const id = await draws(ruth, 'at once');
    const { list } = await page(ruth, id);
    const both = await Promise.all([ruth, helen].map((by) => grades(by, id, twice(list), 'good')));
    expect(both.map((b) => b.status)).toEqual([201, 201]);
    const after = await page(helen, id);
    expect(twice(after.list).grades.map((g) => g.nth)).toEqual([1, 2]);
    expect(after.agreement.overall).toMatchObject({ pairs: 1, same: 1, share: 100 });
    expect((await grades(ruth, id, once(list), 'inadequate')).status).toBe(201);
    expect((await grades(helen, id, once(list), 'good')).body.code).toBe('graded-by-all');
  });

  it('neither a manager of another team, nor whoever works with the family, nor an administrator finds a sample', async () => {
    const id = await draws(ruth, 'walls');
    const [record] = (await page(ruth, id)).list;
    const ade = await records.manager('Ade Okoro', 'administrator', null);
    for (const stranger of [owen, ade, records.browserOf(records.claire)]) {
      expect((await stranger.get(`/api/audit/samples/${id}`)).status).toBe(404);
      expect((await grades(stranger, id, record!, 'good')).status).toBe(404);
      const asked = { ...march, teamId: records.teamId };
      expect((await stranger.post('/api/audit/samples', asked)).status).toBe(404);
    }
    expect((await owen.get('/api/audit/samples')).body).toEqual([]);
  });

  it('Ruth’s reason is written down with the sample she draws, the list and page she opens, and the record she grades', async () => {
    const why = 'Supervising a worker';
    const said = `?why=${encodeURIComponent(why)}`;
    const asked = { ...march, teamId: records.teamId };
    const { id } = (await ruth.post<{ id: string }>(`/api/audit/samples${said}`, asked)).body;
    await ruth.get(`/api/audit/samples${said}`);
    const { list } = (await ruth.get<SamplePage>(`/api/audit/samples/${id}${said}`)).body;
    const record = list.find((r) => r.whyNot === null)!;
    const graded = `/api/audit/samples/${id}/records/${record.discussionId}/grades${said}`;
    expect((await ruth.post(graded, grading('good'))).status).toBe(201);
    const looks = await records.council.reader.query<{ what: string }>(
      `SELECT l.what FROM audit_look l JOIN person p ON p.id = l.by_id WHERE p.name = 'Ruth Osei' AND l.why = $1
       ORDER BY l.what`,
      [why],
    );
    expect(looks.map((l) => l.what)).toEqual(['record-graded', 'sample', 'sample-drawn', 'samples']);
  });

  it('who drew, read and graded is written down, the grade itself is not', async () => {
    const looks = await records.council.reader.query<{ what: string; name: string }>(
      `SELECT DISTINCT l.what, p.name FROM audit_look l JOIN person p ON p.id = l.by_id ORDER BY l.what, p.name`,
    );
    const seen = looks.map((l) => `${l.name}: ${l.what}`);
    expect(seen).toEqual(
      expect.arrayContaining([
        'Ruth Osei: sample-drawn',
        'Mark Doyle: sample',
        'Helen Brandt: record-graded',
      ]),
    );
    const acts = await records.council.reader.query<{ says: string; after: string }>(
      `SELECT says, after FROM act WHERE kind = 'sample.grade'`,
    );
    expect(acts.length).toBe(6);
    expect(JSON.stringify(acts)).not.toMatch(/good|improvement|inadequate/);
  });
});
