import { voiceMethods } from '../../../shared/discussion/state.js';
import type { ChildSection, Minutes } from '../../../shared/minutes/minutes.js';
import { longDate } from '../../ui/format.js';
import { Section, Words } from './Section.js';

const alone = { yes: ', alone', no: ', not alone', unknown: '' } as const;

/** Each child who was discussed: their own words first, then what life is like and what it all means for them. */
export function ChildrenSections({ minutes }: { minutes: Minutes }) {
  const discussed = minutes.children.filter((child) => child.discussed);
  return (
    <>
      {discussed.map((child) => (
        <Section key={child.childId} title={child.age ? `${child.firstName}, ${child.age}` : child.firstName}>
          {child.voice.trim() && (
            <figure>
              <blockquote className="voice minutes-words measure">{child.voice.trim()}</blockquote>
              <figcaption className="small muted">{gatheredSays(child)}</figcaption>
            </figure>
          )}
          {child.notAskedBecause.trim() && (
            <p className="muted">Not asked, because: {child.notAskedBecause.trim()}</p>
          )}
          {child.life.trim() && <Words>{child.life}</Words>}
          {child.meaning.trim() && (
            <>
              <h3>What this means for {child.firstName}</h3>
              <Words>{child.meaning}</Words>
            </>
          )}
          <p className="small muted">{factsOf(child)}</p>
        </Section>
      ))}
    </>
  );
}

function gatheredSays({ firstName, method, gatheredOn }: ChildSection): string {
  const how = method && method !== 'none' ? voiceMethods[method].toLowerCase() : '';
  return [firstName, how, gatheredOn ? longDate(gatheredOn) : ''].filter(Boolean).join(', ');
}

function factsOf({ plans, lastSeenOn, seenAlone, seenBy }: ChildSection): string {
  const seen = lastSeenOn
    ? `Last seen ${longDate(lastSeenOn)}${seenBy ? ` by ${seenBy.name}` : ''}${alone[seenAlone]}.`
    : '';
  return [...plans.map((p) => `${planWords[p.type]} since ${longDate(p.since)}.`), seen]
    .filter(Boolean)
    .join(' ');
}

const planWords = {
  CIN: 'Child in need plan',
  CP: 'Child protection plan',
  PLO: 'Pre-proceedings',
  CLA: 'In our care',
  assessment: 'Assessment',
  other: 'Another plan',
} as const;
