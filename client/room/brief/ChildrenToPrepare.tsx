import { Disclosure } from '../../ui/actions/Disclosure.js';
import { Card } from '../../ui/surfaces/Card.js';
import { ProseBox } from '../fields/ProseBox.js';
import { useDiscussion, useMay } from '../in-discussion.js';
import { ChildFacts } from '../steps/children/ChildFacts.js';
import '../steps/children/children.css';

/** Each child's month, to be written before the meeting by whoever knows it. */
export function ChildrenToPrepare() {
  const { state } = useDiscussion();
  const [first] = state.children;
  const may = useMay('child.now', { childId: first?.childId }) === null && state.status !== 'signed';
  if (!may) return null;
  return (
    <Card heading="The children now">
      {state.children.map((child) => (
        <Disclosure key={child.childId} summary={`Write about ${child.firstName}`}>
          <div className="stack">
            <ProseBox field={`voice/${child.childId}`} label={`In ${child.firstName}’s own words`} rows={2} />
            <ProseBox field={`life/${child.childId}`} label="What life is like" rows={2} />
            <ChildFacts child={child} />
          </div>
        </Disclosure>
      ))}
    </Card>
  );
}
