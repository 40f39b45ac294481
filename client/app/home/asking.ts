import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FamilyLine, StepLine } from '../../../shared/families/family.js';
import type { Team } from '../../../shared/people/directory.js';
import type { SessionLine } from '../../../shared/schedule/http.js';
import { ask, askByItself } from '../../api.js';
import { localDate } from '../../ui/format.js';

/** How many days ahead the home page looks: until the next month’s sessions are in sight. */
const ahead = 35;

/** Sessions from today on in which the person is needed, soonest first. */
export function useComingSessions(today: string) {
  return useQuery({
    queryKey: ['sessions', 'mine', today],
    queryFn: ({ signal }) => {
      const to = localDate(new Date(Date.parse(`${today}T12:00:00Z`) + ahead * 24 * 60 * 60 * 1000));
      return askByItself<SessionLine[]>(`sessions?from=${today}&to=${to}&mine=1`, signal);
    },
    // A chair may open it at any moment.
    refetchInterval: 30_000,
    select: (sessions) =>
      [...sessions].sort((a, b) => `${a.date}${a.startsAt}`.localeCompare(`${b.date}${b.startsAt}`)),
  });
}

export function useMyFamilies() {
  return useQuery({
    queryKey: ['families', 'mine'],
    queryFn: ({ signal }) => ask<FamilyLine[]>('GET', 'families', undefined, signal),
  });
}

export function useMySteps() {
  return useQuery({
    queryKey: ['next-steps', 'mine'],
    queryFn: ({ signal }) => ask<StepLine[]>('GET', 'next-steps/mine', undefined, signal),
    select: (steps) => [...steps].sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')),
  });
}

export function useTeams() {
  return useQuery({
    queryKey: ['teams'],
    queryFn: ({ signal }) => ask<Team[]>('GET', 'teams', undefined, signal),
    staleTime: 5 * 60_000,
  });
}

/** The time, renewed each half minute: fine enough for "in about 18 min". */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
