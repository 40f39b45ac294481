import { Link } from 'react-router';
import type { DiscussionFacts } from '../../../shared/families/discussion-http.js';
import { dateAndTime, listed } from '../../ui/format.js';
import { useDiscussion } from '../in-discussion.js';
import { addedSince } from './since-frozen.js';

/** When the brief was frozen before its session, and what was added since. */
export function FrozenLine({ frozen }: { frozen: NonNullable<DiscussionFacts['frozen']> }) {
  const { state } = useDiscussion();
  const added = addedSince(state, frozen.at);
  return (
    <>
      Frozen {dateAndTime(frozen.at)}
      {added.length > 0 ? `. Added since: ${listed(added)}` : '. Nothing added since'}
      {' · '}
      <Link to={`/discussions/${state.discussionId}?as-frozen=1`}>as it was frozen</Link>
    </>
  );
}
