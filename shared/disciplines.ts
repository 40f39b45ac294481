/** The disciplines as data: to add one, add one line here. Letters, shapes and who employs follow the design language. */
export const disciplines = [
  {
    code: 'social-work',
    label: 'Social work',
    person: 'Social worker',
    letters: 'SW',
    employer: 'council',
    specialist: false,
    reviews: true,
    colour: 'sw',
  },
  {
    code: 'family-support',
    label: 'Family support',
    person: 'Family support worker',
    letters: 'FS',
    employer: 'council',
    specialist: false,
    reviews: true,
    colour: 'fs',
  },
  {
    code: 'mental-health',
    label: 'Mental health',
    person: 'Mental health practitioner',
    letters: 'MH',
    employer: 'nhs',
    specialist: true,
    reviews: true,
    colour: 'mh',
  },
  {
    code: 'recovery',
    label: 'Recovery',
    person: 'Recovery worker',
    letters: 'RW',
    employer: 'commissioned',
    specialist: true,
    reviews: true,
    colour: 'rw',
  },
  {
    code: 'domestic-abuse',
    label: 'Domestic abuse',
    person: 'Domestic abuse practitioner',
    letters: 'DA',
    employer: 'commissioned',
    specialist: true,
    reviews: true,
    colour: 'da',
  },
  {
    code: 'domestic-abuse-officer',
    label: 'Probation',
    person: 'Domestic abuse officer',
    letters: 'DO',
    employer: 'probation',
    specialist: true,
    reviews: true,
    colour: 'do',
  },
  {
    code: 'psychology',
    label: 'Psychology',
    person: 'Psychologist',
    letters: 'PS',
    employer: 'nhs',
    specialist: true,
    reviews: true,
    colour: 'ps',
  },
  {
    code: 'childrens-mental-health',
    label: 'Children’s mental health',
    person: 'Children’s mental health practitioner',
    letters: 'CM',
    employer: 'nhs',
    specialist: true,
    reviews: true,
    colour: 'mh',
  },
  {
    code: 'education',
    label: 'Education',
    person: 'Education worker',
    letters: 'ED',
    employer: 'council',
    specialist: false,
    reviews: true,
    colour: 'fs',
  },
  {
    code: 'health-visiting',
    label: 'Health visiting',
    person: 'Health visitor',
    letters: 'HV',
    employer: 'nhs',
    specialist: false,
    reviews: true,
    colour: 'ps',
  },
  {
    code: 'management',
    label: 'Team management',
    person: 'Team manager',
    letters: 'TM',
    employer: 'council',
    specialist: false,
    reviews: false,
    colour: 'ch',
  },
  {
    code: 'business-support',
    label: 'Business support',
    person: 'Business support officer',
    letters: 'BS',
    employer: 'council',
    specialist: false,
    reviews: false,
    colour: 'bs',
  },
] as const satisfies readonly DisciplineFacts[];

/** Who employs a person decides the shape of their mark: square, circle, hexagon, shield. */
export type Employer = 'council' | 'nhs' | 'commissioned' | 'probation';

interface DisciplineFacts {
  code: string;
  /** What the discipline is called in a list of disciplines. */
  label: string;
  /** What one person of it is called. */
  person: string;
  letters: string;
  employer: Employer;
  /** An adult specialist: counts towards the quorum (practice: at least one attends, two when three or more are allocated). */
  specialist: boolean;
  /** Writes a monthly review of its own. */
  reviews: boolean;
  /** The colour token `--d-…` of its mark. */
  colour: string;
}

export type DisciplineCode = (typeof disciplines)[number]['code'];
export type Discipline = DisciplineFacts & { code: DisciplineCode };

export const disciplineCodes = disciplines.map((d) => d.code) as [DisciplineCode, ...DisciplineCode[]];

/** The facts of a discipline by its code. */
export function disciplineOf(code: DisciplineCode): Discipline {
  const found = disciplines.find((d) => d.code === code);
  if (!found) throw new Error(`There is no discipline ${code}`);
  return found;
}

/**
 * Whether somebody of this discipline may work with a family in that one: their own. A manager who also holds a family
 * does so as its social worker (practice 2.3).
 */
export function mayWorkAs(own: DisciplineCode, as: DisciplineCode): boolean {
  return own === as || (own === 'management' && as === 'social-work');
}
