import { listed } from '../../../ui/format.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { Tag } from '../../../ui/surfaces/Tag.js';
import { useDiscussion } from '../../in-discussion.js';
import type { PanelProps } from '../panels.js';
import { spreadOf } from '../truths.js';
import { ScaleBefore } from './ScaleBefore.js';
import { ScaleRevealed } from './ScaleRevealed.js';
import './scale.css';

/** How safe the children are: given hidden, shown together. */
export function ScalePanel({ headingRef }: PanelProps) {
  const { state } = useDiscussion();
  const question = scaleQuestion(state.children.filter((c) => c.discussed).map((c) => c.firstName));
  const spread = spreadOf(Object.values(state.scale.scores).map((s) => s.score));
  if (!state.scale.revealedAt) {
    return (
      <Card heading={question} headingRef={headingRef}>
        <ScaleBefore question={question} />
      </Card>
    );
  }
  return (
    <ScaleRevealed
      heading={question}
      headingRef={headingRef}
      tag={<Tag tone={spread >= 3 ? 'warn' : 'plain'}>Spread {spread}</Tag>}
    />
  );
}

/** "How safe are Jaden, Maya and Theo this month?" */
export function scaleQuestion(names: readonly string[]): string {
  return names.length === 0
    ? 'How safe are the children this month?'
    : `How safe ${names.length === 1 ? 'is' : 'are'} ${listed(names)} this month?`;
}
