import { wordsFor } from '../../api.js';
import { Button } from '../../ui/actions/Button.js';
import { usePageTitle } from '../../ui/frames/page-title.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Empty, Failed, Fetching } from '../../ui/surfaces/Waiting.js';
import { useMySteps, useNow } from './asking.js';
import { StepList } from './StepList.js';
import './home.css';

/** Every next step this person owns: those open, then those that are done with. */
export function StepsPage() {
  const steps = useMySteps();
  const now = useNow();
  usePageTitle(['Next steps']);
  const open = steps.data?.filter((step) => step.status === 'open') ?? [];
  const done = steps.data?.filter((step) => step.status !== 'open') ?? [];
  return (
    <div className="stack">
      <h1>Your next steps</h1>
      {steps.isPending && <Fetching>Fetching your next steps</Fetching>}
      {steps.isError && (
        <Failed
          fact="We could not fetch your next steps."
          action={<Button onClick={() => void steps.refetch()}>Try again</Button>}
        >
          {wordsFor(steps.error)}
        </Failed>
      )}
      {steps.data && (
        <Card heading="To do">
          {open.length === 0 ? (
            <Empty fact="No next step is yours now." />
          ) : (
            <StepList steps={open} now={now} />
          )}
        </Card>
      )}
      {done.length > 0 && (
        <Card heading="Done with">
          <StepList steps={done} now={now} />
        </Card>
      )}
    </div>
  );
}
