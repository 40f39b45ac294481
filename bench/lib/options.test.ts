import { describe, expect, it } from '@jest/globals';
import { readOptions } from './options.js';

const defaults = { rooms: 200, json: false, only: '' };

describe('the options of a bench', () => {
  it('a person who gives none gets the defaults, and each that they give changes one', () => {
    expect(readOptions(defaults, [])).toEqual(defaults);
    expect(readOptions(defaults, ['--rooms', '20', '--json', '--only=floor'])).toEqual({
      rooms: 20,
      json: true,
      only: 'floor',
    });
  });

  it('a person who mistypes an option is told which, and what they may write', () => {
    expect(() => readOptions(defaults, ['--room', '5'])).toThrow(/no option --room\..*--rooms/);
    expect(() => readOptions(defaults, ['rooms', '5'])).toThrow(/no option rooms/);
    expect(() => readOptions(defaults, ['--rooms', 'many'])).toThrow(/--rooms needs a number, not "many"/);
    expect(() => readOptions(defaults, ['--rooms'])).toThrow(/--rooms needs a value/);
  });
});
