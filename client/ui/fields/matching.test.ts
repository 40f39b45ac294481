import { describe, expect, it } from '@jest/globals';
import { matching } from './matching.js';

const people = [
  { label: 'Priya Shah', detail: 'Social worker' },
  { label: 'Inês Ferreira', detail: 'Psychologist' },
  { label: 'Dean Marlow', detail: 'Recovery worker' },
  { label: 'Wendy Sorrell', detail: 'Family support' },
];
const names = (typed: string) => matching(people, typed).map((person) => person.label.split(' ')[0]);

describe('finding a person by typing', () => {
  it('a chair finds someone by the start of either name', () => {
    expect(names('pri')).toEqual(['Priya']);
    expect(names('marl')).toEqual(['Dean']);
    expect(names('sha pri')).toEqual(['Priya']);
  });

  it('a chair without an accent on the keyboard still finds Inês', () => {
    expect(names('ines')).toEqual(['Inês']);
    expect(names('INÊ')).toEqual(['Inês']);
  });

  it('a name comes before a role that begins the same way', () => {
    expect(names('so')).toEqual(['Wendy', 'Priya']);
    expect(names('w')).toEqual(['Wendy', 'Priya', 'Dean']);
  });

  it('nothing typed shows everybody, and a stranger shows nobody', () => {
    expect(names('  ')).toHaveLength(4);
    expect(names('zo')).toEqual([]);
    expect(names('iya')).toEqual([]);
  });
});
