import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { decode, encode, type Prose, parse, proseText, updateFrom, withUpdate } from './prose.js';

/** Somebody's own copy of a field, and the update that their typing makes. */
function typist(clientId: number) {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  return {
    receives: (update: string) => Y.applyUpdate(doc, decode(update)),
    types: (at: number, text: string) => {
      const before = Y.encodeStateVector(doc);
      doc.getText('prose').insert(at, text);
      return encode(Y.encodeStateAsUpdate(doc, before));
    },
  };
}
const at = '2026-03-10T09:30:00.000Z';

describe('a field that several people write in', () => {
  it('Priya and Dean type at the same time without having seen each other: both keep every word', () => {
    const [priya, dean] = [typist(1), typist(2)];
    const first = priya.types(0, 'Mornings are calmer. ');
    const second = dean.types(0, 'Twenty-six days. ');
    const one = withUpdate(withUpdate(undefined, first, 'priya', at), second, 'dean', at);
    const other = withUpdate(withUpdate(undefined, second, 'dean', at), first, 'priya', at);
    expect(proseText(one)).toBe(proseText(other));
    expect(proseText(one)).toContain('Mornings are calmer. ');
    expect(proseText(one)).toContain('Twenty-six days. ');
    expect(one.writers).toEqual(['priya', 'dean']);
  });

  it('a long afternoon of typing is kept in a short list, word for word', () => {
    const priya = typist(1);
    let prose: Prose | undefined;
    for (let i = 0; i < 200; i++) prose = withUpdate(prose, priya.types(i, String(i % 10)), 'priya', at);
    expect(prose?.updates.length).toBeLessThan(64);
    expect(prose?.size).toBe(prose?.updates.reduce((sum, u) => sum + u.length, 0));
    expect(proseText(prose)).toBe('0123456789'.repeat(20));
  });

  it('the same update twice, after a lost connection, writes the words once', () => {
    const update = updateFrom('Quiet at night', 7);
    const twice = withUpdate(withUpdate(undefined, update, 'priya', at), update, 'priya', at);
    expect(proseText(twice)).toBe('Quiet at night');
    expect(twice.writers).toEqual(['priya']);
  });

  it('words in any writing survive the wire', () => {
    const words = 'Mama znów jest głośno — „dobrze głośno” 🐻';
    expect(proseText(withUpdate(undefined, updateFrom(words, 1), null, at))).toBe(words);
    expect(proseText(undefined)).toBe('');
  });

  it('what is no update is known for what it is', () => {
    expect(parse(updateFrom('x', 1))).not.toBeNull();
    for (const wrong of ['BwcHBwc=', '!!', '']) expect(parse(wrong)).toBeNull();
  });
});
