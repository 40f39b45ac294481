import { useState } from 'react';
import { disciplineOf } from '../../../shared/disciplines.js';
import type { DiscussionFacts } from '../../../shared/families/discussion-http.js';
import { disciplinesHere } from '../../../shared/people.js';
import { PersonMark } from '../../marks/PersonMark.js';
import { shortDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { useDiscussion } from '../in-discussion.js';
import { inOrder } from '../people/in-order.js';
import { OthersReview } from '../steps/progress/OthersReview.js';
import { ownReviews } from '../steps/progress/ProgressPanel.js';
import { ReviewEditor } from '../steps/progress/ReviewEditor.js';
import { BriefHead } from './BriefHead.js';
import { ChildrenToPrepare } from './ChildrenToPrepare.js';
import { LastTimeShort } from './LastTimeShort.js';
import { ScaleOverTime } from './ScaleOverTime.js';
import { useReading } from './use-reading.js';
import { Voices } from './Voices.js';
import { WorthAsking } from './WorthAsking.js';
import { worthAsking } from './worth-asking.js';
import '../steps/progress/progress.css';
import './brief.css';

/** The brief: the children's own words, what is different, what is worth asking; and one's own part to write. */
export function BriefSheet({ facts, asOpened }: { facts: DiscussionFacts; asOpened: boolean }) {
  const { state, you, people, today } = useDiscussion();
  useReading(!asOpened);
  // Signed while somebody writes, what they have open stands until they leave the page.
  const [isOver] = useState(state.status === 'signed');
  const mine = isOver ? [] : ownReviews(disciplinesHere(you));
  const others = inOrder(state.expected).filter(
    ({ discipline }) => disciplineOf(discipline).reviews && !mine.includes(discipline),
  );
  const since = state.lastHeldOn ? ` since ${shortDate(state.lastHeldOn, today)}` : '';
  const asking = worthAsking(state, today, {
    firstName: people.firstName,
    day: (date) => shortDate(date, today),
  });
  return (
    <>
      <BriefHead facts={facts} asOpened={asOpened} />
      <div className="with-side">
        <div className="stack">
          <Card heading="In their words" headingHidden label="In their words">
            <Voices />
          </Card>
          {mine.map((discipline) => (
            <Card
              key={discipline}
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
            heading={`What is different${since}`}
            aside={
              <span className="small muted">
                <ins>Underlined</ins> is new
              </span>
            }
          >
            <ul className="reviews">
              {others.map((expected) => (
                <OthersReview key={expected.discipline} expected={expected} level={3} />
              ))}
            </ul>
          </Card>
          {!asOpened && <ChildrenToPrepare />}
        </div>
        <div className="stack">
          <WorthAsking asking={asking} />
          <LastTimeShort />
          <ScaleOverTime facts={facts} />
        </div>
      </div>
    </>
  );
}
