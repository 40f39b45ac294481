import { type QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { MoveSays } from '../../../../shared/schedule/planner.js';
import { ask } from '../../../api.js';

/** A move that is not made yet: where it would be sent, and what. */
export interface Wish {
  /** `planner/slots/…/move`; asked with `/say` behind it. */
  path: string;
  body: unknown;
}

const keyOf = ({ path, body }: Wish) => ['says', path, body] as const;
const answer = (wish: Wish, signal?: AbortSignal) =>
  ask<MoveSays>('POST', `${wish.path}/say`, wish.body, signal);
/** An answer is good for as long as the board is as it was; a little later it is asked again. */
const staleTime = 5_000;

/** What a move would do, told before it is made. Null asks nothing; one that is being made is not asked about again. */
export function useSays(wish: Wish | null, underWay = false): UseQueryResult<MoveSays> {
  return useQuery<MoveSays>({
    queryKey: wish ? keyOf(wish) : ['says', null],
    queryFn: ({ signal }) => answer(wish ?? { path: '', body: null }, signal),
    enabled: wish !== null && !underWay,
    staleTime,
  });
}

/** The same, once: for a slot that was let go over a session. */
export function saysOf(queries: QueryClient, wish: Wish): Promise<MoveSays> {
  return queries.fetchQuery({
    queryKey: keyOf(wish),
    queryFn: ({ signal }) => answer(wish, signal),
    staleTime,
  });
}

/** What is already known of it, for checking a form before it is sent. */
export function saysKnown(queries: QueryClient, wish: Wish): MoveSays | undefined {
  return queries.getQueryData<MoveSays>(keyOf(wish));
}
