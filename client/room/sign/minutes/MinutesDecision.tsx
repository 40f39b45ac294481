import { summaryWords } from '../../../../shared/agenda.js';
import { decisionTitles } from '../../../../shared/discussion/decision.js';
import { whileOpen, writesField } from '../../../../shared/discussion/rights.js';
import type { Minutes } from '../../../../shared/minutes/minutes.js';
import { longDate } from '../../../ui/format.js';
import { ProseBox } from '../../fields/ProseBox.js';
import { useDiscussion } from '../../in-discussion.js';
import { useJoinedNames } from './names.js';

/** What was decided and why, what the family is told, and what happens if it does not work. */
export function MinutesDecision({ minutes }: { minutes: Minutes }) {
  const { state, you } = useDiscussion();
  const { decision, dissents } = minutes;
  const agreed = useJoinedNames(decision.whoAgreed);
  const writes = (field: string) => writesField(you, state, field) === null && whileOpen(state) === null;
  return (
    <>
      <section>
        <h2>What we decided, and why</h2>
        {decision.type && <p className="small muted">{decisionTitles[decision.type]}</p>}
        <Words text={decision.text} none="Not written yet." />
        <Words text={decision.rationale} none="The reason is not written yet." />
        {(agreed || decision.reviewOn) && (
          <p className="small muted">
            {agreed && `Agreed by ${agreed}. `}
            {decision.reviewOn && `Looked at again on ${longDate(decision.reviewOn)}.`}
          </p>
        )}
        {dissents.map((dissent) => (
          <p key={dissent.personId}>
            <b>{dissent.name} sees it differently.</b> <span className="written">{dissent.text}</span>
          </p>
        ))}
      </section>
      <section>
        <h2>What we will say to the family</h2>
        {writes('say-to-family') ? (
          <Editable field="say-to-family" label="What we will say to the family" text={minutes.sayToFamily} />
        ) : (
          <Words text={minutes.sayToFamily} none="Not written yet." />
        )}
      </section>
      <section>
        <h2>If this does not work</h2>
        <Words text={decision.contingency} none="Not written." />
      </section>
      <section>
        <h2 id="family-summary" tabIndex={-1}>
          Summary for the family, in plain language
        </h2>
        {writes('summary') ? (
          <Editable
            field="summary"
            label="Summary for the family, in plain language"
            text={minutes.summary}
            plenty={summaryWords}
          />
        ) : (
          <Words text={minutes.summary} none="Not written." />
        )}
      </section>
    </>
  );
}

/** Words of the record, as they were written. */
export function Words({ text, none }: { text: string; none: string }) {
  return text ? <p className="written">{text}</p> : <p className="muted">{none}</p>;
}

/** A field on screen, its words on paper: a box does not print. */
function Editable({
  field,
  label,
  text,
  plenty,
}: {
  field: string;
  label: string;
  text: string;
  plenty?: number;
}) {
  return (
    <>
      <div className="not-printed">
        <ProseBox
          field={field}
          label={label}
          labelHidden
          rows={2}
          {...(plenty !== undefined && { plenty })}
        />
      </div>
      <p className="only-print written">{text || 'Not written.'}</p>
    </>
  );
}
