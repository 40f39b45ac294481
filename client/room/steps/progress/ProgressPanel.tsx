import { type DisciplineCode, disciplineOf } from '../../../../shared/disciplines.js';
import { disciplinesHere } from '../../../../shared/people.js';
import { PersonMark } from '../../../marks/PersonMark.js';
import { longDate } from '../../../ui/format.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { useDiscussion } from '../../in-discussion.js';
import { inOrder } from '../../people/in-order.js';
import type { PanelProps } from '../panels.js';
import { OthersReview } from './OthersReview.js';
import { ReviewEditor } from './ReviewEditor.js';
import './progress.css';

/** What is different, discipline by discipline: one's own to write, the others' to read. */
export function ProgressPanel({ step, headingRef }: PanelProps) {
  const { state, you } = useDiscussion();
  const mine = ownReviews(disciplinesHere(you));
  const others = inOrder(state.expected).filter(
    ({ discipline }) => disciplineOf(discipline).reviews && !mine.includes(discipline),
  );
  const since = state.lastHeldOn ? ` since ${longDate(state.lastHeldOn).replace(/ \d{4}$/, '')}` : '';
  return (
    <>
      {mine.map((discipline, at) => (
        <Card
          key={discipline}
          headingRef={at === 0 ? headingRef : undefined}
          heading={
            <span className="row">
              <PersonMark discipline={discipline} />
              Your progress{since}
            </span>
          }
        >
          <ReviewEditor discipline={discipline} />
        </Card>
      ))}
      <Card
        heading={mine.length > 0 ? 'What the others bring' : step.prompt}
        level={mine.length > 0 ? 3 : 2}
        headingRef={mine.length > 0 ? undefined : headingRef}
        headingSize={mine.length > 0 ? 'm' : 'xl'}
        aside={
          <span className="small muted">
            <ins>Underlined</ins> is new
          </span>
        }
      >
        <ul className="reviews">
          {others.map((expected) => (
            <OthersReview key={expected.discipline} expected={expected} level={mine.length > 0 ? 4 : 3} />
          ))}
        </ul>
      </Card>
    </>
  );
}

/** The disciplines among these that write a review, each once. */
export function ownReviews(disciplines: readonly DisciplineCode[]): DisciplineCode[] {
  return [...new Set(disciplines)].filter((code) => disciplineOf(code).reviews);
}
