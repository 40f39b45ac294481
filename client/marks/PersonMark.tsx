import { type DisciplineCode, disciplineOf, type Employer } from '../../shared/disciplines.js';
import { Mark, type MarkProps, type MarkShape } from './Mark.js';

/** Whom somebody answers to decides the shape, so that it is seen at a glance. */
const shapes: Record<Employer, MarkShape> = {
  council: 'square',
  nhs: 'circle',
  commissioned: 'hexagon',
  probation: 'shield',
};

export interface PersonMarkProps {
  discipline: DisciplineCode;
  state?: MarkProps['state'];
  size?: MarkProps['size'];
  /** Needed only where no name stands beside it. */
  label?: string | undefined;
}

/** The mark of a discipline, for the pages outside the room. */
export function PersonMark({ discipline, ...rest }: PersonMarkProps) {
  const { letters, employer, colour } = disciplineOf(discipline);
  return <Mark letters={letters} shape={shapes[employer]} colour={colour} {...rest} />;
}
