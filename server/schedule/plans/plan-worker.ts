import { parentPort, workerData } from 'node:worker_threads';
import { planMonth } from '../../../shared/schedule/planning/plan-month.js';
import type { PlanProblem } from '../../../shared/schedule/planning/problem.js';

// The whole of the thread that plans a month: a problem in, a plan out.
parentPort?.postMessage(planMonth(workerData as PlanProblem));
