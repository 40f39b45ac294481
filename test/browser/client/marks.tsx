import { Mark, type MarkProps } from '../../../client/marks/Mark.js';

type Who = Pick<MarkProps, 'letters' | 'shape' | 'colour'>;

export const manager: Who = { letters: 'TM', shape: 'square', colour: 'ch' };
export const socialWork: Who = { letters: 'SW', shape: 'square', colour: 'sw' };
export const familySupport: Who = { letters: 'FS', shape: 'square', colour: 'fs' };
export const business: Who = { letters: 'BS', shape: 'square', colour: 'bs' };
export const mentalHealth: Who = { letters: 'MH', shape: 'circle', colour: 'mh' };
export const psychology: Who = { letters: 'PS', shape: 'circle', colour: 'ps' };
export const recovery: Who = { letters: 'RW', shape: 'hexagon', colour: 'rw' };
export const domesticAbuse: Who = { letters: 'DA', shape: 'hexagon', colour: 'da' };
export const officer: Who = { letters: 'DO', shape: 'shield', colour: 'do' };

export const scored: { name: string; who: Who; value: number }[] = [
  { name: 'Lorna', who: domesticAbuse, value: 3 },
  { name: 'Adaeze', who: manager, value: 4 },
  { name: 'Priya', who: socialWork, value: 5 },
  { name: 'Dean', who: recovery, value: 5 },
  { name: 'Marcus', who: officer, value: 6 },
];

export const scoresSentence = 'Lorna 3, Adaeze 4, Priya 5, Dean 5, Marcus 6. Spread 3.';

export function rulerPoints(size: 'normal' | 'large') {
  return scored.map(({ name, who, value }) => ({ key: name, value, mark: <Mark {...who} size={size} /> }));
}
