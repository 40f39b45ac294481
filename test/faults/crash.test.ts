import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { crashes } from './crash/crashes.js';
import { wrongs } from './crash/examination.js';

const main = path.resolve(__dirname, '../../dist/server/main.js');

describe('twelve people whose server is killed three times while they write', () => {
  it('lose nothing that was acknowledged, find nothing twice, and nothing that was refused', async () => {
    if (!existsSync(main)) throw new Error('There is no built server to kill: run npm run build first.');
    const report = await crashes({
      runs: 3,
      seed: 7,
      postgres: Boolean(process.env['TEST_PG_URL']),
      main,
      tell: () => undefined,
    });
    expect(report.figures['found']).toEqual([]);
    // How long a restart takes is for the full run to say, on a machine that is not busy testing.
    const goals = report.goals.filter(({ name }) => wrongs.some((wrong) => name.startsWith(wrong)));
    expect(goals).toHaveLength(wrongs.length);
    expect(goals.filter((goal) => !goal.holds)).toEqual([]);
    expect((report.figures['changes'] as { acknowledged: number }).acknowledged).toBeGreaterThan(50);
    // Five starts of the whole product, on a machine that may be busy with other tests.
  }, 180_000);
});
