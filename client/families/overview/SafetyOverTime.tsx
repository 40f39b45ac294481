import type { WaitShown } from '../../../shared/cadence/http.js';
import type { FamilyRecord } from '../../../shared/families/family.js';
import { LineChart } from '../../ui/charts/LineChart.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { longGaps, pointsOf, sentenceOf } from './over-time.js';

/** The group’s score at each supervision, the spread around it, and the times in which the family waited too long. */
export function SafetyOverTime({
  record,
  waits,
  today,
}: {
  record: FamilyRecord;
  waits: readonly WaitShown[];
  today: string;
}) {
  const points = pointsOf(record.scale);
  const first = points[0];
  if (!first) {
    return (
      <Card heading="Safety over time" headingSize="l">
        <Empty fact="No score yet.">The first is given at the next supervision.</Empty>
      </Card>
    );
  }
  const gaps = longGaps(waits, first.heldOn, today);
  const stillOpen = gaps.find((gap) => gap.to === today);
  return (
    <Card label="Safety over time">
      <LineChart
        heading="Safety over time"
        sentence={sentenceOf(points, gaps)}
        points={[
          ...points.map((point) => ({
            date: point.heldOn,
            value: point.group,
            ...(point.lowest === null || point.highest === null
              ? {}
              : { lowest: point.lowest, highest: point.highest }),
            remark: gaps.find((gap) => gap.to === point.heldOn)?.words.concat(' since the last'),
          })),
          ...(stillOpen
            ? [{ date: today, value: undefined, label: 'today', remark: `${stillOpen.words} so far` }]
            : []),
        ]}
        gaps={gaps}
        valueHeading="Group score"
        legend="Line: group score. Bar: lowest to highest in the room."
      />
    </Card>
  );
}
