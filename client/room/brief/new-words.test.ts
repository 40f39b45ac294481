import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { newWords, saysNothingNew } from './new-words.js';

const marked = (before: string, now: string) =>
  newWords(before, now)
    .map((run) => (run.isNew ? `[${run.text}]` : run.text))
    .join('');

describe('what is new since last month', () => {
  it('a reader sees the new sentence of Priya underlined and the old ones plain', () => {
    expect(
      marked(
        'Mornings are calmer. He still checks the front door.',
        'Mornings are calmer. Maya has been at school every day. He still checks the front door.',
      ),
    ).toBe('Mornings are calmer. [Maya has been at school every day. ]He still checks the front door.');
  });

  it('a reader who had nothing last month sees everything as new', () => {
    expect(newWords('', 'Six sessions of six.')).toEqual([{ text: 'Six sessions of six.', isNew: true }]);
    expect(newWords('Six sessions.', '')).toEqual([]);
  });

  it('a changed comma or capital letter is no news', () => {
    expect(saysNothingNew('Kirsty led the plan, herself.', 'kirsty led the plan herself')).toBe(true);
    expect(saysNothingNew('DASH 19', 'DASH 15')).toBe(false);
  });

  it('a sentence that is mostly new is underlined whole, one that gained a word only there', () => {
    expect(marked('Lee and Shauna came.', 'Jade and Ruby slept.')).toBe('[Jade and Ruby slept.]');
    expect(marked('Kirsty led the safety plan.', 'Kirsty herself led the safety plan.')).toBe(
      'Kirsty [herself ]led the safety plan.',
    );
  });

  it('nobody ever loses a letter: the runs put together are the text', () => {
    const text = fc
      .array(fc.constantFrom('Maya', 'came', 'home', 'and', 'slept.', '\n', '19,'), { maxLength: 40 })
      .map((w) => w.join(' '));
    fc.assert(
      fc.property(text, text, (before, now) => {
        expect(
          newWords(before, now)
            .map((run) => run.text)
            .join(''),
        ).toBe(now);
      }),
    );
  });

  it('a very long text is still compared, by sentence', () => {
    const old = 'The same few words again. '.repeat(400);
    expect(marked(old, `${old}Lena turned over.`).endsWith('[Lena turned over.]')).toBe(true);
  });
});
