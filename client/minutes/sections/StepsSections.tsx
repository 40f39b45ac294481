import { lastTitles } from '../../../shared/discussion/steps.js';
import type { LastStepLine, Minutes, Named, StepLine } from '../../../shared/minutes/minutes.js';
import { useDirectory } from '../../directory.js';
import { PersonMark } from '../../marks/PersonMark.js';
import { longDate } from '../../ui/format.js';
import { Table } from '../../ui/surfaces/Table.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { Prose, Section, Words } from './Section.js';

/** What was agreed: who does what by when, and how we will know. */
export function NextSteps({ minutes }: { minutes: Minutes }) {
  if (minutes.steps.length === 0) return <Prose title="No next step, because" text={minutes.noStepBecause} />;
  return (
    <Section title="Next steps">
      <Table
        caption="Next steps that were agreed"
        rows={minutes.steps}
        rowKey={(step) => step.stepId}
        columns={[
          { key: 'what', heading: 'What', names: true, cell: (step) => <What step={step} /> },
          { key: 'who', heading: 'Who', cell: (step) => <Who owner={step.owner} withWhom={step.withWhom} /> },
          {
            key: 'by',
            heading: 'By',
            nowrap: true,
            cell: (step) => (step.dueOn ? longDate(step.dueOn) : ''),
          },
          {
            key: 'how',
            heading: 'How we will know',
            cell: (step) => (step.text === null ? <span className="muted">Protected</span> : step.evidence),
          },
          { key: 'yes', heading: 'Said yes', cell: (step) => (step.accepted ? 'Yes' : 'Not yet') },
        ]}
      />
      {minutes.noStepBecause.trim() && (
        <>
          <h3>No next step, because</h3>
          <Words>{minutes.noStepBecause}</Words>
        </>
      )}
    </Section>
  );
}

/** What had become of the steps from the time before. */
export function LastTime({ minutes }: { minutes: Minutes }) {
  if (minutes.lastSteps.length === 0) return null;
  return (
    <Section title="Last time’s next steps">
      <Table
        caption="What became of last time’s next steps"
        rows={minutes.lastSteps}
        rowKey={(step) => step.stepId}
        columns={[
          { key: 'what', heading: 'What', names: true, cell: (step) => step.text ?? <Withheld /> },
          { key: 'who', heading: 'Who', cell: (step) => <Who owner={step.owner} withWhom={step.withWhom} /> },
          { key: 'became', heading: 'What became of it', cell: (step) => becameSays(step) },
        ]}
      />
    </Section>
  );
}

function What({ step }: { step: StepLine }) {
  if (step.text === null) return <Withheld />;
  return (
    <>
      {step.text}
      {step.carried > 0 && <span className="small muted"> Carried ×{step.carried}.</span>}
      {step.different && <span className="small muted"> What will be different: {step.different}</span>}
      {step.openEndedBecause && (
        <span className="small muted"> No end, because: {step.openEndedBecause}</span>
      )}
    </>
  );
}

function Withheld() {
  return (
    <Tag icon="lock" outline>
      Protected next step
    </Tag>
  );
}

function Who({ owner, withWhom }: { owner: Named | null; withWhom: string }) {
  const person = useDirectory().find(owner?.personId ?? null);
  const name = owner ? owner.name : 'Nobody yet';
  return (
    <span className="row">
      {person && <PersonMark discipline={person.discipline} />}
      {withWhom ? `${name}, with ${withWhom}` : name}
    </span>
  );
}

function becameSays({ status, doneOn, note }: LastStepLine): string {
  const when = doneOn ? ` on ${longDate(doneOn)}` : '';
  return `${lastTitles[status]}${when}${note.trim() ? `. ${note.trim()}` : ''}`;
}
