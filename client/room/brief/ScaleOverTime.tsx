import type { DiscussionFacts } from '../../../shared/families/discussion-http.js';
import { LineChart } from '../../ui/charts/LineChart.js';
import { longDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { useDiscussion } from '../in-discussion.js';

/** The group score month by month, with today still open. */
export function ScaleOverTime({ facts }: { facts: DiscussionFacts }) {
  const { state, today } = useDiscussion();
  const held = facts.scale.filter((point) => point.heldOn !== state.heldOn);
  if (held.length === 0) return null;
  const said = held.flatMap((point) =>
    point.group === null ? [] : [`${longDate(point.heldOn)}, ${point.group}`],
  );
  const points = [
    ...held.map((point) => ({ date: point.heldOn, value: point.group ?? undefined })),
    {
      date: state.heldOn ?? today,
      value: state.scale.group ?? undefined,
      label: state.heldOn && state.heldOn !== today ? undefined : 'today',
    },
  ];
  return (
    <Card padding="room">
      <LineChart
        heading="Safety scale"
        sentence={said.length > 0 ? `Group score: ${said.join('; ')}.` : 'No group score yet.'}
        points={points}
        valueHeading="Group score"
        height={140}
      />
    </Card>
  );
}
