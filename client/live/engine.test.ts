import { describe, expect, it } from '@jest/globals';
import { discussionLog } from '../../shared/discussion/log.js';
import { proseText } from '../../shared/live/prose.js';
import { Engine } from './engine.js';
import { changeOf, dean, discussion, farah, opens, signs, writing } from './testing/people.js';
import { SmallServer } from './testing/small-server.js';

const at = '2026-03-10T09:30:00.000Z';

function room() {
  const server = new SmallServer({ now: () => 0, later: () => () => undefined, delay: () => 0 });
  opens(server);
  const engine = new Engine(discussionLog);
  engine.becomes(farah);
  const entries = () => server.log(discussion).entries;
  engine.take(entries());
  return { server, engine, entries };
}

describe('one log on one device', () => {
  it('a writer sees their words at once, and the confirmed state without them until the server has them', () => {
    const { engine } = room();
    engine.add(changeOf('prose.edit', writing('Six good weeks.')), at);
    expect(proseText(engine.state.prose['review/mental-health'])).toBe('Six good weeks.');
    expect(engine.confirmed.prose).toEqual({});
  });

  it('a change that comes back from the server is there once, not twice', () => {
    const { server, engine, entries } = room();
    const raised = changeOf('challenge.raise', {
      challengeId: '11111111-1111-4111-8111-111111111111',
      about: 'evidence',
      quote: '',
      text: 'Six weeks is short.',
    });
    engine.add(raised, at);
    expect(engine.state.challenges).toHaveLength(1);
    const entry = server.change(discussion, raised, farah);
    if ('code' in entry) throw new Error(entry.says);
    engine.acknowledge(entry);
    engine.take(entries());
    engine.take(entries());
    expect(engine.state.challenges).toHaveLength(1);
    expect(engine.pending).toHaveLength(0);
    expect(engine.state).toEqual(server.log(discussion).state);
  });

  it('entries that come out of order, twice, or before those they follow, end in the same state', () => {
    const { server, engine, entries } = room();
    for (const word of ['one', 'two', 'three']) {
      server.change(discussion, changeOf('prose.edit', writing(word, 'wrong-about')), dean);
    }
    const [, one, two, three] = entries();
    expect(engine.take([three!])).toEqual({ confirmed: [], gap: true });
    expect(engine.seq).toBe(1);
    engine.take([two!, two!]);
    expect(engine.take([one!]).gap).toBe(false);
    expect(engine.seq).toBe(4);
    expect(engine.state).toEqual(server.log(discussion).state);
  });

  it('an answer that overtakes others’ entries waits for them, and the words stay in view meanwhile', () => {
    const { server, engine, entries } = room();
    const mine = changeOf('prose.edit', writing('Mine.'));
    engine.add(mine, at);
    server.change(discussion, changeOf('prose.edit', writing('Dean’s.', 'review/recovery')), dean);
    const entry = server.change(discussion, mine, farah);
    if ('code' in entry) throw new Error(entry.says);
    expect(engine.acknowledge(entry)).toEqual({ confirmed: [], gap: true });
    expect(proseText(engine.state.prose['review/mental-health'])).toBe('Mine.');
    expect(engine.take(entries()).confirmed).toEqual([entry]);
    expect(engine.state).toEqual(server.log(discussion).state);
  });

  it('a whole state takes the place of entries, and an older one is passed over', () => {
    const { server, engine, entries } = room();
    const mine = changeOf('prose.edit', writing('Mine.'));
    engine.add(mine, at);
    const entry = server.change(discussion, mine, farah);
    if ('code' in entry) throw new Error(entry.says);
    const { state } = server.log(discussion);
    engine.acknowledge({ ...entry, seq: 2 });
    engine.restart(state as typeof engine.confirmed, entries().length);
    engine.restart(discussionLog.empty, 1);
    expect(engine.seq).toBe(2);
    expect(engine.pending).toHaveLength(0);
    expect(engine.state).toEqual(state);
  });

  it('words written when the minutes had been signed are still pending, though they no longer show', () => {
    const { server, engine, entries } = room();
    const late = changeOf('prose.edit', writing('Too late.'));
    engine.add(late, at);
    signs(server);
    engine.take(entries());
    expect(proseText(engine.state.prose['review/mental-health'])).toBe('');
    expect(engine.pending.map((p) => p.id)).toEqual([late.id]);
  });

  it('a chair cannot sign what they have not read to the end', () => {
    const { engine } = room();
    const verdict = engine.judge(changeOf('minutes.sign', { readSeq: engine.seq - 1 }));
    expect(verdict).toMatchObject({ refusal: { code: 'moved-on' } });
  });
});
