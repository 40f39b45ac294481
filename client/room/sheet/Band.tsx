import type { ReactNode, Ref } from 'react';
import { ageInWords } from '../../../shared/schedule/in-words.js';
import { FamilyBand, type PatternNumber, PeopleLine } from '../../marks/Pattern.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { useDiscussion } from '../in-discussion.js';
import { planLines } from '../people/plan-lines.js';
import './band.css';

interface Props {
  pattern: number;
  headingRef?: Ref<HTMLHeadingElement> | undefined;
  /** In place of the plans, at the right. */
  aside?: ReactNode;
  /** Only the name, where the sheet needs the room. */
  short?: boolean | undefined;
}

/** Who the family is: their pattern, their name, the children first, then the adults, and the plans. */
export function Band({ pattern, headingRef, aside, short }: Props) {
  const { state, today } = useDiscussion();
  const people = [
    ...state.children.map((child) => ({
      key: child.childId,
      name: child.firstName,
      age: ageInWords(child, today),
    })),
    ...state.adults.map((adult) => ({
      key: adult.adultId,
      name: adult.name.split(' ')[0] ?? adult.name,
      who: adult.relation,
    })),
  ];
  const plans = planLines(state.children);
  return (
    <FamilyBand
      pattern={pattern as PatternNumber}
      name={state.familyName}
      headingRef={headingRef}
      aside={
        aside || (
          <span className="band-plans only-wide">
            {plans.map((plan) => (
              <Tag key={plan.key}>
                <abbr title={plan.full}>{plan.short.split(' since ')[0]}</abbr> since{' '}
                {plan.short.split(' since ')[1]}
                {plan.whose.length > 0 && `, ${plan.whose.join(', ')}`}
              </Tag>
            ))}
          </span>
        )
      }
    >
      {!short && <PeopleLine people={people} />}
    </FamilyBand>
  );
}
