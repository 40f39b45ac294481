import { Link } from 'react-router';
import { wordsFor } from '../../api.js';
import { Button } from '../../ui/actions/Button.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Empty, Failed, Fetching } from '../../ui/surfaces/Waiting.js';
import { useMySteps } from './asking.js';
import { StepList } from './StepList.js';

/** The next few steps this person owns, soonest first. */
export function NextStepsCard({ now }: { now: Date }) {
  const steps = useMySteps();
  if (steps.isPending) return <Fetching>Fetching your next steps</Fetching>;
  if (steps.isError) {
    return (
      <Card heading="Your next steps">
        <Failed
          fact="We could not fetch your next steps."
          action={<Button onClick={() => void steps.refetch()}>Try again</Button>}
        >
          {wordsFor(steps.error)}
        </Failed>
      </Card>
    );
  }
  const open = steps.data.filter((step) => step.status === 'open');
  return (
    <Card
      heading="Your next steps"
      aside={
        open.length > 4 && (
          <Link className="small" to="/next-steps">
            All {open.length}
          </Link>
        )
      }
    >
      {open.length === 0 ? (
        <Empty fact="No next step is yours now." />
      ) : (
        <StepList steps={open.slice(0, 4)} now={now} />
      )}
    </Card>
  );
}
