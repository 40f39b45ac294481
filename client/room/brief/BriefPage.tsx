import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import type { Brief } from '../../../shared/families/discussion-http.js';
import { ApiRefused, ask, wordsFor } from '../../api.js';
import { useLog } from '../../live/use-log.js';
import { Button } from '../../ui/actions/Button.js';
import { dateAndTime, localDate } from '../../ui/format.js';
import { usePageTitle } from '../../ui/frames/page-title.js';
import { Note } from '../../ui/surfaces/Note.js';
import { Failed, Fetching } from '../../ui/surfaces/Waiting.js';
import { useLateForms } from '../fields/use-kept.js';
import { DiscussionContext, type InDiscussion } from '../in-discussion.js';
import { peopleOf } from '../people/people.js';
import { useDirectory, useDiscussionFacts } from '../session/facts.js';
import { BriefSheet } from './BriefSheet.js';

/**
 * The preparation of one family's discussion, at /discussions/:discussionId; `?as-frozen` shows what people could read the
 * day before, `?as-opened` what they had read when it began.
 */
export function BriefPage() {
  const { discussionId = '' } = useParams();
  const [search] = useSearchParams();
  const then = (['as-opened', 'as-frozen'] as const).find((which) => search.has(which)) ?? null;
  const asOpened = then !== null;
  const logId = `discussion/${discussionId}` as const;
  const log = useLog(logId);
  const facts = useDiscussionFacts(discussionId);
  const directory = useDirectory();
  const fixed = useFixedBrief(discussionId, then);
  const people = useMemo(() => {
    const first = facts.data?.people ?? [];
    const known = new Set(first.map((p) => p.personId));
    return peopleOf([...first, ...(directory.data ?? []).filter((p) => !known.has(p.personId))]);
  }, [facts.data, directory.data]);
  const state = asOpened ? (fixed.data?.state as DiscussionState | undefined) : log.state;
  usePageTitle(['Brief']);
  useLateForms(logId, log.state.status === 'signed');

  const here = useMemo<InDiscussion | null>(() => {
    if (!state || state.status === 'empty') return null;
    // What was read cannot be written in: seen by somebody with no relation, every field is text.
    const you = asOpened ? { ...log.you, relations: [] } : log.you;
    return { logId, log, state, you, people, today: localDate(new Date()) };
  }, [asOpened, log, logId, people, state]);

  const error = facts.error ?? fixed.error;
  if (error || log.status === 'gone') {
    const refused = !error || error instanceof ApiRefused;
    return (
      <Failed
        fact={
          refused
            ? 'We could not find this family, or it is not yours to see.'
            : 'We could not fetch this brief.'
        }
        action={
          refused ? (
            <Link to="/">Go to your supervision</Link>
          ) : (
            <Button onClick={() => void Promise.all([facts.refetch(), fixed.refetch()])}>Try again</Button>
          )
        }
      >
        {refused ? 'Words you had not sent are kept on this device.' : wordsFor(error)}
      </Failed>
    );
  }
  if (!here || !facts.data) return <Fetching>Fetching the brief</Fetching>;
  return (
    <DiscussionContext value={here}>
      <div className="stack">
        {then && (
          <Note icon="clock">
            This is the brief as people had it
            {fixed.data?.fixedAt && ` when ${whenWords[then]}, ${dateAndTime(fixed.data.fixedAt)}`}.{' '}
            <Link to={`/discussions/${discussionId}`}>See it as it is now</Link>
          </Note>
        )}
        <BriefSheet facts={facts.data} asOpened={asOpened} />
      </div>
    </DiscussionContext>
  );
}

const whenWords = { 'as-opened': 'the session opened', 'as-frozen': 'it was frozen' };

function useFixedBrief(discussionId: string, then: keyof typeof whenWords | null) {
  return useQuery({
    queryKey: ['brief', discussionId, then],
    queryFn: ({ signal }) =>
      ask<Brief>('GET', `discussions/${discussionId}/brief?${then}=1`, undefined, signal),
    enabled: then !== null,
  });
}
