import { describe, expect, it } from '@jest/globals';
import type { Live } from './live.js';
import type { Outbox } from './outbox/outbox.js';
import { dean, discussion, farah, signs } from './testing/people.js';
import { world } from './testing/world.js';
import { wordsIn } from './words.js';

const keptBy = (live: Live) => live.connection.kept.map((k) => k.words);

describe('words that the signing overtakes', () => {
  it('a protected note and whatever else some may not read are never offered to everybody', async () => {
    const { time, opens, server } = world();
    const f = opens(farah);
    await time.pass(100);
    f.line.cut();
    const does = (kind: string, payload: object) => void f.live.change(discussion, kind, payload);
    const mine = { ownerId: farah.personId };
    does('note.protect', {
      noteId: 'a',
      discipline: 'mental-health',
      text: 'She is afraid of him.',
      audience: [],
    });
    does('step.set', { stepId: 'b', text: 'Meet her alone.', ...mine });
    does('step.set', { stepId: 'b', protected: true, ...mine });
    does('scale.score', { score: 3, reason: 'He has a key.' });
    does('challenge.raise', { challengeId: 'c', about: 'risk', quote: '', text: 'Who holds the keys?' });
    f.writes('Six good weeks.');
    signs(server);
    f.line.restore();
    await time.pass(1_000);
    const walled = f.live.connection.kept.map((k) => [k.words, k.refusal.code, k.walled]);
    expect(walled).toEqual([
      ['She is afraid of him.', 'signed', true],
      ['Meet her alone.', 'signed', true],
      ['', 'signed', true],
      ['He has a key.', 'signed', true],
      ['Who holds the keys?', 'signed', false],
      ['Six good weeks.', 'signed', false],
    ]);
  });

  it('somebody still typing a next step finds all they typed kept, once, although this device itself refused it', async () => {
    const { time, opens, server } = world();
    const f = opens(farah);
    signs(server);
    await time.pass(100);
    const types = (text: string) => f.live.change(discussion, 'step.set', { stepId: 'a', text });
    await types('Meet her');
    await types('Meet her alone on Tuesday.');
    await f.live.change(discussion, 'step.set', { stepId: 'a', evidence: 'She says so.' });
    await f.live.change(discussion, 'child.now', { childId: 'b', notAskedBecause: 'He was asleep.' });
    await time.pass(0);
    const all = ['Meet her alone on Tuesday.', 'She says so.', 'He was asleep.'];
    expect(keptBy(f.live)).toEqual(all);
    expect(f.drawer.kept.map((k) => k.words)).toEqual(all);
  });

  it('different answers are all kept', async () => {
    const { time, opens, server } = world();
    const d = opens(dean);
    signs(server);
    await time.pass(100);
    const answers = (challengeId: string, text: string) =>
      d.live.change(discussion, 'challenge.answer', { challengeId, text });
    await answers('a', 'Yes.');
    await answers('b', 'Yes. And the school says so.');
    await answers('b', 'No.');
    expect(keptBy(d.live)).toEqual(['Yes.', 'Yes. And the school says so.', 'No.']);
  });

  it('words that their form still shows are not kept a second time, until no form can show them any more', async () => {
    const { time, opens, server } = world();
    const f = opens(farah);
    await time.pass(100);
    const answer = { challengeId: 'not-there', text: 'The nursery.' };
    const early = await f.live.change(discussion, 'challenge.answer', answer, true);
    expect(early).toEqual({ refusal: expect.objectContaining({ code: 'no-such-challenge' }) });
    expect(keptBy(f.live)).toEqual([]);
    signs(server);
    await time.pass(100);
    const late = await f.live.change(discussion, 'challenge.answer', answer, true);
    expect(late).toEqual({ refusal: expect.objectContaining({ code: 'signed' }), kept: true });
    expect(keptBy(f.live)).toEqual(['The nursery.']);
  });

  it('words in a form that can never be handed in any more are kept, those in an open one only once it is closed', async () => {
    const { time, opens, server } = world();
    const f = opens(farah);
    const types = (key: string, kind: string, form: object) => {
      f.live.forms.set(key, { logId: discussion, kind, form });
      f.live.forms.opens(key);
    };
    types('reason', 'scale.score', { reason: 'He has a key.' });
    types('note', 'note.protect', {
      discipline: 'mental-health',
      text: 'She is afraid of him.',
      audience: [],
    });
    types('addendum', 'addendum.add', { text: 'The nursery rang.' });
    types('answer', 'challenge.answer', { text: '' });
    f.live.forms.closes('reason');
    f.live.forms.closes('addendum');
    signs(server);
    await time.pass(100);
    f.live.keepForms(discussion);
    expect(keptBy(f.live)).toEqual(['He has a key.']);
    f.live.forms.closes('note');
    f.live.keepForms(discussion);
    expect(f.live.connection.kept.map((k) => [k.words, k.says, k.walled])).toEqual([
      ['He has a key.', 'gave a score', true],
      ['She is afraid of him.', 'wrote a protected note in mental health', true],
    ]);
    expect(f.live.forms.written).toBe(1);
  });

  it('what somebody wants to change is among the words of a review', () => {
    const stages = [{ adultId: 'a', issue: 'Drinking', stage: 'action' }];
    expect(wordsIn({ payload: { discipline: 'recovery', stages } })).toBe('Drinking');
  });
});

