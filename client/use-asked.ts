import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask } from './api.js';

/** The answer to a question under /api, kept fresh while a page shows it. Null asks nothing yet. */
export function useAsked<T>(path: string | null): UseQueryResult<T> {
  return useQuery<T>({
    queryKey: ['asked', path],
    queryFn: ({ signal }) => ask<T>('GET', path ?? '', undefined, signal),
    enabled: path !== null,
  });
}
