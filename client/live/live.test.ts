import { describe, expect, it } from '@jest/globals';
import { proseText } from '../../shared/live/prose.js';
import { refusal } from '../../shared/refusals.js';
import { askEvery } from './live.js';
import type { Outbox } from './outbox/outbox.js';
import { adaeze, dean, discussion, farah, signs, writing } from './testing/people.js';
import { world } from './testing/world.js';

describe('the live engine', () => {
  it('what one person writes another sees, and the screen says when it was saved', async () => {
    const { time, opens } = world();
    const [f, d] = [opens(farah), opens(dean)];
    await time.pass(100);
    void f.writes('Six good weeks.');
    expect(f.view().waiting).toBe(1);
    await time.pass(100);
    expect(proseText(d.view().state.prose['review/mental-health'])).toBe('Six good weeks.');
    expect(f.live.connection).toMatchObject({
      state: 'saved',
      waiting: 0,
      savedAt: '2026-03-10T09:30:02.000Z',
    });
    expect(f.drawer.waiting).toEqual([]);
  });

  it('a writer is told only after a moment that saving takes time', async () => {
    const { time, opens, isLate } = world();
    const f = opens(farah);
    await time.pass(100);
    isLate(() => 1_000);
    void f.writes('Slow.');
    await time.pass(300);
    expect(f.live.connection.state).toBe('saved');
    await time.pass(300);
    expect(f.live.connection.state).toBe('saving');
    await time.pass(3_000);
    expect(f.live.connection.state).toBe('saved');
  });

  it('a writer who loses the connection goes on, and everything is sent once when it is back', async () => {
    const { time, opens, server, state } = world();
    const f = opens(farah);
    await time.pass(100);
    f.line.cut();
    for (let n = 0; n < 200; n++) void f.writes(`${n} `, n % 2 ? 'wrong-about' : 'review/mental-health');
    await time.pass(0);
    expect(f.live.connection).toMatchObject({ state: 'offline', waiting: 200, safe: 200 });
    f.line.restore();
    await time.pass(1_000);
    expect(f.live.connection).toMatchObject({ state: 'saved', waiting: 0, back: { sent: 200 } });
    expect(server.log(discussion).entries).toHaveLength(201);
    expect(f.view().state).toEqual(state());
    await time.pass(6_000);
    expect(f.live.connection.back).toBeNull();
  });

  it('an answer lost on the way does not double anything', async () => {
    const { time, opens, server, isLate } = world();
    const f = opens(farah);
    await time.pass(100);
    isLate(() => 50);
    void f.writes('Once.');
    await time.pass(60);
    expect(server.log(discussion).entries).toHaveLength(2);
    f.line.cut();
    await time.pass(10);
    f.line.restore();
    await time.pass(1_000);
    expect(server.log(discussion).entries).toHaveLength(2);
    expect(f.live.connection.waiting).toBe(0);
    expect(f.drawer.waiting).toEqual([]);
  });

  it('a writer whose page died finds their words in the field and has them sent', async () => {
    const { time, opens, state } = world();
    const first = opens(farah);
    await time.pass(100);
    first.line.cut();
    void first.writes('Written in the lift.');
    await time.pass(0);
    const again = opens(farah, first.drawer);
    await time.pass(1_000);
    expect(proseText(state().prose['review/mental-health'])).toBe('Written in the lift.');
    expect(again.live.connection).toMatchObject({ waiting: 0, back: { sent: 1 } });
    expect(first.drawer.waiting).toEqual([]);
  });

  it('words that come after the minutes were signed are kept, and can be raised as an addendum', async () => {
    const { time, opens, server, state } = world();
    const f = opens(farah);
    await time.pass(100);
    f.line.cut();
    void f.writes('Agnieszka asked that Filip ');
    void f.writes('is told by both of them.', 'wrong-about');
    signs(server);
    await time.pass(0);
    f.line.restore();
    await time.pass(1_000);
    const { connection } = f.live;
    expect(connection.state).toBe('not-accepted');
    expect(connection.kept.map((k) => [k.words, k.refusal.code])).toEqual([
      ['Agnieszka asked that Filip', 'signed'],
      ['is told by both of them.', 'signed'],
    ]);
    expect(proseText(f.view().state.prose['review/mental-health'])).toBe('');
    expect(f.view().refusedIn).toEqual({ 'review/mental-health': 1, 'wrong-about': 1 });
    const raising = f.live.raiseAsAddendum(
      discussion,
      connection.kept[0]!.changeIds,
      connection.kept[0]!.words,
    );
    await time.pass(1_000);
    expect(await raising).toBeNull();
    expect(state().addenda.map((a) => a.text)).toEqual(['Agnieszka asked that Filip']);
    await f.live.discard(f.live.connection.kept[0]!.changeIds);
    expect(f.live.connection.state).toBe('saved');
    expect(f.drawer.kept).toEqual([]);
  });

  it('somebody who is refused at once is told so, and nothing waits', async () => {
    const { time, opens } = world();
    const d = opens(dean);
    await time.pass(100);
    const outcome = await d.live.change(discussion, 'decision.set', { type: 'continue' });
    expect(outcome).toMatchObject({ refusal: { code: 'pen-only' } });
    expect(d.live.connection).toMatchObject({ waiting: 0, state: 'saved' });
  });

  it('a server that cannot save just now is asked again until it can', async () => {
    const { time, opens, server, state } = world();
    const f = opens(farah);
    await time.pass(100);
    server.refusing = refusal('cannot-save');
    void f.writes('Disk full.');
    await time.pass(5_000);
    expect(f.live.connection).toMatchObject({ waiting: 1, state: 'saving' });
    server.refusing = null;
    await time.pass(20_000);
    expect(proseText(state().prose['review/mental-health'])).toBe('Disk full.');
    expect(f.live.connection.kept).toEqual([]);
  });

  it('an act that may not wait is not put by, but refused while offline', async () => {
    const { time, opens } = world();
    const a = opens(adaeze);
    await time.pass(100);
    a.line.cut();
    const outcome = await a.live.change(discussion, 'scale.reveal', {});
    expect(outcome).toMatchObject({ refusal: {} });
    expect(a.live.connection.waiting).toBe(0);
    expect(a.drawer.waiting).toEqual([]);
  });

  it('news that never came is found within ten seconds', async () => {
    const { time, opens, server, state } = world();
    const f = opens(farah);
    await time.pass(100);
    const news = f.line.news;
    f.line.news = () => undefined;
    server.record(discussion, 'prose.edit', writing('Unheard.', 'review/recovery'), dean.personId);
    await time.pass(100);
    f.line.news = news;
    expect(f.view().seq).toBe(1);
    await time.pass(askEvery);
    expect(f.view().state).toEqual(state());
  });

  it('somebody who loses the family keeps their own unsent words, and nothing else of it', async () => {
    const { time, opens, server } = world();
    let may = true;
    const f = opens(farah, undefined, () => may);
    server.record(discussion, 'prose.edit', writing('Dean’s secret.', 'review/recovery'), dean.personId);
    await time.pass(100);
    f.line.cut();
    void f.writes('My own words.');
    may = false;
    f.line.restore();
    await time.pass(1_000);
    expect(f.view().status).toBe('gone');
    expect(JSON.stringify(f.view())).not.toContain('Kaczmarek');
    expect(f.view().state.prose).toEqual({});
    expect(f.live.connection.kept.map((k) => k.words)).toEqual(['My own words.']);
  });

  it('who is writing where is forgotten ten seconds after their last sign', async () => {
    const { time, opens } = world();
    const f = opens(farah);
    await time.pass(100);
    f.line.hears?.presence({ logId: discussion, personId: dean.personId, field: 'review/recovery' });
    expect(f.view().writing).toEqual({ 'review/recovery': [dean.personId] });
    await time.pass(9_000);
    f.line.hears?.presence({ logId: discussion, personId: dean.personId, field: 'review/recovery' });
    await time.pass(9_999);
    expect(f.view().writing).not.toEqual({});
    await time.pass(1);
    expect(f.view().writing).toEqual({});
  });

  it('a sign-in that ended stops nothing being written, and the words go after signing in again', async () => {
    const { time, opens, state } = world();
    const f = opens(farah);
    await time.pass(100);
    f.line.cut();
    f.line.hears?.signedOut();
    void f.writes('Written while signed out.');
    await time.pass(100);
    expect(f.live.connection).toMatchObject({ signedOut: true, waiting: 1 });
    f.live.stop();
    const again = opens(farah, f.drawer);
    await time.pass(1_000);
    expect(again.live.connection.waiting).toBe(0);
    expect(proseText(state().prose['review/mental-health'])).toBe('Written while signed out.');
  });
});

