import { describe, expect, it } from '@jest/globals';
import { IDBFactory } from 'fake-indexeddb';
import { encode } from '../../../shared/live/prose.js';
import { longestUnread, SealedOutbox, type Waiting } from './outbox.js';
import { outboxKey } from './sealing.js';
import { OutboxStore } from './store.js';
import type { Tabs } from './tabs.js';

const canary = 'Agnieszka is afraid of Piotr at night';
const farahs = encode(new Uint8Array(32).fill(7));
const deans = encode(new Uint8Array(32).fill(9));

/** One browser: its storage outlives the tabs in it. */
function browser() {
  const factory = new IDBFactory();
  const alive = new Set<string>();
  let now = Date.UTC(2026, 2, 10, 9);
  let names = 0;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    factory,
    passes: (ms: number) => {
      now += ms;
    },
    /** A person opens the product in a tab; `dies` is what a killed browser does: nothing is said goodbye to. */
    async opens(key: string) {
      names += 1;
      const me = `tab ${names}`;
      alive.add(me);
      const tabs: Tabs = {
        me,
        alive: async () => alive,
        alone: (work) => {
          const mine = turn.then(work);
          turn = mine.catch(() => undefined);
          return mine;
        },
        leave: () => alive.delete(me),
      };
      const store = await OutboxStore.open(factory);
      const outbox = new SealedOutbox(store, await outboxKey(key), tabs, () => now);
      return { outbox, store, dies: () => alive.delete(me) };
    },
  };
}

function words(n: number, text = canary): Waiting {
  return {
    logId: 'discussion/3d1f0f6a-52aa-4f0c-9c57-0d0a6c1f7b11',
    change: { id: `change-number-${n}`, kind: 'challenge.raise', payload: { text } },
    at: '2026-03-10T09:00:00.000Z',
  };
}

async function everyByte(store: OutboxStore): Promise<string> {
  const all = await store.all();
  return all
    .map((r) => JSON.stringify({ ...r, iv: [...r.iv], box: Buffer.from(r.box).toString('latin1') }))
    .join('\n');
}

describe('what waits on this device', () => {
  it('a thief who reads the browser’s storage finds no word, no name and no length of what was written', async () => {
    const { outbox, store } = await browser().opens(farahs);
    await outbox.put(words(1));
    await outbox.put(words(2, 'Yes'));
    const bytes = await everyByte(store);
    for (const secret of [
      canary,
      'Agnieszka',
      'challenge',
      'discussion',
      '3d1f0f6a',
      'change-number',
      farahs,
    ]) {
      expect(bytes).not.toContain(secret);
    }
    const lengths = (await store.all()).map((r) => r.box.length);
    expect(new Set(lengths).size).toBe(1);
    expect(lengths[0]! % 256).toBe(16);
  });

  it('a writer whose browser is killed finds everything that was safe, in order, at the next sign-in', async () => {
    const here = browser();
    const first = await here.opens(farahs);
    for (let n = 1; n <= 120; n++) await first.outbox.put(words(n));
    await first.outbox.remove('change-number-3');
    first.dies();
    const second = await here.opens(farahs);
    const { waiting } = await second.outbox.takeOver();
    expect(waiting.map((w) => w.change.id)).toEqual(
      Array.from({ length: 120 }, (_, i) => `change-number-${i + 1}`).filter(
        (id) => id !== 'change-number-3',
      ),
    );
    expect(waiting[0]).toEqual(words(1));
  });

  it('a writer with two tabs has each change sent by one of them', async () => {
    const here = browser();
    const [one, two] = [await here.opens(farahs), await here.opens(farahs)];
    await one.outbox.put(words(1));
    expect((await two.outbox.takeOver()).waiting).toEqual([]);
    one.dies();
    const three = await here.opens(farahs);
    const taken = await Promise.all([two.outbox.takeOver(), three.outbox.takeOver()]);
    expect(taken.flatMap((t) => t.waiting)).toEqual([words(1)]);
  });

  it('what was recorded is gone, even when the yes comes before it was stored', async () => {
    const { outbox, store } = await browser().opens(farahs);
    const storing = outbox.put(words(1));
    await outbox.remove('change-number-1');
    await storing;
    expect(await store.all()).toEqual([]);
  });

  it('a refused change stays, with why and its words, until the writer has dealt with it', async () => {
    const here = browser();
    const first = await here.opens(farahs);
    await first.outbox.put(words(1));
    const refusal = { code: 'signed' as const, says: 'These minutes are signed.' };
    await first.outbox.keep({ ...words(1), refusal, words: canary });
    first.dies();
    const second = await here.opens(farahs);
    const { waiting, kept } = await second.outbox.takeOver();
    expect(waiting).toEqual([]);
    expect(kept).toEqual([{ ...words(1), refusal, words: canary }]);
    await second.outbox.remove('change-number-1');
    expect(await second.outbox.kept()).toEqual([]);
  });

  it('a colleague at the same computer reads nothing of it, and loses nothing for its writer until 72 hours are over', async () => {
    const here = browser();
    const farah = await here.opens(farahs);
    await farah.outbox.put(words(1));
    farah.dies();
    const dean = await here.opens(deans);
    expect(await dean.outbox.takeOver()).toEqual({ waiting: [], kept: [] });
    expect(await dean.outbox.kept()).toEqual([]);
    expect(await dean.store.all()).toHaveLength(1);
    here.passes(longestUnread + 1);
    await dean.outbox.takeOver();
    expect(await dean.store.all()).toEqual([]);
  });

  it('a record moved into another’s place cannot be read', async () => {
    const here = browser();
    const { outbox, store, dies } = await here.opens(farahs);
    await outbox.put(words(1));
    const [record] = await store.all();
    await store.put({ ...record!, recordId: 'another-place' });
    await store.remove([record!.recordId]);
    dies();
    const next = await here.opens(farahs);
    expect((await next.outbox.takeOver()).waiting).toEqual([]);
  });

  it('a device keeps its number', async () => {
    const here = browser();
    const [one, two] = [await here.opens(farahs), await here.opens(deans)];
    expect(await one.store.deviceId()).toBe(await two.store.deviceId());
  });
});
