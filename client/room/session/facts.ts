import { useQuery } from '@tanstack/react-query';
import type { DiscussionFacts } from '../../../shared/families/discussion-http.js';
import type { Person, Team } from '../../../shared/people/directory.js';
import type { SessionLine, SessionPage } from '../../../shared/schedule/http.js';
import { ask } from '../../api.js';

/** What the session's log does not say: which of its families are yours, with their names. Asked anew when `slots` changes. */
export function useSessionFacts(sessionId: string, slots: string) {
  return useQuery({
    queryKey: ['session', sessionId, slots],
    queryFn: ({ signal }) => ask<SessionPage>('GET', `sessions/${sessionId}`, undefined, signal),
    // What was known stands while a new family is asked for.
    placeholderData: (before) => before,
  });
}

/** Names, marks, the last minutes: what stands around a discussion. */
export function useDiscussionFacts(discussionId: string) {
  return useQuery({
    queryKey: ['discussion', discussionId],
    queryFn: ({ signal }) => ask<DiscussionFacts>('GET', `discussions/${discussionId}`, undefined, signal),
  });
}

/** Every colleague, for owners, deputies and whoever may be let in. */
export function useDirectory() {
  return useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => ask<Person[]>('GET', 'people', undefined, signal),
    staleTime: 5 * 60_000,
  });
}

/** Teams by id, for the name of the place. */
export function useTeams() {
  return useQuery({
    queryKey: ['teams'],
    queryFn: ({ signal }) => ask<Team[]>('GET', 'teams', undefined, signal),
    staleTime: 5 * 60_000,
  });
}

/** Your sessions of one day, to say until when you are free. */
export function useDay(date: string) {
  return useQuery({
    queryKey: ['sessions', date],
    queryFn: ({ signal }) =>
      ask<SessionLine[]>('GET', `sessions?from=${date}&to=${date}&mine=1`, undefined, signal),
    enabled: date !== '',
  });
}
