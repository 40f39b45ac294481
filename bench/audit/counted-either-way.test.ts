import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { makeApp } from '../../server/app.js';
import { TalkPages } from '../../server/audit/talks/talk-pages.service.js';
import { readConfig } from '../../server/config.js';
import { Reader } from '../../server/core/reader.js';
import type { Cut } from '../../shared/audit/figure.js';
import type { FigurePart } from '../../shared/audit/http.js';
import { plusDays } from '../../shared/schedule/working-days.js';
import { removeFolder } from '../lib/places.js';
import { ORIGIN, SECRET_KEY } from '../lib/serve-product.js';
import { makeGround } from './ground.js';

// Where nobody asks which is which, the database counts what is alike; where figures are cut by what is known of families,
// every discussion, step and place on a list is read. A generated year of two teams, counted in both ways.

/** Days before today: a period from one to the other. */
const periods = [
  [364, 0],
  [90, 0],
  [240, 150],
  [7, 7],
] as const;

describe('the figures of a period', () => {
  let app: NestExpressApplication;
  let folder: string;
  let today: string;
  let teams: readonly (readonly string[])[];

  beforeAll(async () => {
    const ground = await makeGround(300, 1, 7);
    ({ folder, today } = ground);
    app = await makeApp(readConfig({ SECRET_KEY, ORIGINS: ORIGIN, DATA_DIR: folder }));
    const rows = await app.get(Reader).query<{ id: string }>('SELECT id FROM team ORDER BY name');
    const ids = rows.map((r) => r.id);
    teams = [ids, ...ids.map((id) => [id])];
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    if (folder) removeFolder(folder);
  });

  const asked = (teamIds: readonly string[], [from, asAt]: readonly [number, number], by: Cut | undefined) =>
    [
      { teamId: null, teamIds },
      { from: plusDays(today, -from), asAt: plusDays(today, -asAt), limit: 'policy' as const, by },
    ] as const;
  const counted = ({ groups: _, ...figure }: FigurePart) => figure;
  const nobody: ReadonlySet<string> = new Set();

  it.each(periods)(
    'are the same for a manager who cuts them by plan: %i to %i days ago',
    async (...period) => {
      const pages = app.get(TalkPages, { strict: false });
      for (const teamIds of teams) {
        const alike = await pages.oversight(...asked(teamIds, period, undefined), nobody);
        const { figures, ...lists } = await pages.oversight(...asked(teamIds, period, 'plan'), nobody);
        expect(alike.figures.map(counted)).toEqual(figures.map(counted));
        expect(alike).toMatchObject(lists);
      }
    },
  );

  it.each(periods)('are the same of who was there, cut by worker: %i to %i days ago', async (...period) => {
    const pages = app.get(TalkPages, { strict: false });
    for (const teamIds of teams) {
      const alike = await pages.attendance(...asked(teamIds, period, undefined));
      const each = await pages.attendance(...asked(teamIds, period, 'worker'));
      expect(alike.lines).toEqual(each.lines);
      expect(counted(alike.attendance)).toEqual(counted(each.attendance));
      expect(counted(alike.contribution)).toEqual(counted(each.contribution));
    }
  });

  it('have something in them, so that both ways had something to count', async () => {
    const page = await app
      .get(TalkPages, { strict: false })
      .oversight(...asked(teams[0]!, periods[0], undefined), nobody);
    const most = Object.fromEntries(page.figures.map((f) => [f.measure, f.denominator]));
    for (const [measure, least] of Object.entries({
      'challenge-recorded': 500,
      'steps-on-time': 500,
      'record-timeliness': 500,
      'voice-recorded': 500,
      'session-reliability': 500,
      'step-down-integrity': 5,
    }))
      expect([measure, most[measure]! >= least]).toEqual([measure, true]);
    expect([page.carried.length > 0, page.notReached.length > 0]).toEqual([true, true]);
    const stepDown = page.figures.find((f) => f.measure === 'step-down-integrity');
    expect(stepDown?.beside['takenUpAgain']).toBeGreaterThan(0);
  });
});
