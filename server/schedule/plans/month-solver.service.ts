import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Refused } from '../../../shared/refusals.js';
import { clashesOf } from '../../../shared/schedule/planning/clashes.js';
import type { MonthPlan, PlanProblem } from '../../../shared/schedule/planning/problem.js';

const self = fileURLToPath(import.meta.url);
// Twelve teams take a few seconds; beyond this something is wrong.
const limitMilliseconds = 30_000;

/** Has a month planned in a thread of its own, so that the rooms that are live meanwhile are not kept waiting. */
@Injectable()
export class MonthSolver implements OnApplicationShutdown {
  private readonly running = new Set<Worker>();

  /** The plan, looked through once more by a reader of its own: what it puts somewhere is nobody's clash. */
  async solve(problem: PlanProblem): Promise<MonthPlan> {
    const plan = await this.inThread(problem);
    const wrong = clashesOf(problem, plan).filter((clash) => !clash.stood);
    if (wrong.length) throw new Error(`The plan has clashes: ${wrong.map(({ kind }) => kind).join(', ')}`);
    return plan;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.running].map((worker) => worker.terminate()));
  }

  private inThread(problem: PlanProblem): Promise<MonthPlan> {
    const worker = new Worker(program(), {
      workerData: problem,
      env: {},
      execArgv: teaching(),
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    this.running.add(worker);
    return new Promise<MonthPlan>((done, fail) => {
      const timer = setTimeout(() => {
        fail(new Refused('cannot-save', 'This month took too long to plan. Plan fewer teams at once.'));
        void worker.terminate();
      }, limitMilliseconds);
      worker.once('message', done);
      worker.once('error', fail);
      worker.once('exit', (code) => {
        clearTimeout(timer);
        this.running.delete(worker);
        fail(new Error(`The planning thread ended with ${code}`));
      });
    });
  }
}

function program(): string {
  return path.join(path.dirname(self), self.endsWith('.ts') ? 'plan-worker.ts' : 'plan-worker.js');
}

/** Run from source, as the tests do, Node has to be taught TypeScript first. */
function teaching(): string[] {
  if (!self.endsWith('.ts')) return [];
  const root = path.resolve(path.dirname(self), '../../..');
  return ['--import', pathToFileURL(path.join(root, 'test/support/from-source.mjs')).href];
}
