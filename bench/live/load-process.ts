import { fork } from 'node:child_process';
import path from 'node:path';
import type { LoadNews, LoadPlan, LoadResult } from './plan.js';

export interface LoadProcess {
  pid: number;
  connected(): Promise<void>;
  /** Lets everybody write; resolves when they have warmed up and measuring has begun. */
  go(): Promise<void>;
  /** Resolves when the time to measure is over and everybody has fallen silent. */
  silent(): Promise<void>;
  measured(): Promise<LoadResult>;
  stop(): void;
}

/** Starts the process that holds all the people. */
export function startLoad(plan: LoadPlan): LoadProcess {
  const child = fork(path.join(import.meta.dirname, 'load.js'), {
    execArgv: ['--max-old-space-size=4096'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // JSON would turn what was not measured (NaN) into null.
    serialization: 'advanced',
  });
  const told: LoadNews[] = [];
  let wake: (() => void) | undefined;
  const hear = (news: LoadNews): void => {
    told.push(news);
    wake?.();
  };
  child.on('message', hear);
  child.once('exit', (code) => hear({ news: 'failed', why: `the load process ended (${code})` }));
  const next = async <N extends LoadNews['news']>(wanted: N): Promise<Extract<LoadNews, { news: N }>> => {
    while (!told.length)
      await new Promise<void>((done) => {
        wake = done;
      });
    const news = told.shift() as LoadNews;
    if (news.news === 'failed') throw new Error(news.why);
    if (news.news !== wanted) throw new Error(`the load process said "${news.news}" before "${wanted}"`);
    return news as Extract<LoadNews, { news: N }>;
  };
  child.send(plan);
  return {
    pid: child.pid as number,
    connected: async () => {
      await next('connected');
    },
    go: async () => {
      child.send('go');
      await next('warm');
    },
    silent: async () => {
      await next('silent');
    },
    measured: async () => (await next('measured')).result,
    stop: () => {
      child.removeAllListeners();
      child.kill('SIGKILL');
    },
  };
}
