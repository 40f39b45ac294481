import { decisionTitles } from '../../../shared/discussion/decision.js';
import type { Minutes } from '../../../shared/minutes/minutes.js';
import { listed, longDate } from '../../ui/format.js';
import { Prose, Section, Words } from './Section.js';

/** What was decided and why, what the family will hear, what happens if it does not work, and who disagreed. */
export function DecisionSections({ minutes }: { minutes: Minutes }) {
  const { decision, dissents } = minutes;
  const agreed = decision.whoAgreed.map((p) => p.name);
  return (
    <>
      <Section title="What we decided, and why">
        {decision.type && (
          <p>
            <b>{decisionTitles[decision.type]}</b>
          </p>
        )}
        {decision.text.trim() && <Words>{decision.text}</Words>}
        {decision.rationale.trim() && <Words>{decision.rationale}</Words>}
        {!decision.type && !decision.text.trim() && <p className="muted">No decision was recorded.</p>}
        {decision.reviewOn && <p className="muted">We look at it again on {longDate(decision.reviewOn)}.</p>}
        {agreed.length > 0 && <p className="small muted">Agreed by {listed(agreed)}.</p>}
        {dissents.map((dissent) => (
          <blockquote key={dissent.personId} className="minutes-dissent">
            <p className="small">
              <b>{dissent.name} disagreed</b>
            </p>
            <Words>{dissent.text}</Words>
          </blockquote>
        ))}
      </Section>
      <Prose title="What we will say to the family" text={minutes.sayToFamily} />
      <Prose title="If this does not work" text={decision.contingency} />
    </>
  );
}
