import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DiscussionFacts } from '../../../shared/families/discussion-http.js';
import { proseText } from '../../../shared/live/prose.js';
import { mayChair } from '../../../shared/people.js';
import type { SessionPage } from '../../../shared/schedule/http.js';
import { ask } from '../../api.js';
import { ButtonLink } from '../../ui/actions/Button.js';
import { dateAndTime, wordCount } from '../../ui/format.js';
import { useDiscussion } from '../in-discussion.js';
import { Band } from '../sheet/Band.js';
import { FrozenLine } from './FrozenLine.js';
import { readersOf } from './readers.js';

/** A quick reader's words in a minute. */
const wordsAMinute = 230;

/** The family, when its brief was fixed, who has read it, and the way into the meeting. */
export function BriefHead({ facts, asOpened }: { facts: DiscussionFacts; asOpened: boolean }) {
  const { state, you, log } = useDiscussion();
  const { sessionId, slotId } = facts;
  const session = useQuery({
    queryKey: ['session', sessionId, 'head'],
    queryFn: ({ signal }) => ask<SessionPage>('GET', `sessions/${sessionId}`, undefined, signal),
    enabled: sessionId !== null,
  });
  const slot = session.data?.slots.find((s) => s.slotId === slotId);
  const words = Object.values(state.prose).reduce((sum, prose) => sum + wordCount(proseText(prose)), 0);
  const { read, of } = readersOf(state);
  const inMeeting =
    session.data && session.data.status !== 'closed' && state.status !== 'signed' && !asOpened;
  return (
    <Band
      pattern={slot?.pattern ?? 1}
      aside={
        <div className="brief-head">
          <p className="small muted">
            {state.brief ? (
              <>
                Fixed {dateAndTime(state.brief.at)}
                {!asOpened && (
                  <>
                    {' · '}
                    <Link to={`/discussions/${state.discussionId}?as-opened=1`}>as it was then</Link>
                  </>
                )}
              </>
            ) : (
              'Open for preparation'
            )}
            {facts.frozen && !asOpened && (
              <>
                <br />
                <FrozenLine frozen={facts.frozen} />
              </>
            )}
            <br />
            {Math.max(1, Math.ceil(words / wordsAMinute))} min read
            {of > 0 && ` · read by ${read} of ${of}`}
          </p>
          {inMeeting && (
            <ButtonLink kind="primary" to={`/sessions/${sessionId}`}>
              {mayChair(you) && session.data?.status === 'planned' ? 'Open the meeting' : 'Go to the meeting'}
            </ButtonLink>
          )}
          {state.status === 'signed' && facts.minutesId && (
            <ButtonLink to={`/minutes/${facts.minutesId}`}>See the minutes</ButtonLink>
          )}
          {log.status === 'offline' && <span className="small warn-words">Offline</span>}
        </div>
      }
    />
  );
}
