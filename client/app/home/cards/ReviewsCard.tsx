import { Link } from 'react-router';
import type { HomeReview } from '../../../../shared/home/home.js';
import { Pattern, type PatternNumber } from '../../../marks/Pattern.js';
import { ButtonLink } from '../../../ui/actions/Button.js';
import { Icon } from '../../../ui/icons.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { Tag } from '../../../ui/surfaces/Tag.js';
import { Empty } from '../../../ui/surfaces/Waiting.js';
import { aboutReview, readySays, reviewDue, unplannedSays, waitingFirst } from './review-words.js';

interface Props {
  reviews: readonly HomeReview[];
  today: string;
  /** When each family of today now comes, by its discussion, in milliseconds. */
  times: ReadonlyMap<string, number>;
}

/** The reviews that are still to be written, by when, and those that are ready. */
export function ReviewsCard({ reviews, today, times }: Props) {
  // Nobody who writes no reviews of their own is asked for any.
  if (reviews.length === 0) return null;
  const { shown, unplanned, more } = waitingFirst(reviews);
  const ready = readySays(reviews);
  return (
    <Card
      heading="Waiting for your words"
      aside={<span className="small muted only-roomy">Last month’s are there to change, not retype</span>}
    >
      {shown.length === 0 && <Empty fact="Nothing waits for you." />}
      <ul className="home-reviews">
        {shown.map((review) => {
          const { discussionId, familyName, planned, draftAt } = review;
          const due = reviewDue(review, today, times.get(discussionId));
          return (
            <li key={discussionId}>
              {planned?.pattern ? (
                <Pattern number={planned.pattern as PatternNumber} shape="swatch" />
              ) : (
                <span className="home-no-pattern" />
              )}
              <div className="home-review-words">
                <b>{familyName}</b>
                <p className="small muted">{aboutReview(review, today)}</p>
              </div>
              {due && (
                <Tag tone={due.tone} icon={due.tone === 'warn' ? 'clock' : undefined}>
                  {due.words}
                </Tag>
              )}
              <ButtonLink
                to={`/discussions/${discussionId}`}
                kind={planned?.on === today ? 'primary' : 'plain'}
              >
                {draftAt ? 'Finish' : 'Start'}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
      {(more > 0 || unplanned > 0) && (
        <p className="small home-foot">
          <Link to="/families">{more > 0 ? `${more} more are in a session` : unplannedSays(unplanned)}</Link>
        </p>
      )}
      {ready && (
        <p className="row small muted home-foot home-ready">
          <Icon name="check" />
          <span>Ready: {ready}</span>
        </p>
      )}
    </Card>
  );
}