describe('words that an end catches on their way', () => {
  it('a writer whose sign-in ends while words are on their way has nothing refused: they go after signing in again', async () => {
    const { time, opens, server, state } = world();
    const f = opens(farah);
    await time.pass(100);
    server.refusing = refusal('signed-out');
    void f.writes('Said as the day ended.');
    await time.pass(1_000);
    expect(f.live.connection).toMatchObject({ signedOut: true, waiting: 1, kept: [] });
    expect(f.drawer.waiting).toHaveLength(1);
    f.live.stop();
    server.refusing = null;
    const again = opens(farah, f.drawer);
    await time.pass(1_000);
    expect(again.live.connection).toMatchObject({ waiting: 0, kept: [] });
    expect(proseText(state().prose['review/mental-health'])).toBe('Said as the day ended.');
  });

  it('a writer who is signed out in the middle of a word finds that word on their device', async () => {
    const { time, opens, state } = world();
    const f = opens(farah);
    await time.pass(100);
    // What a field does with letters that it still gathers.
    f.live.lastWords.add(() => void f.writes('in the middle of a w'));
    f.line.cut();
    f.live.stop();
    expect(f.drawer.waiting).toHaveLength(1);
    opens(farah, f.drawer);
    await time.pass(1_000);
    expect(proseText(state().prose['review/mental-health'])).toBe('in the middle of a w');
  });

  it('refused words that this browser could not store stay in view when another window has kept something', async () => {
    const { time, opens, server } = world();
    const f = opens(farah);
    await time.pass(100);
    const drawer = f.live as unknown as { outbox: Outbox };
    drawer.outbox.keep = () => Promise.reject(new Error('the disk is full'));
    f.line.cut();
    void f.writes('Nowhere but here.');
    signs(server);
    f.line.restore();
    await time.pass(1_000);
    f.drawer.waiting.length = 0;
    await f.live.reloadKept();
    expect(f.live.connection.kept.map((k) => k.words)).toEqual(['Nowhere but here.']);
  });

  it('a writer in Punjabi comes back from a week’s writing offline in messages that the server can take', async () => {
    const { time, opens, state } = world();
    const f = opens(farah);
    await time.pass(100);
    f.line.cut();
    const long = 'ਬੱਚੇ ਸੁਰੱਖਿਅਤ ਹਨ। '.repeat(200);
    for (let n = 1; n <= 20; n++)
      void f.live.change(discussion, 'challenge.raise', {
        challengeId: `challenge-${n}`,
        about: 'risk',
        quote: '',
        text: long,
      });
    f.line.restore();
    await time.pass(5_000);
    expect(state().challenges).toHaveLength(20);
    const bytes = f.line.sent
      .filter(({ name }) => name === 'changes')
      .map(({ message }) => Buffer.byteLength(JSON.stringify(message)));
    expect(Math.max(...bytes)).toBeLessThan(64_000);
  });
});

