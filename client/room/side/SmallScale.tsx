import { PersonMark } from '../../marks/PersonMark.js';
import { Ruler } from '../../ui/charts/Ruler.js';
import { Card } from '../../ui/surfaces/Card.js';
import { useDiscussion } from '../in-discussion.js';
import { gapSays, scoresLowestFirst, scoresSay } from '../steps/scale/scores.js';

/** The revealed scores, small: who is furthest apart, and the rest in words. */
export function SmallScale() {
  const { state, people } = useDiscussion();
  const { scale } = state;
  return (
    <Card
      padding="room"
      heading="Safety scale"
      headingSize="m"
      aside={scale.last.group !== null && <span className="small muted">last month {scale.last.group}</span>}
    >
      <Ruler
        size="small"
        sentence={scoresSay(scale, people)}
        points={scoresLowestFirst(scale, people).map((line) => ({
          key: line.personId,
          value: line.score,
          mark: <PersonMark discipline={line.discipline} />,
        }))}
      />
      <p className="small muted">{gapSays(scale, people)}</p>
    </Card>
  );
}
