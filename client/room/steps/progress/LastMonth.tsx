import { longDate } from '../../../ui/format.js';
import { useDiscussion } from '../../in-discussion.js';

/** Last month's words of a field, to stand beside what is written now. */
export function LastMonth({ field }: { field: string }) {
  const { state } = useDiscussion();
  const before = state.lastProse[field]?.trim();
  if (!before || !state.lastHeldOn) return null;
  return (
    <figure className="last-month small">
      <figcaption className="medium">{longDate(state.lastHeldOn)}</figcaption>
      <p className="muted written">{before}</p>
    </figure>
  );
}
