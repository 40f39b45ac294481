import { describe, expect, it } from '@jest/globals';
import { type FloorChange, grouped } from './group.js';

const change = (id: string): FloorChange => ({
  kind: 'k',
  discussion: 'd',
  family: 'f',
  discipline: 'h',
  id,
  text: '',
});

describe('the group commit of the floor', () => {
  it('people who write while a commit runs share the next one, and each gets their own number', async () => {
    const commits: string[][] = [];
    let finish = (): void => undefined;
    let seq = 0;
    const store = grouped(async (changes) => {
      commits.push(changes.map((one) => one.id));
      if (commits.length === 1)
        await new Promise<void>((done) => {
          finish = done;
        });
      return changes.map(() => ++seq);
    });
    const first = store(change('a'));
    await Promise.resolve();
    const later = [store(change('b')), store(change('c'))];
    finish();
    expect(await Promise.all([first, ...later])).toEqual([1, 2, 3]);
    expect(commits).toEqual([['a'], ['b', 'c']]);
  });

  it('people whose commit failed are told, and the next commit goes ahead', async () => {
    let broken = true;
    const store = grouped(async (changes) => {
      if (broken) throw new Error('disk full');
      return changes.map(() => 1);
    });
    await expect(store(change('a'))).rejects.toThrow('disk full');
    broken = false;
    await expect(store(change('b'))).resolves.toBe(1);
  });
});
