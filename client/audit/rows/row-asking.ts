import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Cut } from '../../../shared/audit/figure.js';
import type { RowsAsked, RowsPage } from '../../../shared/audit/rows-http.js';
import { ask } from '../../api.js';
import { type AuditQuestion, asQuery } from '../asking.js';
import { withReason } from '../reason/reason.js';
import { useReasonKept } from '../reason/reason-provider.js';

/** Which rows a number is of. */
export interface RowsOf
  extends Pick<RowsAsked, 'measure' | 'month' | 'lands' | 'reason' | 'group' | 'provisional'> {
  /** What the group is one of, where that is not what the page is cut by. */
  by?: Cut | null;
}

/** The rows as the server is asked for them. */
export function rowsQuery(question: AuditQuestion, { by, ...of }: RowsOf): string {
  const query = new URLSearchParams(asQuery({ ...question, by: by === undefined ? question.by : by }));
  for (const [name, value] of Object.entries(of)) if (value !== undefined) query.set(name, value);
  return query.toString();
}

/** While other rows are asked for, those that are there stay. */
export function useRows(question: AuditQuestion, of: RowsOf): UseQueryResult<RowsPage> {
  const reason = useReasonKept();
  const path = `audit/rows?${rowsQuery(question, of)}`;
  return useQuery<RowsPage>({
    queryKey: ['asked', path],
    queryFn: ({ signal }) => ask<RowsPage>('GET', withReason(path, reason.given()), undefined, signal),
    placeholderData: keepPreviousData,
  });
}
