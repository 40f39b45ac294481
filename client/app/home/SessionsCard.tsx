import type { You } from '../../../shared/people/sign-in.js';
import type { SessionLine } from '../../../shared/schedule/http.js';
import { wordsFor } from '../../api.js';
import { Pattern, type PatternNumber } from '../../marks/Pattern.js';
import { Button, ButtonLink } from '../../ui/actions/Button.js';
import { countOf, weekdayShortDate } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Empty, Failed, Fetching } from '../../ui/surfaces/Waiting.js';
import { useComingSessions, useTeams } from './asking.js';
import { minutesUntil, timeSays } from './times.js';

interface Props {
  you: You;
  now: Date;
  today: string;
}

/** Today's session, large, with the times one is needed; then those to come. */
export function SessionsCard({ you, now, today }: Props) {
  const sessions = useComingSessions(today);
  const teams = useTeams();
  const teamName = (teamId: string) => teams.data?.find((t) => t.teamId === teamId)?.name ?? '';
  if (sessions.isPending) return <Fetching>Fetching your sessions</Fetching>;
  if (sessions.isError) {
    return (
      <Card heading="Your sessions">
        <Failed
          fact="We could not fetch your sessions."
          action={<Button onClick={() => void sessions.refetch()}>Try again</Button>}
        >
          {wordsFor(sessions.error)}
        </Failed>
      </Card>
    );
  }
  const coming = sessions.data.filter((s) => s.status !== 'closed');
  const next = coming.find((s) => s.date === today) ?? coming[0];
  const later = coming.filter((s) => s !== next);
  if (!next) {
    return (
      <Card heading="Your sessions">
        <Empty fact="No session in the next five weeks.">
          When a family of yours is put into one, it stands here.
        </Empty>
      </Card>
    );
  }
  return (
    <>
      <NextSession session={next} team={teamName(next.teamId)} you={you} now={now} today={today} />
      {later.length > 0 && (
        <Card heading="Coming">
          <ul className="home-list">
            {later.map((session) => (
              <li key={session.sessionId}>
                <div className="grow">
                  <b>
                    {teamName(session.teamId)} {weekdayShortDate(session.date, now)},{' '}
                    {timeSays(session.startsAt)}
                  </b>
                  <p className="small muted">{familiesSay(session)}</p>
                </div>
                <ButtonLink to={`/sessions/${session.sessionId}`} size="small">
                  Open
                </ButtonLink>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function NextSession({ session, team, you, now, today }: Props & { session: SessionLine; team: string }) {
  const yours = session.yours.filter((slot) => slot.outcome === null);
  const first = yours[0];
  const isToday = session.date === today;
  const chairs = session.chairId === you.personId;
  return (
    <Card label="Your next session" className="home-next">
      <div className="home-next-words">
        <p className="small muted medium">{[team, session.room].filter(Boolean).join(', ')}</p>
        <p className="display">{lead(session, now, today)}</p>
        {first && (
          <p className="large muted">
            {timeSays(first.startsAt)} for {first.familyName}
          </p>
        )}
      </div>
      <div className="row wraps home-next-ways">
        {first && (
          <ButtonLink to={`/discussions/${first.discussionId}`} size="large">
            Read the brief
          </ButtonLink>
        )}
        <ButtonLink
          to={`/sessions/${session.sessionId}`}
          kind="primary"
          size="large"
          icon={session.status === 'open' ? <Icon name="video" /> : undefined}
        >
          {session.status === 'open' ? 'Join' : chairs && isToday ? 'Open the session' : 'See the session'}
        </ButtonLink>
      </div>
      {session.yours.length > 0 && (
        <ul className="home-slots" aria-label="Your families in it">
          {session.yours.map((slot) => (
            <li key={slot.slotId}>
              <span className="home-slot-pattern">
                <Pattern number={slot.pattern as PatternNumber} shape="swatch" />
              </span>
              <span className="nowrap muted">{timeSays(slot.startsAt)}</span>
              <b>{slot.familyName}</b>
              <span className="small muted">{slot.outcome === null ? `${slot.minutes} min` : 'done'}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The sentence that leads: when one is needed, for people who look for a second between two visits. */
function lead(session: SessionLine, now: Date, today: string): string {
  const open = session.status === 'open';
  if (session.date !== today) return `${weekdayShortDate(session.date, now)}, ${timeSays(session.startsAt)}`;
  const first = session.yours.find((slot) => slot.outcome === null);
  const until = minutesUntil(first?.startsAt ?? session.startsAt, now);
  if (until <= 1) return open ? 'It has begun' : `Today, ${timeSays(session.startsAt)}`;
  if (until > 90) return `Today, ${timeSays(first?.startsAt ?? session.startsAt)}`;
  return `You’re needed in about ${until} min`;
}

function familiesSay({ yours, slots }: SessionLine): string {
  if (yours.length === 0) return countOf(slots, 'family', 'families');
  if (yours.length > 3) return `${countOf(yours.length, 'family', 'families')} of yours`;
  return yours.map((slot) => slot.familyName).join(', ');
}
