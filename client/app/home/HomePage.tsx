import type { Around } from '../../live/around.js';
import { localDate, weekdayDate } from '../../ui/format.js';
import { usePageTitle } from '../../ui/frames/page-title.js';
import { useNow } from './asking.js';
import { NextStepsCard } from './NextStepsCard.js';
import { ReviewsCard } from './ReviewsCard.js';
import { SessionsCard } from './SessionsCard.js';
import { greeting } from './times.js';
import './home.css';

/** What this person is needed for: the next session, the reviews that wait for their words, their next steps. */
export function HomePage({ around }: { around: Around }) {
  const now = useNow();
  const today = localDate(now);
  const { you } = around;
  usePageTitle(['Your supervision']);
  return (
    <>
      <div className="heading-row">
        <h1>
          {greeting(now)}, {you.firstName}
        </h1>
        <p className="muted">{weekdayDate(today)}</p>
      </div>
      {around.kept}
      <div className="home">
        <div className="stack home-main">
          <SessionsCard you={you} now={now} today={today} />
          <ReviewsCard today={today} />
        </div>
        <div className="stack">
          {around.toSend}
          <NextStepsCard now={now} />
        </div>
      </div>
    </>
  );
}
