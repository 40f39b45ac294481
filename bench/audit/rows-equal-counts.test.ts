import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { makeApp } from '../../server/app.js';
import { Pages } from '../../server/audit/pages.service.js';
import { readConfig } from '../../server/config.js';
import { Reader } from '../../server/core/reader.js';
import { type Cut, cuts } from '../../shared/audit/figure.js';
import { measureCodes } from '../../shared/audit/measures/titles.js';
import { plusDays } from '../../shared/schedule/working-days.js';
import { everyNumberOpens } from '../../test/support/audit-rows.js';
import { removeFolder } from '../lib/places.js';
import { ORIGIN, SECRET_KEY } from '../lib/serve-product.js';
import { makeGround } from './ground.js';
import { overseerId } from './town.js';

// A generated year of two teams: whatever a page says how many there are of, it opens to as many rows.

describe('every number of the audit of a generated council', () => {
  let app: NestExpressApplication;
  let folder: string;
  let today: string;
  let teamIds: string[];

  beforeAll(async () => {
    const ground = await makeGround(40, 1, 11);
    ({ folder, today } = ground);
    app = await makeApp(readConfig({ SECRET_KEY, ORIGINS: ORIGIN, DATA_DIR: folder }));
    const rows = await app.get(Reader).query<{ id: string }>('SELECT id FROM team ORDER BY name');
    teamIds = rows.map((r) => r.id);
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    if (folder) removeFolder(folder);
  });

  it.each<[Cut | undefined]>([[undefined], ...cuts.map((cut): [Cut] => [cut])])(
    'opens to as many rows as it says, cut by %s',
    async (by) => {
      const found = await everyNumberOpens(app.get(Pages, { strict: false }), {
        scope: { teamId: null, teamIds },
        personId: overseerId,
        from: plusDays(today, -90),
        asAt: today,
        by,
      });
      expect(found.rows).toBeGreaterThan(by ? 100 : 500);
      if (by) return;
      // Nobody has graded a record here; the longest gap is a list and no count.
      const none = measureCodes.filter((code) => !found.measures.has(code));
      expect(none).toEqual(['longest-gap', 'quality']);
    },
    300_000,
  );

  it('opens to rows of one team, on a day of the past, for somebody who may name none of them', async () => {
    const found = await everyNumberOpens(app.get(Pages, { strict: false }), {
      scope: { teamId: teamIds[0]!, teamIds: [teamIds[0]!] },
      personId: 'nobody',
      from: plusDays(today, -180),
      asAt: plusDays(today, -90),
      by: undefined,
    });
    expect(found.rows).toBeGreaterThan(200);
  }, 300_000);
});
