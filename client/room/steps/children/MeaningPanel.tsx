import { Card } from '../../../ui/surfaces/Card.js';
import { ProseBox } from '../../fields/ProseBox.js';
import { useDiscussion } from '../../in-discussion.js';
import { ChildVoice } from '../../people/ChildVoice.js';
import type { PanelProps } from '../panels.js';
import './meaning.css';

/** What the month means for each child, with the child's own words beside it. */
export function MeaningPanel({ step, headingRef }: PanelProps) {
  const { state } = useDiscussion();
  const discussed = state.children.filter((child) => child.discussed);
  return (
    <Card heading={step.prompt} headingRef={headingRef}>
      <ul className="meanings">
        {discussed.map((child) => (
          <li key={child.childId}>
            <ProseBox
              field={`meaning/${child.childId}`}
              label={`For ${child.firstName}, this means`}
              rows={2}
            />
            <ChildVoice child={child} />
          </li>
        ))}
      </ul>
      {discussed.length < state.children.length && (
        <p className="small muted">
          Only children who are talked about today are here. Tick “Talked about today” at The children now to
          add another.
        </p>
      )}
    </Card>
  );
}
