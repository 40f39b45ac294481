import { type DisciplineCode, disciplineOf, type Employer } from '../../shared/disciplines.js';
import { Mark, type MarkProps, MarkRow, type MarkShape } from './Mark.js';

/** Who employs somebody decides the shape, so that it is seen whom they answer to. */
const shapes: Record<Employer, MarkShape> = {
  council: 'square',
  nhs: 'circle',
  commissioned: 'hexagon',
  probation: 'shield',
};

interface Props {
  discipline: DisciplineCode;
  size?: MarkProps['size'];
  state?: MarkProps['state'];
  label?: string | undefined;
}

function markOf(code: DisciplineCode): Pick<MarkProps, 'letters' | 'shape' | 'colour'> {
  const { letters, employer, colour } = disciplineOf(code);
  return { letters, shape: shapes[employer], colour };
}

/** The mark of somebody's discipline. A name stands beside it, or it is given a label. */
export function PersonMark({ discipline, ...rest }: Props) {
  return <Mark {...markOf(discipline)} {...rest} />;
}

/** Several people as a row of marks, told in one sentence. */
export function PeopleMarks({
  sentence,
  people,
}: {
  sentence: string;
  people: readonly { personId: string; discipline: DisciplineCode }[];
}) {
  return (
    <MarkRow
      sentence={sentence}
      marks={people.map((person) => ({ key: person.personId, ...markOf(person.discipline) }))}
    />
  );
}
