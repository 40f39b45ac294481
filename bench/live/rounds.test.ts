import { describe, expect, it } from '@jest/globals';
import type { Run } from './measure.js';
import { against, interleave, medians, middle, type Patience, ratios } from './rounds.js';
import type { Side } from './side.js';

const side = (name: string): Side => ({
  name,
  driver: 'socket-io',
  open: () => Promise.reject(new Error('not opened here')),
});
const run = (p95: number, foreignPercent = 0): Run => ({ p95, foreignPercent }) as Run;
const patience = (msLeft = 0): Patience => ({ foreignPercent: 25, msLeft, again: 0, failures: [] });

describe('interleaved rounds', () => {
  it('a reader may compare the sides, because each goes first as often as last', async () => {
    const order: string[] = [];
    const rounds = await interleave(
      'steady',
      [side('product'), side('floor')],
      3,
      async ({ name }) => {
        order.push(name);
        return run(name === 'product' ? 6 : 5);
      },
      patience(),
    );
    expect(order).toEqual(['product', 'floor', 'floor', 'product', 'product', 'floor']);
    expect(middle(rounds, 'product', 'p95')).toBe(6);
    expect(against(rounds, 'product', 'floor', 'p95')).toMatchObject({ median: 1.2, rounds: 3 });
    expect(medians(rounds, ['p95'])).toEqual({ product: { p95: 6 }, floor: { p95: 5 } });
    expect(ratios(rounds, 'product', ['p95'])).toEqual({ floor: { p95: '×1.20 [1.20–1.20]' } });
  });

  it('a run that others spoilt is done again, but only while there is time left for it', async () => {
    let tries = 0;
    const spoilt = async (): Promise<Run> => run(++tries, tries < 3 ? 80 : 0);
    const calm = patience(60_000);
    const rounds = await interleave('steady', [side('product')], 1, spoilt, calm);
    expect(middle(rounds, 'product', 'p95')).toBe(3);
    expect(calm.again).toBe(2);

    tries = 0;
    const hurried = await interleave('steady', [side('product')], 1, spoilt, { ...patience(), msLeft: -1 });
    expect(middle(hurried, 'product', 'p95')).toBe(1);
  });

  it('a side that failed is named, and its round counts for nobody', async () => {
    const patient = patience();
    const rounds = await interleave(
      'steady',
      [side('product'), side('floor')],
      2,
      async ({ name }) => {
        if (name === 'floor') throw new Error('no such port\nat line 1');
        return run(4);
      },
      patient,
    );
    expect(patient.failures).toEqual(['floor: no such port']);
    expect(middle(rounds, 'floor', 'p95')).toBeNaN();
    expect(against(rounds, 'product', 'floor', 'p95').rounds).toBe(0);
  });
});
