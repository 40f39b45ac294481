import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { type Cut, cuts } from '../../shared/audit/figure.js';
import type {
  AttendancePage,
  GapsPage,
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
  /** What the figures are cut by; null: all together. */
  by: Cut | null;
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
    by: cuts.find((cut) => cut === params.get('by')) ?? null,
    asReported: params.get('figures') === 'reported',
  };
  const change = (asked: AuditChange) => {
    const next = { ...question, ...asked };
    const entries = {
      team: next.teamId,
      'as-at': next.asAt,
      limit: next.limit === 'policy' ? null : next.limit,
      by: next.by,
      figures: next.asReported ? 'reported' : null,
    };
    const given = Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== null);
    setParams(Object.fromEntries(given), { replace: true });
  };
  return [question, change];
}

/** The question as the server reads it. */
export function asQuery({ teamId, asAt, limit, by }: Omit<AuditQuestion, 'asReported'>): string {
  const query = new URLSearchParams({ limit });
  if (by) query.set('by', by);
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
  // Months are cut one by one, where one is opened.
  useLooked<MonthsPage>(`audit/months?${asQuery({ ...question, by: null })}`);
export const useAttendance = (question: AuditQuestion): UseQueryResult<AttendancePage> =>
  useLooked<AttendancePage>(`audit/attendance?${asQuery(question)}`);
export const useOversight = (question: AuditQuestion): UseQueryResult<OversightPage> =>
  useLooked<OversightPage>(`audit/oversight?${asQuery(question)}`);
export const useGaps = (question: AuditQuestion): UseQueryResult<GapsPage> =>
  useLooked<GapsPage>(`audit/gaps?${asQuery(question)}`);

/** Why one family stands as it does; asked for when its row is opened. */
export function useWhy(familyId: string | null, question: AuditQuestion): UseQueryResult<WhyPage> {
  const query = asQuery({ ...question, teamId: null, by: null });
  return useLooked<WhyPage>(familyId === null ? null : `audit/why?familyId=${familyId}&${query}`);
}
