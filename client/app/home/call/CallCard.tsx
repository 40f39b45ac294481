import { useEffect, useEffectEvent, useRef } from 'react';
import type { Home, HomeSession } from '../../../../shared/home/home.js';
import type { SessionState } from '../../../../shared/session/state.js';
import { ButtonLink } from '../../../ui/actions/Button.js';
import { Icon } from '../../../ui/icons.js';
import { useAnnouncer } from '../../../ui/live-regions/LiveRegions.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { Empty } from '../../../ui/surfaces/Waiting.js';
import { type Call, callOf } from './call-words.js';
import { type Block, nextDay, piecesOf } from './day.js';
import { Timeline } from './Timeline.js';

interface Props {
  home: Home;
  running: ReadonlyMap<string, SessionState>;
  /** What is still to come of the day that is shown. */
  blocks: readonly Block[];
  now: number;
}

/** When this person is needed next, large, and that whole day as one line. */
export function CallCard({ home, running, blocks, now }: Props) {
  const day = nextDay(home.sessions);
  const call = callOf(day, running, blocks, home.today, now);
  useVoice(call);
  if (!call) {
    const over = day.some((session) => session.date === home.today);
    return (
      <Card heading="Your sessions">
        {over ? (
          <Empty fact="All your families of today have been talked about.">
            You can leave. What you wrote is kept.
          </Empty>
        ) : (
          <Empty fact="No session needs you in the next five weeks.">
            When a family of yours is put into one, it stands here.
          </Empty>
        )}
      </Card>
    );
  }
  const { session, next } = call;
  const pieces = piecesOf(blocks);
  return (
    <Card label="Your next session" className="home-next">
      <div className="home-next-words">
        <p className="small muted medium">
          {[session.teamName, home.remote ? 'remote' : session.room].filter(Boolean).join(', ')}
        </p>
        <p className="display">{call.lead}</p>
        {call.about && <p className="large muted">{call.about}</p>}
      </div>
      <div className="row wraps home-next-ways">
        {next && (
          <ButtonLink to={`/discussions/${next.slot.discussionId}`} size="large">
            Read the brief
          </ButtonLink>
        )}
        <ButtonLink
          to={`/sessions/${session.sessionId}`}
          kind="primary"
          size="large"
          icon={session.date === home.today ? <Icon name="video" /> : undefined}
        >
          {goingThere(session, call.open, home.today)}
        </ButtonLink>
      </div>
      {pieces.length > 0 && (
        <Timeline pieces={pieces} teams={new Set(blocks.map((block) => block.session.teamId)).size > 1} />
      )}
    </Card>
  );
}

function goingThere(session: HomeSession, open: boolean, today: string): string {
  if (session.date !== today) return 'See the session';
  return session.part === 'chair' && !open ? 'Open the session' : 'Join';
}

/** Says aloud, at once, that somebody is waiting: one of the three things that may interrupt. */
function useVoice(call: Call | null): void {
  const { interrupt } = useAnnouncer();
  const waits = call?.neededNow ? (call.next?.slot.slotId ?? null) : null;
  const before = useRef<string | null>(null);
  const tell = useEffectEvent(() => {
    if (call?.next) interrupt('needed-now', `You’re needed now for ${call.next.slot.familyName}.`);
  });
  useEffect(() => {
    if (waits && waits !== before.current) tell();
    before.current = waits;
  }, [waits]);
}
