import { voiceMethods } from '../../../../shared/discussion/state.js';
import type { ChildSection, Minutes } from '../../../../shared/minutes/minutes.js';
import { longDate } from '../../../ui/format.js';
import { planNames } from '../../people/plan-lines.js';
import { Words } from './MinutesDecision.js';

/** Each child who was discussed, with everything that goes on their file. */
export function MinutesChildren({ minutes }: { minutes: Minutes }) {
  return (
    <section>
      <h2>The children</h2>
      {minutes.children
        .filter((child) => child.discussed)
        .map((child) => (
          <Child key={child.childId} child={child} />
        ))}
    </section>
  );
}

function Child({ child }: { child: ChildSection }) {
  const facts = factsOf(child);
  const gathered = gatheredSays(child);
  return (
    <div className="minutes-child">
      <h3>{child.firstName}</h3>
      {facts && <p className="small muted">{facts}</p>}
      {child.voice && <blockquote className="voice in-line">{child.voice}</blockquote>}
      {child.voice && gathered && <p className="small muted">{gathered}</p>}
      {child.notAskedBecause && <p className="muted">Not asked: {child.notAskedBecause}</p>}
      {child.life && <p className="written">{child.life}</p>}
      {child.meaning ? (
        <p className="written">
          <b>This means</b> {child.meaning}
        </p>
      ) : (
        <Words text="" none="What it means is not written yet." />
      )}
    </div>
  );
}

const alone = { yes: ', alone', no: ', not alone', unknown: '' } as const;

/** "CP plan since 24 November 2025. Last seen 3 March 2026 by Priya Raman, alone." */
function factsOf({ plans, lastSeenOn, seenBy, seenAlone }: ChildSection): string {
  const by = seenBy ? ` by ${seenBy.name}` : '';
  const seen = lastSeenOn ? [`Last seen ${longDate(lastSeenOn)}${by}${alone[seenAlone]}.`] : [];
  return [...plans.map((p) => `${planNames[p.type].short} since ${longDate(p.since)}.`), ...seen].join(' ');
}

/** "In a drawing, 3 March 2026" */
function gatheredSays({ method, gatheredOn }: ChildSection): string {
  return [method && voiceMethods[method], gatheredOn && longDate(gatheredOn)].filter(Boolean).join(', ');
}
