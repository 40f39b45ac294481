import { describe, expect, it } from '@jest/globals';
import { discussion, farah, signs } from './testing/people.js';
import { world } from './testing/world.js';

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
});
