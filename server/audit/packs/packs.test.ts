import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PackLine } from '../../../shared/audit/pack/http.js';
import type { SamplePage } from '../../../shared/audit/sample/http.js';
import type { Browser } from '../../../test/support/http-server.js';
import { SignedRecords } from '../../../test/support/signed-records.js';
import { unzip } from '../../../test/support/unzip.js';
import { Jobs } from '../../core/jobs/jobs.js';
import { Rounds } from '../../core/jobs/rounds.js';
import { Packing } from './packing.service.js';

// Real signing over sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

const secret = 'The father has been seen near the school';
const address = '14 Larkfield Rise';
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('an inspection pack', () => {
  let records: SignedRecords;
  let mark: Browser;
  let ruth: Browser;
  let owen: Browser;
  let sampleId: string;
  let packId: string;

  beforeAll(async () => {
    records = await SignedRecords.open();
    mark = records.browserOf(records.mark);
    ruth = await records.manager('Ruth Osei', 'deputy-manager');
    owen = await records.manager('Owen Hale', 'team-manager', await records.council.team('Southgate'));
    let typed = false;
    await records.holds(['Harley', 'Novak'], async ({ logId }) => {
      const note = {
        noteId: randomUUID(),
        discipline: 'social-work',
        text: secret,
        audience: ['social-work'],
      };
      await records.claire.succeeds(logId, 'note.protect', note);
      if (typed) return;
      typed = true;
      // Written openly by mistake, protected, and taken away.
      const stepId = randomUUID();
      const step = { stepId, text: `Visit ${address}`, ownerId: records.claire.personId };
      await records.claire.succeeds(logId, 'step.set', step);
      await records.claire.succeeds(logId, 'step.set', { stepId, protected: true });
      await records.claire.succeeds(logId, 'step.remove', { stepId });
    });
    const asked = { from: '2026-03-01', to: '2026-03-31', seed: 'pack' };
    sampleId = (await ruth.post<{ id: string }>('/api/audit/samples', asked)).body.id;
  });
  afterAll(() => records?.council.close());

  const packing = () => records.council.server.app.get(Packing);
  const asks = async (by: Browser): Promise<string> => {
    const pack = { sampleId, why: 'The inspectors asked for it' };
    const { status, body, text } = await by.post<{ id: string }>('/api/audit/packs', pack);
    if (status !== 201) throw new Error(`${status} ${text}`);
    return body.id;
  };
  const line = async (by: Browser, id: string) =>
    (await by.get<PackLine[]>('/api/audit/packs')).body.find((p) => p.packId === id);
  const filedHashes = async () =>
    (await records.council.reader.query<{ hash: string }>('SELECT hash FROM minutes')).map((m) => m.hash);
  const code = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer;
    return [status, (body as { code?: string }).code];
  };
  const opens = async (by: typeof records.mark, id: string) => {
    const { url } = records.council.server;
    const response = await fetch(`${url}/api/audit/packs/${id}/file`, {
      headers: { cookie: by.cookie, origin: records.council.origin },
    });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  it('needs a reason, and is prepared in the background while whoever asked watches', async () => {
    expect((await ruth.post('/api/audit/packs', { sampleId, why: ' ' })).status).toBe(400);
    packId = await asks(ruth);
    const first = await ruth.get<PackLine>(`/api/audit/packs/${packId}/progress`);
    expect(first.body).toMatchObject({ status: 'preparing', total: 2 });
    await packing().idle();
    expect(await line(ruth, packId)).toMatchObject({
      status: 'ready',
      done: 2,
      byName: 'Ruth Osei',
      why: 'The inspectors asked for it',
      until: '2026-03-24',
      mayAgree: false,
      mayOpen: false,
    });
  });

  it('is not opened before a second manager has agreed, who is not the one who asked', async () => {
    expect(await code(ruth.get(`/api/audit/packs/${packId}/file`))).toEqual([403, 'another-manager']);
    expect(await code(mark.get(`/api/audit/packs/${packId}/file`))).toEqual([403, 'another-manager']);
    expect(await code(ruth.post(`/api/audit/packs/${packId}/agree`))).toEqual([403, 'another-manager']);
    expect((await line(mark, packId))?.mayAgree).toBe(true);
    expect((await mark.post(`/api/audit/packs/${packId}/agree`)).status).toBe(201);
    expect(await line(ruth, packId)).toMatchObject({
      status: 'released',
      agreedByName: 'Mark Doyle',
      mayOpen: true,
    });
  });

  it('holds the minutes as signed, the log in words, and every hash in its manifest is right', async () => {
    const { response, bytes } = await opens(records.mark, packId);
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="inspection-pack-2026-03-01-to-2026-03-31.zip"',
    );
    expect(sha256(bytes)).toBe((await line(ruth, packId))?.hash);
    const files = await unzip(bytes);
    const text = (path: string) => files.get(path)?.toString() ?? '';
    const manifest = JSON.parse(text('manifest.json')) as {
      files: { path: string; bytes: number; sha256: string }[];
    };
    expect([...manifest.files.map((f) => f.path), 'manifest.json', 'SHA256SUMS']).toEqual([...files.keys()]);
    for (const { path, bytes: size, sha256: hash } of manifest.files)
      expect([path, files.get(path)!.length, sha256(files.get(path)!)]).toEqual([path, size, hash]);
    expect(text('SHA256SUMS')).toContain(`${sha256(files.get('manifest.json')!)}  manifest.json\n`);

    const minutes = [...files.keys()].filter((p) => p.startsWith('minutes/'));
    expect(minutes).toHaveLength(2);
    for (const path of minutes) expect(text(path)).toContain('I like my room');
    const logs = [...files.keys()].filter((p) => p.startsWith('logs/')).map(text);
    const log = logs.find((one) => !one.includes('took a next step away'))!;
    expect(log).toMatch(/Mark Doyle,signed the minutes,/);
    expect(log).toMatch(/,Claire Ward,wrote a protected note in social work,in part,/);
    const hashes = log
      .trim()
      .split('\r\n')
      .slice(1)
      .map((l) => l.split(',').at(-1));
    const [kept] = await records.council.reader.query<{ hash: string }>(
      `SELECT hash FROM log WHERE hash = $1`,
      [hashes.at(-1)],
    );
    expect(kept).toBeDefined();
    expect(text('sample.csv')).toContain(',no,');
    for (const signedAs of await filedHashes()) expect(text('sample.csv')).not.toContain(signedAs);
    // From the words that could be guessed by it, the log has no hash.
    const other = logs
      .find((one) => one !== log)!
      .trim()
      .split('\r\n');
    const from = other.findIndex((l) => l.includes('wrote a protected next step'));
    expect(other[from - 1]).toMatch(/,[0-9a-f]{64}$/);
    for (const l of other.slice(from)) expect(l).toMatch(/,$/);
    expect(text('sample.csv')).toContain('holds');
    expect(text('timeliness.csv')).toMatch(/,2026-03-10,\d+,yes,2026-03-10,0,/);
    expect(text('figures.csv')).toContain('Families in time,2026-03-10,');
  });

  it('holds nothing that is protected, and says so', async () => {
    const files = await unzip((await opens(records.mark, packId)).bytes);
    for (const [path, bytes] of files)
      for (const words of [secret, address]) expect([path, bytes.includes(words)]).toEqual([path, false]);
    expect(files.get('about-this-pack.txt')!.toString()).toContain('2 of these records hold some');
    // It was there to be left out.
    const filed = await records.council.reader.query<{ text: string }>('SELECT text FROM minutes');
    expect(filed.every((m) => m.text.includes(secret))).toBe(true);
  });

  it('does not exist for a manager of another team, nor for whoever works with the family', async () => {
    for (const stranger of [owen, records.browserOf(records.claire)]) {
      for (const path of ['file', 'progress'])
        expect((await stranger.get(`/api/audit/packs/${packId}/${path}`)).status).toBe(404);
      expect((await stranger.post(`/api/audit/packs/${packId}/agree`)).status).toBe(404);
      expect((await stranger.post('/api/audit/packs', { sampleId, why: 'Mine' })).status).toBe(404);
    }
    expect((await owen.get('/api/audit/packs')).body).toEqual([]);
  });

  it('whose server died is begun anew by the next, though not while the first still gives a sign of life', async () => {
    const id = await asks(ruth);
    await packing().idle();
    const dead = (claimedAt: string) =>
      records.council.write((tx) =>
        tx.run(
          `UPDATE audit_pack SET status = 'preparing', done = 1, claim = $2, claimed_at = $3 WHERE id = $1`,
          [id, randomUUID(), claimedAt],
        ),
      );
    await dead(records.council.clock.at());
    packing().soon();
    await packing().idle();
    expect((await line(ruth, id))?.status).toBe('preparing');
    records.council.clock.passes(3 * 60_000);
    packing().soon();
    await packing().idle();
    expect((await line(ruth, id))?.status).toBe('ready');
    await mark.post(`/api/audit/packs/${id}/agree`);
    const { bytes } = await opens(records.mark, id);
    expect(sha256(bytes)).toBe((await line(ruth, id))?.hash);
    expect((await unzip(bytes)).has('manifest.json')).toBe(true);
  });

  it('that a server leaves unfinished is finished by the next one that starts', async () => {
    const ids = [];
    for (let i = 0; i < 8; i += 1) ids.push(await asks(ruth));
    await records.council.server.stop();
    const { app } = await records.council.start();
    const left = await records.council.reader.query<{ claim: string | null }>(
      `SELECT claim FROM audit_pack WHERE status = 'preparing'`,
    );
    expect(left.length).toBeGreaterThan(0);
    // It let go of what it had in hand: nobody has to wait until it is taken to be dead.
    expect(left.every(({ claim }) => claim === null)).toBe(true);
    await app.get(Rounds).go();
    await packing().idle();
    mark = records.browserOf(await records.council.signsIn(records.mark.personId, 'Mark Doyle'));
    for (const id of ids) expect(await line(mark, id)).toMatchObject({ status: 'ready', done: 2 });
  });

  it('of which a record went to another team leaves that one out, and lists it without a name', async () => {
    const { list } = (await mark.get<SamplePage>(`/api/audit/samples/${sampleId}`)).body;
    const gone = list[0]!;
    const [team] = await records.council.reader.query<{ id: string }>(
      `SELECT id FROM team WHERE name = 'Southgate'`,
    );
    await records.council.write(async (tx) => {
      await tx.run(
        'UPDATE family SET team_id = $1 WHERE id = (SELECT family_id FROM discussion WHERE id = $2)',
        [team?.id, gone.discussionId],
      );
      tx.touchAuthority();
    });
    const id = await asks(mark);
    await packing().idle();
    const helen = await records.council.person({
      name: 'Helen Brandt',
      discipline: 'management',
      role: 'service-manager',
    });
    await records.browserOf(helen).post(`/api/audit/packs/${id}/agree`);
    const files = await unzip((await opens(helen, id)).bytes);
    expect([...files.keys()].filter((p) => /^(minutes|logs)/.test(p))).toHaveLength(2);
    expect(files.get('sample.csv')!.toString()).toMatch(/^1,Restricted family,,Northgate,,,/m);
    for (const [path, bytes] of files) expect([path, bytes.includes(gone.familyName)]).toEqual([path, false]);
    expect(files.get('about-this-pack.txt')!.toString()).toContain('1 of them are listed without a name');
  });

  it('that was made before is handed out no more, nor agreed to, and its file is not kept', async () => {
    const pieces = (id: string) =>
      records.council.reader.query('SELECT nth FROM audit_pack_piece WHERE pack_id = $1', [id]);
    const says =
      'A family in this pack is no longer with a team that you manage, so the pack is not kept. Ask for a new one.';
    const ready = (await mark.get<PackLine[]>('/api/audit/packs')).body.find(
      (one) => one.status === 'ready' && one.byName === 'Ruth Osei',
    );
    expect(await line(mark, packId)).toMatchObject({ status: 'released' });
    expect((await mark.get(`/api/audit/packs/${packId}/file`)).body).toMatchObject({
      code: 'pack-gone',
      says,
    });
    const agree = await mark.post(`/api/audit/packs/${ready?.packId}/agree`);
    expect([agree.status, agree.body]).toMatchObject([409, { code: 'pack-gone', says }]);
    for (const id of [packId, ready?.packId ?? '']) {
      expect(await pieces(id)).toEqual([]);
      expect(await line(mark, id)).toMatchObject({ status: 'gone', mayOpen: false, mayAgree: false });
    }
  });

  it('is taken away after fourteen days, and that it was opened stays written down', async () => {
    records.council.clock.passes(15 * 24 * 3600_000);
    const again = records.browserOf(await records.council.signsIn(records.mark.personId, 'Mark Doyle'));
    expect(await code(again.get(`/api/audit/packs/${packId}/file`))).toEqual([409, 'pack-gone']);
    await records.council.server.app.get(Jobs).run();
    expect(await records.council.reader.query('SELECT nth FROM audit_pack_piece')).toEqual([]);
    expect(await line(again, packId)).toMatchObject({ status: 'gone', mayOpen: false });
    const looks = await records.council.reader.query<{ why: string; name: string }>(
      `SELECT l.what, l.why, p.name FROM audit_look l JOIN person p ON p.id = l.by_id WHERE l.what LIKE 'pack-%'`,
    );
    const why = 'The inspectors asked for it';
    expect(looks).toContainEqual({ what: 'pack-asked', name: 'Ruth Osei', why });
    for (const what of ['pack-agreed', 'pack-opened'])
      expect(looks).toContainEqual({ what, name: 'Mark Doyle', why });
  });

  it('tells why Mark looked where he said so, as he opens the list', async () => {
    const again = records.browserOf(await records.council.signsIn(records.mark.personId, 'Mark Doyle'));
    expect((await again.get('/api/audit/packs?why=Monthly%20check')).status).toBe(200);
    expect(
      await records.council.reader.query(`SELECT why FROM audit_look WHERE what = 'packs' AND why <> ''`),
    ).toEqual([{ why: 'Monthly check' }]);
  });
});
