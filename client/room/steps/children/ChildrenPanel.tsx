import type { ChildHere } from '../../../../shared/discussion/state.js';
import { ageInWords } from '../../../../shared/schedule/in-words.js';
import { Disclosure } from '../../../ui/actions/Disclosure.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { ProseBox } from '../../fields/ProseBox.js';
import { useAct, useDiscussion, useMay } from '../../in-discussion.js';
import type { PanelProps } from '../panels.js';
import { ChildFacts } from './ChildFacts.js';
import { seenSays, voiceSays } from './child-words.js';
import './children.css';

/** What life is like for each child this month: their own words first, then how we know. */
export function ChildrenPanel({ step, headingRef }: PanelProps) {
  const { state } = useDiscussion();
  return (
    <>
      <h2 ref={headingRef} tabIndex={-1} className="sheet-heading">
        {step.prompt}
      </h2>
      {state.children.map((child) => (
        <ChildCard key={child.childId} child={child} />
      ))}
    </>
  );
}

function ChildCard({ child }: { child: ChildHere }) {
  const { state, people, today } = useDiscussion();
  const { act } = useAct();
  const { childId, firstName, discussed } = child;
  const now = state.now[childId];
  const mayDiscuss =
    useMay('child.discussed', { childId, discussed: true }) === null && state.status !== 'signed';
  const wordless = now?.method === 'observed' || now?.method === 'play';
  return (
    <Card
      level={3}
      headingSize="l"
      heading={
        <>
          {firstName} <span className="medium muted">{ageInWords(child, today)}</span>
        </>
      }
      aside={
        mayDiscuss && (
          <label className="tick-line small">
            <input
              type="checkbox"
              checked={discussed}
              onChange={() => void act('child.discussed', { childId, discussed: !discussed })}
            />
            Talked about today
          </label>
        )
      }
    >
      <div className="stack close">
        <div className="child-words">
          <ProseBox
            field={`voice/${childId}`}
            label={wordless ? `What ${firstName} shows us` : `In ${firstName}’s own words`}
            source={voiceSays(now, people, today)}
            rows={2}
          />
          <ProseBox field={`life/${childId}`} label="What life is like" rows={2} />
        </div>
        <Disclosure
          summary="How we know"
          aside={<span className="small muted">{seenSays(now, people, today)}</span>}
        >
          <ChildFacts child={child} />
        </Disclosure>
      </div>
    </Card>
  );
}
