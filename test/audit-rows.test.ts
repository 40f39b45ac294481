import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pages } from '../server/audit/pages.service.js';
import type { Cut } from '../shared/audit/figure.js';
import { everyNumberOpens } from './support/audit-rows.js';
import { Demonstration } from './support/demonstration.js';

// The demonstration's council as Helen reads it: whatever a page says how many there are of, it opens to as many rows.

describe('every number of the demonstration’s audit', () => {
  let demonstration: Demonstration;
  let teamIds: string[];

  beforeAll(async () => {
    demonstration = await Demonstration.open('2026-03-30');
    teamIds = [await demonstration.team('Northgate'), await demonstration.team('Southgate')];
  }, 300_000);
  afterAll(() => demonstration?.close());

  it.each<[string, Cut | undefined]>([
    ['all together', undefined],
    ['by plan', 'plan'],
    ['by social worker', 'worker'],
  ])(
    'opens to as many rows as it says, %s',
    async (_, by) => {
      const found = await everyNumberOpens(demonstration.get(Pages), {
        scope: { teamId: null, teamIds },
        personId: await demonstration.idOf('helen'),
        from: '2025-12-30',
        asAt: '2026-03-30',
        by,
      });
      expect(found.rows).toBeGreaterThan(100);
    },
    300_000,
  );
});
