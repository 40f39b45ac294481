import { describe, expect, it } from '@jest/globals';
import { Crowd } from './crowd.js';
import type { Connect } from './drivers/driver.js';
import type { LoadPlan, LoadResult } from './plan.js';

const plan: LoadPlan = {
  driver: 'socket-io',
  port: 0,
  rooms: 2,
  people: 3,
  mode: 'saturate',
  rate: 0,
  window: 2,
  letters: 10,
  warmSeconds: 0,
  seconds: 0.2,
  graceSeconds: 0.2,
};

/** A room without a server: what one says, the others see after a turn of the loop; some may be deaf or refused. */
function hall(deaf: (id: string) => boolean, refused: (id: string) => boolean): Connect {
  const rooms = new Map<number, ((id: string) => void)[]>();
  return async ({ room, sees }) => {
    const seats = rooms.get(room) ?? [];
    rooms.set(room, [...seats, sees]);
    return {
      send: async (id) => {
        await new Promise((done) => setImmediate(done));
        if (refused(id)) throw new Error('not your review');
        for (const tell of rooms.get(room) ?? []) if (!deaf(id)) tell(id);
      },
      close: () => undefined,
    };
  };
}

async function run(connect: Connect): Promise<LoadResult> {
  let id = 0;
  const crowd = new Crowd(plan, () => `c${++id}`);
  await crowd.sitDown(connect);
  crowd.start();
  await crowd.measure();
  return crowd.sumUp();
}

describe('the crowd that loads a server', () => {
  it('each change that a person writes is seen by the two others, never counted at its writer', async () => {
    const result = await run(
      hall(
        () => false,
        () => false,
      ),
    );
    expect(result.sent).toBeGreaterThan(4);
    expect(result.sight.count).toBe(result.acknowledged * 2);
    expect(result).toMatchObject({ lost: 0, refused: 0 });
  });

  it('a change that the others never saw is counted as lost', async () => {
    const result = await run(
      hall(
        (id) => id === 'c1' || id === 'c2',
        () => false,
      ),
    );
    expect(result.lost).toBe(2);
  });

  it('a change that the server refused is counted as refused, with the first reason', async () => {
    const result = await run(
      hall(
        () => false,
        (id) => id === 'c3',
      ),
    );
    expect(result).toMatchObject({ lost: 0, refused: 1, refusal: 'not your review' });
  });
});
