import type { Home } from '../../../shared/home/home.js';
import { Asked } from '../../Asked.js';
import { useNow } from '../../room/use-now.js';
import { usePageTitle } from '../../ui/frames/page-title.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { useHome } from './asking.js';
import { StepList } from './cards/StepList.js';
import { useStepOrder } from './cards/use-step-order.js';
import './home.css';

/** Every next step this person owns: those to do, and those they have said are done. */
export function StepsPage() {
  const home = useHome();
  usePageTitle(['Next steps']);
  return (
    <div className="stack">
      <h1>Your next steps</h1>
      <Asked query={home} fetching="Fetching your next steps">
        {(answer) => <Steps home={answer} />}
      </Asked>
    </div>
  );
}

function Steps({ home }: { home: Home }) {
  const { open, done } = useStepOrder(home.steps);
  const now = new Date(useNow(60_000, home.at));
  return (
    <>
      <Card heading="To do">
        {open.length === 0 ? (
          <Empty fact="No next step is yours now." />
        ) : (
          <StepList steps={open} now={now} />
        )}
      </Card>
      {done.length > 0 && (
        <Card heading="Done" about="They are asked about once more when the family is next discussed.">
          <StepList steps={done} now={now} />
        </Card>
      )}
    </>
  );
}
