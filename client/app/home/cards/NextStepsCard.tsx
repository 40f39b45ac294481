import { Link } from 'react-router';
import type { HomeStep } from '../../../../shared/home/home.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { Empty } from '../../../ui/surfaces/Waiting.js';
import { StepList } from './StepList.js';
import { useStepOrder } from './use-step-order.js';

const shown = 4;

/** The next few steps this person owns over all families, soonest first. */
export function NextStepsCard({ steps, now }: { steps: readonly HomeStep[]; now: Date }) {
  const { open } = useStepOrder(steps);
  return (
    <Card
      heading="Your next steps"
      aside={
        open.length > shown && (
          <Link className="small" to="/next-steps">
            All {open.length}
          </Link>
        )
      }
    >
      {open.length === 0 ? (
        <Empty fact="No next step is yours now." />
      ) : (
        <StepList steps={open.slice(0, shown)} now={now} />
      )}
    </Card>
  );
}
