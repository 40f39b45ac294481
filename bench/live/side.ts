import type { ServerProcess } from '../lib/server-process.js';
import type { DriverName } from './plan.js';

/** Something that is measured: how it is called, how people speak to it, and how it is started afresh for each run. */
export interface Side {
  name: string;
  driver: DriverName;
  open(): Promise<OpenSide>;
}

export interface OpenSide {
  port: number;
  server: ServerProcess;
  /** Processes outside the server that work for it (a database). */
  alsoServing: readonly number[];
  /** Flushes to disk so far. */
  syncs(): number;
  /** product only: the file that says who signs in where. */
  council?: string;
  close(): Promise<void>;
}
