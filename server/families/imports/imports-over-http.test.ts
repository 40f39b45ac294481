import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ImportReport, ImportRun } from '../../../shared/families/imports.js';
import type { InvitationLink } from '../../../shared/people/sign-in.js';
import { annexAOf, list6Row } from '../../../test/support/annex-a-workbook.js';
import { Browser, type HttpServer, startHttpServer } from '../../../test/support/http-server.js';
import { Invitations } from '../../people/invitations.service.js';

// Each starts processes of its own; on a busy machine they take their time.
jest.setTimeout(60_000);

const password = 'the heron stands in the shallows';
type Parts = Record<string, [name: string, bytes: Buffer | string][]>;

describe('the page for bringing in files', () => {
  let server: HttpServer;
  let admin: Browser;

  beforeAll(async () => {
    server = await startHttpServer();
    admin = new Browser(server.url);
    const link = await server.app.get(Invitations).forFirstAdministrator();
    const asked = { name: 'Olu Adeyemi', email: 'olu@wrenshire.example', password };
    expect((await admin.post(`/api/invitations/${link?.split('/').at(-1)}`, asked)).status).toBe(200);
    expect((await admin.post('/api/sign-in', { email: asked.email, password })).status).toBe(200);
  });
  afterAll(() => server.stop());

  /** What a browser sends when somebody chooses files. */
  async function chooses(who: Browser, place: string, parts: Parts, headers: Record<string, string> = {}) {
    const form = new FormData();
    for (const [field, files] of Object.entries(parts)) {
      for (const [name, bytes] of files)
        form.append(field, new Blob([new Uint8Array(Buffer.from(bytes))]), name);
    }
    const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const ours = { cookie, 'x-requested-with': 'group-supervision', ...headers };
    const response = await fetch(`${server.url}${place}`, { method: 'POST', body: form, headers: ours });
    return { status: response.status, body: (await response.json()) as ImportReport & { says?: string } };
  }

  const workbook = annexAOf([list6Row({ id: 7 }), list6Row({ id: null })]);
  const nothingLies = () => expect(readdirSync(path.join(server.config.dataDir, 'incoming'))).toEqual([]);

  it('lets an administrator check a workbook with its map, then bring it in, and shows the run', async () => {
    const parts: Parts = {
      file: [['Zoë’s lists.xlsx', workbook]],
      map: [['map.csv', 'child_id,family_ref,family_name\n7,F1,Doyle\n']],
    };
    const checked = await chooses(admin, '/api/imports/annex-a?check=1', parts);
    expect(checked).toMatchObject({
      status: 200,
      body: { checked: true, changed: true, counts: { familiesAdded: 1 } },
    });
    expect((await admin.get<ImportRun[]>('/api/imports')).body).toEqual([]);
    const done = await chooses(admin, '/api/imports/annex-a', parts);
    expect(done).toMatchObject({
      status: 200,
      body: { checked: false, changed: true, leftOut: 1, fileName: 'Zoë’s lists.xlsx' },
    });
    expect(done.body.problems).toContainEqual({
      list: 'List 6',
      row: 3,
      column: 'Child Unique ID',
      words: 'The child’s number is missing.',
      severity: 'left-out',
    });
    expect((await admin.get<ImportRun[]>('/api/imports')).body).toEqual([
      expect.objectContaining({ byName: 'Olu Adeyemi', report: done.body }),
    ]);
    expect((await chooses(admin, '/api/imports/annex-a', parts)).body.changed).toBe(false);
    nothingLies();
  });

  it('takes lists 6 and 7 as two CSVs, and past supervisions', async () => {
    const list6 = 'Child Unique ID,Case Status,Allocated Team,CIN Start Date\n8,c),Northgate,09/01/2026\n';
    const list7 = 'Child Unique ID,Child Protection Plan Start Date\n8,14/01/2026\n';
    const done = await chooses(admin, '/api/imports/annex-a', {
      file: [
        ['List_7.csv', list7],
        ['List_6.csv', list6],
      ],
    });
    expect(done).toMatchObject({ status: 200, body: { counts: { familiesAdded: 1, childrenNotListed: 1 } } });
    const past = await chooses(admin, '/api/imports/history', {
      file: [['h.csv', 'family_ref,held_on,counts\n8,10/02/2026,yes\n']],
    });
    expect(past).toMatchObject({ status: 200, body: { counts: { supervisionsAdded: 1 } } });
  });

  it('answers what is no list with one sentence, and keeps nothing of it', async () => {
    const pdf = await chooses(admin, '/api/imports/annex-a', { file: [['lists.xlsx', '%PDF-1.7']] });
    expect(pdf).toMatchObject({
      status: 409,
      body: { code: 'file-refused', says: expect.stringContaining('is a PDF') },
    });
    expect((await chooses(admin, '/api/imports/annex-a', {})).body.says).toMatch(
      /Choose the Annex A workbook/,
    );
    expect((await chooses(admin, '/api/imports/annex-a', { other: [['a.xlsx', workbook]] })).status).toBe(
      400,
    );
    expect(
      (await chooses(admin, '/api/imports/annex-a', { file: [['a.csv', Buffer.alloc(25 * 1024 * 1024)]] }))
        .status,
    ).toBe(413);
    nothingLies();
  });

  it('does not exist for anybody else, and not for other sites', async () => {
    const { body } = await admin.post<{ id: string }>('/api/people', {
      name: 'Amina Yusuf',
      email: 'amina@recovery.example',
      discipline: 'recovery',
    });
    const invited = await admin.post<InvitationLink>(`/api/people/${body.id}/invitation`);
    const amina = new Browser(server.url);
    await amina.post(`/api/invitations/${invited.body.link.split('/').at(-1)}`, { password });
    await amina.post('/api/sign-in', { email: 'amina@recovery.example', password });
    const parts: Parts = { file: [['a.xlsx', workbook]] };
    expect((await chooses(amina, '/api/imports/annex-a', parts)).status).toBe(404);
    expect((await amina.get('/api/imports')).status).toBe(404);
    expect((await chooses(new Browser(server.url), '/api/imports/annex-a', parts)).status).toBe(401);
    expect(
      (await chooses(admin, '/api/imports/annex-a', parts, { origin: 'https://elsewhere.example' })).status,
    ).toBe(404);
    nothingLies();
  });

  it('reads the real workbook of 2024', async () => {
    const bytes = readFileSync(path.resolve('test/fixtures/annex-a/Annex_A_2024_Jan_liia.xlsx'));
    const done = await chooses(admin, '/api/imports/annex-a', {
      file: [['Annex_A_2024_Jan_liia.xlsx', bytes]],
    });
    expect(done).toMatchObject({
      status: 200,
      body: { leftOut: 0, counts: { children: 12, childrenAdded: 12 } },
    });
  });
});
