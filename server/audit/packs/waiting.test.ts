import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Home } from '../../../shared/home/home.js';
import type { Browser } from '../../../test/support/http-server.js';
import { SignedRecords } from '../../../test/support/signed-records.js';
import { Packing } from './packing.service.js';

// Real signing over sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

describe('a pack that waits for a second manager', () => {
  let records: SignedRecords;
  let southgate: string;
  let mark: Browser;
  let ruth: Browser;
  let helen: Browser;
  let owen: Browser;
  let packId: string;

  beforeAll(async () => {
    records = await SignedRecords.open();
    southgate = await records.council.team('Southgate');
    mark = records.browserOf(records.mark);
    ruth = await records.manager('Ruth Osei', 'deputy-manager');
    helen = await records.manager('Helen Brandt', 'service-manager', null);
    owen = await records.manager('Owen Hale', 'team-manager', southgate);
    await records.manager('Ina Falk', 'team-manager');
    await records.manager('Bo Lind', 'team-manager');
    await records.holds(['Harley', 'Novak']);
    await records.council.write(async (tx) => {
      await tx.run(`UPDATE person SET email = id || '@wrenshire.example' WHERE name <> 'Bo Lind'`);
      // Ina has left, and Bo has no address.
      await tx.run(`UPDATE person SET ended_on = '2026-03-09' WHERE name = 'Ina Falk'`);
    });
  });
  afterAll(() => records?.council.close());

  const samples = async (by: Browser, seed: string): Promise<string> => {
    const asked = { from: '2026-03-01', to: '2026-03-31', seed };
    return (await by.post<{ id: string }>('/api/audit/samples', asked)).body.id;
  };
  const asks = async (by: Browser, sampleId: string): Promise<string> => {
    const pack = { sampleId, why: 'Harley’s mum complained' };
    const { body } = await by.post<{ id: string }>('/api/audit/packs', pack);
    await records.council.server.app.get(Packing).idle();
    return body.id;
  };
  const told = async (id: string) => {
    const rows = await records.council.reader.query<{ name: string; body: string; subject: string }>(
      `SELECT p.name, m.subject, m.body FROM message m JOIN person p ON p.id = m.person_id WHERE m.key LIKE $1
       ORDER BY p.name`,
      [`pack-waits/${id}/%`],
    );
    return rows;
  };
  const waitsOn = async (by: Browser) => (await by.get<Home>('/api/home')).body.packs.map((p) => p.packId);

  it('is told once to Mark and Helen, who could agree to it: not to Ruth, who asked, nor to a manager of another team', async () => {
    packId = await asks(ruth, await samples(ruth, 'one'));
    const messages = await told(packId);
    expect(messages.map((m) => m.name)).toEqual(['Helen Brandt', 'Mark Doyle']);
    expect(messages[0]!.subject).toBe(
      'An inspection pack waits for you to agree, until Tuesday 24 March 2026',
    );
    expect(messages[0]!.body).toContain(`/audit/packs\nReference: P-${packId.slice(0, 8).toUpperCase()}\n`);
    for (const { subject, body } of messages) expect(subject + body).not.toMatch(/Harley|Novak|mum|Ruth/);
    // A server that died just then prepares it again; nobody hears of it twice.
    await records.council.write((tx) =>
      tx.run(`UPDATE audit_pack SET status = 'preparing' WHERE id = $1`, [packId]),
    );
    const packing = records.council.server.app.get(Packing);
    packing.soon();
    await packing.idle();
    expect(await told(packId)).toEqual(messages);
  });

  it('stands on the page that Mark and Helen come in by, and on nobody else’s', async () => {
    expect((await mark.get<Home>('/api/home')).body.packs).toEqual([{ packId, until: '2026-03-24' }]);
    expect(await waitsOn(helen)).toEqual([packId]);
    for (const other of [ruth, owen, records.browserOf(records.claire)])
      expect(await waitsOn(other)).toEqual([]);
  });

  it('of two teams waits for somebody who manages both: for another service manager, not for Mark or Owen', async () => {
    const sampleId = await samples(helen, 'two');
    await records.council.write((tx) =>
      tx.run(
        `UPDATE dip_record SET team_id = $1 WHERE sample_id = $2 AND discussion_id =
           (SELECT MIN(discussion_id) FROM dip_record WHERE sample_id = $2)`,
        [southgate, sampleId],
      ),
    );
    const ade = await records.manager('Ade Okoro', 'service-manager', null);
    await records.council.write((tx) =>
      tx.run(`UPDATE person SET email = 'ade@wrenshire.example' WHERE name = 'Ade Okoro'`),
    );
    records.council.clock.passes(60_000);
    const both = await asks(helen, sampleId);
    expect((await told(both)).map((m) => m.name)).toEqual(['Ade Okoro']);
    expect(await waitsOn(ade)).toEqual([packId, both]);
    expect(await waitsOn(mark)).toEqual([packId]);
    expect(await waitsOn(owen)).toEqual([]);
  });

  it('is gone from Helen’s page once Mark has agreed', async () => {
    expect((await mark.post(`/api/audit/packs/${packId}/agree`)).status).toBe(201);
    expect(await waitsOn(mark)).toEqual([]);
    expect(await waitsOn(helen)).toEqual([]);
  });

  it('is gone from Mark’s page after its last day, though nobody agreed', async () => {
    const last = await asks(ruth, await samples(ruth, 'late'));
    records.council.clock.passes(14 * 24 * 3600_000);
    const again = async () =>
      records.browserOf(await records.council.signsIn(records.mark.personId, 'Mark Doyle'));
    expect(await waitsOn(await again())).toEqual([last]);
    records.council.clock.passes(24 * 3600_000);
    expect(await waitsOn(await again())).toEqual([]);
  });
});
