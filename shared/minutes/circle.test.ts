import { describe, expect, it } from '@jest/globals';
import { mentions, namesOf } from './circle.js';

describe('whether somebody is named', () => {
  it('Daniel Osei is, by either name, by both, in the genitive, in any case and without accents', () => {
    const names = namesOf('Daniel Osei');
    for (const text of ['Daniel came', 'told Mr Osei', 'DANIEL’S sister', 'with daniel.', '(Osei)'])
      expect(mentions(text, names)).toBe(true);
    expect(mentions('Ines wrote', namesOf('Inês Carvalho'))).toBe(true);
  });

  it('Sean O’Brien is by every mark that stands for an apostrophe, on either side, and by none', () => {
    for (const name of ["Sean O'Brien", 'Sean O’Brien', 'Sean OʼBrien'])
      for (const text of [
        'O’Brien',
        "O'Brien",
        'OʼBrien',
        'O‘Brien',
        'O`Brien',
        'O´Brien',
        'OBrien',
        "O'Brien's",
      ])
        expect([name, text, mentions(`Mr ${text} has been charged.`, namesOf(name))]).toEqual([
          name,
          text,
          true,
        ]);
  });

  it('Kim Osei-Brooks is by either half of the name, and by the whole with any hyphen', () => {
    for (const text of ['Mr Osei was seen', 'Mr Brooks was seen', 'Osei‑Brooks', 'osei-brooks', 'Kim'])
      expect(mentions(text, namesOf('Kim Osei-Brooks'))).toBe(true);
    expect(mentions('Mick came', namesOf("Michael 'Mick' Shaw"))).toBe(true);
    expect(mentions('Kimberley came', namesOf('Kim (Kimberley) Shaw'))).toBe(true);
  });

  it('he is not where his name is only part of another word', () => {
    expect(mentions('Danielle came to Oseira', namesOf('Daniel Osei'))).toBe(false);
    expect(mentions('nobody came', [])).toBe(false);
  });

  it('Will and Grace are with a capital, and everyday words without', () => {
    expect(mentions('Will came', namesOf('Will Shaw'))).toBe(true);
    expect(mentions('she will come', namesOf('Will Shaw'))).toBe(false);
    expect(mentions('with grace', namesOf('Grace'))).toBe(false);
  });
});
