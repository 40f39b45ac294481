import { describe, expect, it } from '@jest/globals';
import { add, type Batch, forgetKept, listen, nextAt, pause, silentBatch, speak, typed } from './batching.js';

const challenge = { kind: 'challenge', words: 'Challenge from Lorna' };
const score = { kind: 'score', words: 'Dean scored' };

function heard(batch: Batch, now: number): string | undefined {
  return speak(batch, now).words;
}

describe('what a screen reader is told', () => {
  it('a listener hears the first thing at once', () => {
    expect(heard(add(silentBatch, challenge), 1_000)).toBe('Challenge from Lorna.');
    expect(heard(silentBatch, 1_000)).toBeUndefined();
  });

  it('a listener hears at most one message in five seconds, gathered in order', () => {
    const after = speak(add(silentBatch, challenge), 1_000).batch;
    const two = add(add(after, score), { kind: 'step', words: '2 next steps added.' });
    expect(heard(two, 5_999)).toBeUndefined();
    expect(nextAt(two)).toBe(6_000);
    expect(heard(two, 6_000)).toBe('Dean scored. 2 next steps added.');
  });

  it('a listener hears the newest of each kind, once', () => {
    const batch = add(add(add(silentBatch, score), challenge), { kind: 'score', words: 'Marcus scored' });
    const { batch: after, words } = speak(batch, 0);
    expect(words).toBe('Challenge from Lorna. Marcus scored.');
    expect(heard(after, 60_000)).toBeUndefined();
  });

  it('a writer is not spoken to until a two second pause', () => {
    const batch = typed(add(silentBatch, challenge), 10_000);
    expect(heard(batch, 11_999)).toBeUndefined();
    expect(heard(typed(batch, 11_500), 12_500)).toBeUndefined();
    expect(heard(batch, 12_000)).toBe('Challenge from Lorna.');
  });

  it('people coming and going are gathered over thirty seconds, and hold nothing else back', () => {
    const joins = (name: string) => ({ kind: 'presence', words: `${name} joined`, every: 30_000 });
    const after = speak(add(silentBatch, joins('Farah')), 0).batch;
    const both = add(add(after, joins('Dean')), challenge);
    const next = speak(both, 5_000);
    expect(next.words).toBe('Challenge from Lorna.');
    expect(nextAt(next.batch)).toBe(30_000);
    expect(heard(next.batch, 30_000)).toBe('Dean joined.');
  });

  it('a person who pauses loses nothing and is not flooded on return', () => {
    const paused = add(pause(add(silentBatch, challenge), true), score);
    expect(heard(paused, 60_000)).toBeUndefined();
    expect(paused.kept).toEqual([challenge, score]);
    const back = pause(paused, false);
    expect(heard(back, 60_000)).toBeUndefined();
    expect(back.kept).toHaveLength(2);
    expect(forgetKept(back).kept).toEqual([]);
  });

  it('a person may hear decisions only, or nothing', () => {
    const decision = { kind: 'decision', words: 'Decision recorded', decision: true };
    const some = add(add(listen(silentBatch, 'decisions'), score), decision);
    expect(heard(some, 0)).toBe('Decision recorded.');
    expect(heard(listen(add(add(silentBatch, score), decision), 'decisions'), 0)).toBe('Decision recorded.');
    expect(heard(add(listen(silentBatch, 'none'), decision), 0)).toBeUndefined();
  });
});
