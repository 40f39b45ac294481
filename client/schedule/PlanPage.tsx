import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { You } from '../../shared/people/sign-in.js';
import type { SessionPage } from '../../shared/schedule/http.js';
import type { SlotEnded } from '../../shared/schedule/planner.js';
import { type SessionState, slotReasons } from '../../shared/session/state.js';
import { Asked } from '../Asked.js';
import { useDirectory, useTeams } from '../directory.js';
import type { Around } from '../live/around.js';
import { type UsedLog, useLog } from '../live/use-log.js';
import { Button, ButtonLink } from '../ui/actions/Button.js';
import { localDate, longDate, timeOfDay, weekdayShortDate } from '../ui/format.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Icon } from '../ui/icons.js';
import { Card } from '../ui/surfaces/Card.js';
import { Note } from '../ui/surfaces/Note.js';
import { Empty } from '../ui/surfaces/Waiting.js';
import { CancelDialog } from './CancelDialog.js';
import { PutFamilies } from './PutFamilies.js';
import { fitsSays, moved, timed } from './running-order.js';
import { SessionDialog } from './SessionDialog.js';
import { SlotRow } from './SlotRow.js';
import { useSessionPage } from './use-session-page.js';
import './schedule.css';

/** One session before it opens: day, place and chair, and which families are taken in which order. */
export function PlanPage({ around }: { around: Around }) {
  usePageTitle(['Plan a session']);
  const { sessionId = '' } = useParams();
  const session = useSessionPage(sessionId);
  return (
    <Asked page query={session} fetching="Fetching the session">
      {(page) => <Plan session={page} around={around} />}
    </Asked>
  );
}

function Plan({ session, around }: { session: SessionPage; around: Around }) {
  const today = localDate(new Date());
  const [asking, setAsking] = useState<'change' | 'cancel' | null>(null);
  const [told, setTold] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const { teamName } = useTeams();
  const directory = useDirectory();
  const log = useLog(`session/${session.sessionId}`);
  const planned = session.status === 'planned';
  const facts = [
    `${timeOfDay(session.startsAt)} to ${timeOfDay(session.endsAt)}`,
    session.room,
    `${session.chairId ? directory.fullName(session.chairId) : 'nobody yet'} chairs`,
    session.penId ? `${directory.fullName(session.penId)} holds the pen` : 'the chair holds the pen',
  ];
  return (
    <div className="stack">
      <p>
        <Link to="/sessions">Sessions</Link>
      </p>
      <div className="row apart wraps">
        <h1 ref={heading} tabIndex={-1}>
          {teamName(session.teamId)},{' '}
          {session.date === today ? 'today' : weekdayShortDate(session.date, today)}
        </h1>
        <span className="row wraps">
          {planned && session.mayPlan && <Button onClick={() => setAsking('change')}>Change</Button>}
          {session.status !== 'closed' && session.mayPlan && (
            <Button onClick={() => setAsking('cancel')}>Cancel the session</Button>
          )}
          <ToTheRoom session={session} log={log} />
        </span>
      </div>
      <p className="muted">
        {[session.title, ...facts].filter(Boolean).join(' · ')}
        {session.joinLink && !session.cancelled && (
          <>
            {' · '}
            <a href={session.joinLink} rel="noreferrer" target="_blank">
              link to the call
            </a>
          </>
        )}
      </p>
      <p role="status" className="visually-hidden">
        {told}
      </p>
      {session.cancelled && (
        <Note tone="warn">
          Cancelled on {longDate(session.cancelled.at)}. {slotReasons[session.cancelled.reason]}. Allowed by{' '}
          {directory.fullName(session.cancelled.allowedBy)}.
        </Note>
      )}
      <div className="with-side">
        <Order session={session} log={log} today={today} you={around.you} />
        {planned && session.mayPlan && <PutFamilies session={session} today={today} />}
      </div>
      {asking === 'change' && (
        <SessionDialog you={around.you} session={session} onClose={() => setAsking(null)} />
      )}
      {asking === 'cancel' && (
        <CancelDialog
          session={session}
          today={today}
          you={around.you}
          onClose={() => setAsking(null)}
          onDone={(words) => {
            setTold(words);
            // The button that asked is gone.
            requestAnimationFrame(() => heading.current?.focus());
          }}
        />
      )}
    </div>
  );
}

/** A manager opens the session; everybody else goes where it will be. */
function ToTheRoom({ session, log }: { session: SessionPage; log: UsedLog<SessionState> }) {
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const to = `/sessions/${session.sessionId}`;
  if (log.status === 'gone' || session.cancelled) return null;
  const mayOpen = log.status === 'live' && log.wouldRefuse('session.open', {}) === null;
  if (session.status === 'planned' && mayOpen) {
    const open = async () => {
      setBusy(true);
      const outcome = await log.change('session.open', {});
      setBusy(false);
      if ('refusal' in outcome) setWrong(outcome.refusal.says);
      else void navigate(to);
    };
    return (
      <>
        <Button kind="primary" busy={busy ? 'Opening' : undefined} onClick={() => void open()}>
          Open the session
        </Button>
        {wrong && (
          <p className="bad-words" role="alert">
            {wrong}
          </p>
        )}
      </>
    );
  }
  return (
    <ButtonLink kind={session.status === 'open' ? 'primary' : 'plain'} to={to} icon={<Icon name="video" />}>
      {session.status === 'open' ? 'Join' : session.status === 'closed' ? 'See the room' : 'Go to the room'}
    </ButtonLink>
  );
}

interface OrderProps {
  session: SessionPage;
  log: UsedLog<SessionState>;
  today: string;
  you: You;
}

function Order({ session, log, today, you }: OrderProps) {
  const [ended, setEnded] = useState<SlotEnded | null>(null);
  const [wrong, setWrong] = useState('');
  const queries = useQueryClient();
  const slots = timed(session);
  const ids = slots.map(({ slot }) => slot.slotId);
  const { words, over } = fitsSays(session);
  const mayArrange =
    log.status === 'live' &&
    session.status === 'planned' &&
    log.wouldRefuse('session.reorder', { slotIds: ids }) === null;
  const change = async (kind: string, payload: unknown) => {
    const outcome = await log.change(kind, payload);
    setWrong('refusal' in outcome ? outcome.refusal.says : '');
    await queries.invalidateQueries();
  };
  return (
    <Card heading="Families, in order" aside={<span className="small muted">{words}</span>}>
      {over && (
        <Note tone="warn" icon="clock">
          {over} Shorten one, or move one to another session.
        </Note>
      )}
      {wrong && (
        <Note tone="bad" role="alert">
          {wrong}
        </Note>
      )}
      {ended && (
        <Note tone={ended.breaches ? 'warn' : 'accent'} role="status">
          {ended.says}
        </Note>
      )}
      {slots.length === 0 ? (
        <Empty fact="No family is in this session yet.">
          {session.mayPlan ? 'Put families in from the list beside it.' : 'Business support puts them in.'}
        </Empty>
      ) : (
        <ol>
          {slots.map((place, at) => (
            <SlotRow
              key={place.slot.slotId}
              place={place}
              session={session}
              today={today}
              you={you}
              onTakenOut={setEnded}
              onMinutes={
                mayArrange
                  ? (minutes) => void change('slot.minutes', { slotId: place.slot.slotId, minutes })
                  : undefined
              }
              onMove={
                mayArrange
                  ? (by) => void change('session.reorder', { slotIds: moved(ids, place.slot.slotId, by) })
                  : undefined
              }
              first={at === 0}
              last={at === slots.length - 1}
            />
          ))}
        </ol>
      )}
    </Card>
  );
}
