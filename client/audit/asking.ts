import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type {
  AttendancePage,
  MonthsPage,
  OversightPage,
  SnapshotPage,
  WhyPage,
} from '../../shared/audit/http.js';
import { ask } from '../api.js';
import { withReason } from './reason/reason.js';
import { useReasonKept } from './reason/reason-provider.js';

/** What the audit is read at; it stands in the address, so that a page can be kept and sent. */
export interface AuditQuestion {
  /** Null: every team whose figures the reader may see. */
  teamId: string | null;
  /** Null: today. */
  asAt: string | null;
  /** A limit's code: "28d", "month", "policy". */
  limit: string;
  /** Show months as they were reported. */
  asReported: boolean;
}

export type AuditChange = Partial<AuditQuestion>;

/** The question as the address holds it, and how it is changed. Whoever has just one team reads that. */
export function useAuditQuestion(onlyTeam: string | null): [AuditQuestion, (change: AuditChange) => void] {
  const [params, setParams] = useSearchParams();
  const question = {
    teamId: params.get('team') ?? onlyTeam,
    asAt: params.get('as-at'),
    limit: params.get('limit') ?? 'policy',
    asReported: params.get('figures') === 'reported',
  };
  const change = (asked: AuditChange) => {
    const next = { ...question, ...asked };
    const entries = {
      team: next.teamId,
      'as-at': next.asAt,
      limit: next.limit === 'policy' ? null : next.limit,
      figures: next.asReported ? 'reported' : null,
    };
    const given = Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== null);
    setParams(Object.fromEntries(given), { replace: true });
  };
  return [question, change];
}

/** The question as the server reads it. */
export function asQuery({ teamId, asAt, limit }: Omit<AuditQuestion, 'asReported'>): string {
  const query = new URLSearchParams({ limit });
  if (teamId) query.set('teamId', teamId);
  if (asAt) query.set('asAt', asAt);
  return query.toString();
}

/**
 * An answer of the audit, asked for with the reason that was given by then. It is the same answer whatever the reason, and
 * stays on the page while it is asked for again with another.
 */
export function useLooked<T>(path: string | null): UseQueryResult<T> {
  const reason = useReasonKept();
  return useQuery<T>({
    queryKey: ['asked', path],
    queryFn: ({ signal }) => ask<T>('GET', withReason(path ?? '', reason.given()), undefined, signal),
    enabled: path !== null,
  });
}

export const useSnapshot = (question: AuditQuestion): UseQueryResult<SnapshotPage> =>
  useLooked<SnapshotPage>(`audit/snapshot?${asQuery(question)}`);
export const useMonths = (question: AuditQuestion): UseQueryResult<MonthsPage> =>
  useLooked<MonthsPage>(`audit/months?${asQuery(question)}`);
export const useAttendance = (question: AuditQuestion): UseQueryResult<AttendancePage> =>
  useLooked<AttendancePage>(`audit/attendance?${asQuery(question)}`);
export const useOversight = (question: AuditQuestion): UseQueryResult<OversightPage> =>
  useLooked<OversightPage>(`audit/oversight?${asQuery(question)}`);

/** Why one family stands as it does; asked for when its row is opened. */
export function useWhy(familyId: string | null, question: AuditQuestion): UseQueryResult<WhyPage> {
  const query = asQuery({ ...question, teamId: null });
  return useLooked<WhyPage>(familyId === null ? null : `audit/why?familyId=${familyId}&${query}`);
}
