import type { Home } from '../../../shared/home/home.js';
import { keepsRecords } from '../../../shared/people.js';
import { Asked } from '../../Asked.js';
import type { Around } from '../../live/around.js';
import { useNow } from '../../room/use-now.js';
import { clockTime, weekdayDate } from '../../ui/format.js';
import { usePageTitle } from '../../ui/frames/page-title.js';
import { useHome, useLooking, useRunning } from './asking.js';
import { CallCard } from './call/CallCard.js';
import { blocksOf, nextDay } from './call/day.js';
import { ChaseCard } from './cards/ChaseCard.js';
import { ComingCard } from './cards/ComingCard.js';
import { NextStepsCard } from './cards/NextStepsCard.js';
import { NoSlotCard } from './cards/NoSlotCard.js';
import { PacksCard } from './cards/PacksCard.js';
import { ReadinessCard } from './cards/ReadinessCard.js';
import { ReviewsCard } from './cards/ReviewsCard.js';
import { SinceCard } from './cards/SinceCard.js';
import { greeting } from './times.js';
import './home.css';

/** What this person is needed for: when they are called in, the reviews that wait for their words, their next steps. */
export function HomePage({ around }: { around: Around }) {
  const home = useHome();
  const now = useNow(10_000, home.data?.at ?? null);
  const { you } = around;
  usePageTitle(['Your supervision']);
  useLooking();
  return (
    <>
      <div className="heading-row home-hello">
        <h1>
          {greeting(new Date(now))}, {you.firstName}
        </h1>
        <p className="muted">
          {weekdayDate(new Date(now))}, {clockTime(new Date(now))}
        </p>
      </div>
      {around.kept}
      <Asked query={home} fetching="Fetching what you are needed for">
        {(answer) => <Needed home={answer} now={now} around={around} />}
      </Asked>
    </>
  );
}

function Needed({ home, now, around }: { home: Home; now: number; around: Around }) {
  const running = useRunning(home);
  const day = nextDay(home.sessions);
  const blocks = blocksOf(day, running, now);
  const { today } = home;
  const times = new Map(blocks.map((block) => [block.slot.discussionId, block.startsAt]));
  const [lead, chase] = (['lead', 'chase'] as const).map((use) =>
    home.preparing.filter((session) => session.use === use),
  );
  return (
    <div className="home">
      <div className="stack home-main">
        <CallCard home={home} running={running} blocks={blocks} now={now} />
        <ReviewsCard reviews={home.reviews} today={today} times={times} />
        {lead
          ?.filter(({ families }) => families.length > 0)
          .map((session) => (
            <ReadinessCard key={session.sessionId} session={session} today={today} />
          ))}
        <ChaseCard sessions={chase ?? []} today={today} />
        <ComingCard sessions={home.sessions.filter((session) => !day.includes(session))} today={today} />
      </div>
      <div className="stack">
        {around.toSend}
        <PacksCard packs={home.packs} today={today} />
        <NoSlotCard families={home.noSlot} today={today} plans={keepsRecords(around.you.roles)} />
        <NextStepsCard steps={home.steps} now={new Date(now)} />
        <SinceCard since={home.since} today={today} />
      </div>
    </div>
  );
}
