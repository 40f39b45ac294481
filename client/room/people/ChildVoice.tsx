import type { ChildHere } from '../../../shared/discussion/state.js';
import { proseText } from '../../../shared/live/prose.js';
import { useDiscussion } from '../in-discussion.js';
import { asSaid, voiceSays } from '../steps/children/child-words.js';

interface Props {
  child: ChildHere;
  /** In a line of other words, as beside a field. */
  inLine?: boolean;
}

/** A child's own words with where they come from: the only place that uses the children's typeface for reading. */
export function ChildVoice({ child, inLine }: Props) {
  const { state, people, today } = useDiscussion();
  const words = proseText(state.prose[`voice/${child.childId}`]).trim();
  const from = voiceSays(state.now[child.childId], people, today);
  if (!words)
    return <p className="small muted">{from || `Nothing yet in ${child.firstName}’s own words.`}</p>;
  return (
    <figure>
      <figcaption className="small muted">
        {child.firstName}
        {from && `, ${from}`}
      </figcaption>
      <blockquote className={inLine ? 'voice in-line' : 'voice'}>
        {asSaid(words, state.now[child.childId])}
      </blockquote>
    </figure>
  );
}
