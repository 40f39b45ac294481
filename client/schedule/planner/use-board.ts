import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Board } from '../../../shared/schedule/planner.js';
import { ask, askByItself } from '../../api.js';
import { useLogs } from '../../live/use-logs.js';
import { listed } from '../../ui/format.js';
import { useAnnouncer } from '../../ui/live-regions/LiveRegions.js';
import { changedSessions, dayShort } from './board-words.js';

/** What the board cannot hear of (a new session, somebody's leave) is asked for this often, in milliseconds. */
const askEvery = 60_000;

/** A board that was fetched is compared within this time after it came, in milliseconds. */
const drawnWithin = 500;

export interface UsedBoard {
  query: UseQueryResult<Board>;
  /** What somebody else has just changed, in words; '' once one has done something oneself. */
  news: string;
  /** From here on what changes is this person's own doing, until the returned function is called. */
  begin(): () => void;
}

const pathOf = (teamId: string, month: string) => `planner/board?teamId=${teamId}&month=${month}`;

/** Under which the answer is kept: the same as of any other question. */
export function boardKey(teamId: string, month: string): readonly unknown[] {
  return ['asked', pathOf(teamId, month)];
}

/** A team's month, asked anew whenever the log of one of its sessions has grown: two people who plan see each other. */
export function useBoard(teamId: string, month: string): UsedBoard {
  const path = pathOf(teamId, month);
  const known = useRef('');
  const query = useQuery<Board>({
    queryKey: boardKey(teamId, month),
    queryFn: async ({ signal }) => {
      // Only the first look is the person's own: what the page asks by itself must keep nobody signed in.
      const own = known.current !== path;
      const board = await (own
        ? ask<Board>('GET', path, undefined, signal)
        : askByItself<Board>(path, signal));
      known.current = path;
      return board;
    },
    enabled: teamId !== '',
    refetchInterval: askEvery,
  });
  const board = query.data;
  const seqs = useLogs(board?.sessions.map(({ sessionId }) => `session/${sessionId}` as const) ?? []);
  const { refetch } = query;
  const asked = useRef(new Map<string, number>());
  useEffect(() => {
    const grown = board?.sessions.filter(({ sessionId, seq }, at) => {
      const heard = seqs[at] ?? 0;
      return heard > seq && heard > (asked.current.get(sessionId) ?? 0);
    });
    if (!grown?.length) return;
    for (const session of grown)
      asked.current.set(session.sessionId, seqs[board?.sessions.indexOf(session) ?? -1] ?? 0);
    void refetch();
  }, [board, seqs, refetch]);
  return { query, ...useNews(board) };
}

/** Compares each board with the one before: a change that was not one's own is said. */
function useNews(board: Board | undefined): Pick<UsedBoard, 'news' | 'begin'> {
  const announcer = useAnnouncer();
  const [news, setNews] = useState('');
  const before = useRef(board);
  const doing = useRef(0);
  useEffect(() => {
    const was = before.current;
    before.current = board;
    if (was === board) return;
    if (!was || !board || was.teamId !== board.teamId || was.month !== board.month) return setNews('');
    if (doing.current > 0) return;
    const changed = changedSessions(was, board);
    if (changed.length === 0) return;
    const days = changed.map((session) => dayShort(session, board.sessions, board.today));
    const words = `Somebody else has changed ${listed(days)}.`;
    setNews(words);
    announcer.say({ kind: 'board', words });
  }, [board, announcer]);
  const begin = useCallback(() => {
    let over = false;
    doing.current += 1;
    setNews('');
    return () => {
      if (over) return;
      over = true;
      setTimeout(() => {
        doing.current -= 1;
      }, drawnWithin);
    };
  }, []);
  return { news, begin };
}
