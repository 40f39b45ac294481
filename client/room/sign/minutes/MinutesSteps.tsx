import type { Minutes, StepLine } from '../../../../shared/minutes/minutes.js';
import { PersonMark } from '../../../marks/PersonMark.js';
import { Button } from '../../../ui/actions/Button.js';
import { shortDate } from '../../../ui/format.js';
import { Icon } from '../../../ui/icons.js';
import { Table } from '../../../ui/surfaces/Table.js';
import { Tag } from '../../../ui/surfaces/Tag.js';
import { useAct, useDiscussion, useMay } from '../../in-discussion.js';
import { Words } from './MinutesDecision.js';

/** The next steps of the minutes, each for its owner to say yes to. */
export function MinutesSteps({ minutes }: { minutes: Minutes }) {
  const { people, today } = useDiscussion();
  const who = ({ owner, withWhom }: StepLine) => {
    const person = people.find(owner?.personId ?? null);
    return (
      <span className="row nowrap">
        {person && <PersonMark discipline={person.discipline} />}
        {owner ? (person?.firstName ?? owner.name) : 'Nobody yet'}
        {withWhom && `, with ${withWhom}`}
      </span>
    );
  };
  return (
    <section>
      <h2>Next steps</h2>
      {minutes.steps.length === 0 ? (
        <Words text={minutes.noStepBecause} none="None yet." />
      ) : (
        <Table
          caption="Next steps agreed"
          rows={minutes.steps}
          rowKey={(step) => step.stepId}
          columns={[
            { key: 'what', heading: 'What', cell: (step) => <What step={step} /> },
            { key: 'who', heading: 'Who', cell: who },
            {
              key: 'by',
              heading: 'By',
              nowrap: true,
              cell: (step) => (step.dueOn ? shortDate(step.dueOn, today) : 'no date'),
            },
            {
              key: 'how',
              heading: 'How we will know',
              cell: (step) => <HowKnown step={step} />,
            },
            { key: 'yes', heading: 'Said yes', nowrap: true, cell: (step) => <SaidYes step={step} /> },
          ]}
        />
      )}
      {minutes.steps.length > 0 && minutes.noStepBecause && (
        <p>
          <b>No next step, because</b> <span className="written">{minutes.noStepBecause}</span>
        </p>
      )}
    </section>
  );
}

function HowKnown({ step }: { step: StepLine }) {
  if (step.text === null) return <span className="muted">Protected</span>;
  return <span className={step.protected ? 'not-printed' : undefined}>{step.evidence}</span>;
}

function What({ step }: { step: StepLine }) {
  if (step.text === null || step.text === '') {
    return step.protected ? (
      <Tag icon="lock" outline>
        Protected next step
      </Tag>
    ) : (
      <span className="muted">Not worded yet</span>
    );
  }
  return (
    <>
      {step.protected ? (
        <>
          <span className="not-printed">
            <Icon name="lock" size="small" /> {step.text}
          </span>
          <span className="only-print">Protected</span>
        </>
      ) : (
        step.text
      )}
      {step.carried > 0 && <span className="small muted"> Carried ×{step.carried}.</span>}
      <More title="Different this time" text={step.different} hides={step.protected} />
      <More title="No end, because" text={step.openEndedBecause} hides={step.protected} />
    </>
  );
}

function More({ title, text, hides }: { title: string; text: string; hides: boolean }) {
  if (!text) return null;
  return (
    <span className={`small muted${hides ? ' not-printed' : ''}`}>
      {' '}
      {title}: {text}
    </span>
  );
}

function SaidYes({ step: { stepId, accepted, owner } }: { step: StepLine }) {
  const { state, people } = useDiscussion();
  const { act } = useAct();
  const open = state.status !== 'signed';
  const own = useMay('step.accept', { stepId }) === null && open;
  const forOwner =
    useMay('step.accept', { stepId, ...(owner && { forPersonId: owner.personId }) }) === null &&
    open &&
    owner !== null;
  if (accepted) return <span className="good-words">Yes</span>;
  if (own) {
    return (
      <Button size="small" className="not-printed" onClick={() => void act('step.accept', { stepId })}>
        I say yes
      </Button>
    );
  }
  if (forOwner && owner) {
    return (
      <Button
        kind="quiet"
        size="small"
        className="not-printed"
        onClick={() => void act('step.accept', { stepId, forPersonId: owner.personId })}
      >
        {people.firstName(owner.personId)} says yes
      </Button>
    );
  }
  return <span className="muted">not yet</span>;
}