describe('several people on a bad network', () => {
  // Pinned: seeds that once failed stay here for ever.
  it.each([1, 2, 3, 7, 11, 42, 1031])(
    'all end with the same words, each change once (seed %i)',
    async (seed) => {
      const { time, opens, server, isLate, state } = world(seed);
      isLate(() => Math.floor(time.chance() * 400));
      const people = [opens(farah), opens(dean), opens(adaeze)];
      const fields = ['review/mental-health', 'review/recovery', 'wrong-about'];
      let made = 0;
      for (let n = 0; n < 120; n++) {
        const who = people[Math.floor(time.chance() * people.length)]!;
        const dice = time.chance();
        if (dice < 0.12) who.line.cut();
        else if (dice < 0.3) who.line.restore();
        else {
          const field = who === people[2] ? 'wrong-about' : fields[people.indexOf(who)]!;
          void who.writes(`${n};`, time.chance() < 0.5 ? field : 'wrong-about');
          made += 1;
        }
        await time.pass(Math.floor(time.chance() * 300));
      }
      for (const who of people) who.line.restore();
      await time.pass(60_000);
      const { entries } = server.log(discussion);
      expect(new Set(entries.map((e) => e.id)).size).toBe(entries.length);
      const kept = people.flatMap((p) => p.drawer.kept);
      expect(entries.length - 1 + kept.length).toBe(made);
      for (const who of people) {
        expect(who.view().state).toEqual(state());
        expect(who.live.connection.waiting).toBe(0);
        expect(who.drawer.waiting).toEqual([]);
      }
    },
  );
});
