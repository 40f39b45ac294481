import type { ReactNode, Ref } from 'react';
import './pattern.css';

/** 1 diagonals, 2 dots, 3 uprights, 4 checks, 5 lines. Given by order in the sitting; it never says risk or plan. */
export type PatternNumber = 1 | 2 | 3 | 4 | 5;

export interface PatternProps {
  number: PatternNumber;
  /** `band` lies along a top, `swatch` stands beside a name, `block` fills what it is put in. */
  shape: 'band' | 'swatch' | 'block';
}

/** The stripe that tells one family from another at the edge of sight. Never the only sign: a name is always near. */
export function Pattern({ number, shape }: PatternProps) {
  return <span className={`pattern pattern-${number} ${shape}`} aria-hidden="true" />;
}

export interface FamilyBandProps {
  /** Left out for a family that is in no sitting: a pattern is given by the order of one. */
  pattern?: PatternNumber | undefined;
  /** The family's name, as the page's h1. */
  name: ReactNode;
  /** For moving focus to the heading when the room moves to another family. */
  headingRef?: Ref<HTMLHeadingElement> | undefined;
  /** At the right: a tag or a fact. */
  aside?: ReactNode;
  /** People, tabs. */
  children?: ReactNode;
}

/** The head of every sheet and page about one family. */
export function FamilyBand({ pattern, name, headingRef, aside, children }: FamilyBandProps) {
  return (
    <section className="family-band" aria-label="This family">
      {pattern && <Pattern number={pattern} shape="band" />}
      <div className="family-band-inside">
        <div className="family-band-row">
          <h1 ref={headingRef} tabIndex={headingRef ? -1 : undefined}>
            {name}
          </h1>
          {aside}
        </div>
        {children}
      </div>
    </section>
  );
}

export interface PersonOnLine {
  key: string;
  name: string;
  /** Stands right after the name: "13", "5 months". */
  age?: string | undefined;
  /** After a comma: "their mum". */
  who?: string | undefined;
}

/** The people of a family on one line: names strong, what they are beside them. */
export function PeopleLine({ people }: { people: readonly PersonOnLine[] }) {
  return (
    <p className="people-line">
      {people.map((person) => (
        <span key={person.key}>
          <b>{person.name}</b>
          {person.age && ` ${person.age}`}
          {person.who && `, ${person.who}`}
        </span>
      ))}
    </p>
  );
}
