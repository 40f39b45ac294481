import { proseText } from '../../../shared/live/prose.js';
import { useDiscussion } from '../in-discussion.js';
import { asSaid, voiceSays } from '../steps/children/child-words.js';

/** The children first, each in their own words; or that nobody has asked. */
export function Voices() {
  const { state, people, today } = useDiscussion();
  return (
    <div className="voices">
      {state.children.map((child) => {
        const words = proseText(state.prose[`voice/${child.childId}`]).trim();
        const from = voiceSays(state.now[child.childId], people, today);
        return (
          <figure key={child.childId}>
            <figcaption>
              <b>{child.firstName}</b> <span className="small muted">{from}</span>
            </figcaption>
            {words ? (
              <blockquote className="voice">{asSaid(words, state.now[child.childId])}</blockquote>
            ) : (
              <p className="muted">{from ? '' : 'Nobody has written what they say yet.'}</p>
            )}
          </figure>
        );
      })}
    </div>
  );
}