describe('words that are in one window only', () => {
  it('somebody’s refused words are known to be nowhere else when the device would not store them', async () => {
    const { time, opens, server } = world();
    const f = opens(farah);
    await time.pass(100);
    const { outbox } = f.live as unknown as { outbox: Outbox };
    outbox.keep = () => Promise.reject(new Error('the disk is full'));
    f.line.cut();
    f.writes('Nowhere but here.');
    await time.pass(0);
    expect(f.live.connection).toMatchObject({ waiting: 1, alone: false });
    signs(server);
    f.line.restore();
    await time.pass(1_000);
    expect(f.live.connection).toMatchObject({ waiting: 0, alone: true });
    await f.live.discard(f.live.connection.kept[0]!.changeIds);
    expect(f.live.connection.alone).toBe(false);
  });

  it('somebody whose sign-in ended finds them again, and they are sent only when that person is back', async () => {
    const { time, opens, server } = world();
    const f = opens(farah);
    await time.pass(100);
    const challenge = { about: 'risk', text: 'Who holds the keys?' };
    f.live.forms.set('a challenge', { logId: discussion, kind: 'challenge.raise', form: challenge });
    f.live.lastWords.add(() => void f.writes('in the middle of a w'));
    f.live.sayLastWords();
    f.live.lastWords.clear();
    f.live.rest();
    await time.pass(30_000);
    expect(server.log(discussion).entries).toHaveLength(1);
    expect(f.live.connection.waiting).toBe(1);
    f.live.resume();
    await time.pass(1_000);
    expect(server.log(discussion).entries).toHaveLength(2);
    expect(f.live.forms.get('a challenge')).toBe(challenge);
    expect(f.live.forms.written).toBe(1);
  });

  it('the next person has forms of their own', () => {
    const { opens } = world();
    const [f, d] = [opens(farah), opens(dean)];
    f.live.forms.set('a reason', {
      logId: discussion,
      kind: 'scale.score',
      form: { reason: 'He has a key.' },
    });
    expect(d.live.forms.get('a reason')).toBeUndefined();
    expect([f.live.forms.written, d.live.forms.written]).toEqual([1, 0]);
  });

  it('somebody who signs out and deletes loses what they were asked about, and nothing that another window still sends', async () => {
    const { time, opens } = world();
    const f = opens(farah);
    await time.pass(100);
    f.line.cut();
    f.writes('In this window.');
    await time.pass(0);
    const elsewhere = { ...f.drawer.waiting[0]!, change: { id: 'elsewhere', kind: 'note', payload: {} } };
    f.drawer.waiting.push(elsewhere);
    f.live.lastWords.add(() => void f.writes('in the middle of a w'));
    await f.live.forgetAll();
    expect(f.drawer).toEqual({ waiting: [elsewhere], kept: [] });
  });
});
