/** The ways a participant can speak to a server. */
export type DriverName = 'socket-io' | 'hocuspocus' | 'sharedb' | 'product';

/** What the load does: steady (a given rate), saturate (a given number under way), or idle (only be there). */
export type LoadMode = 'steady' | 'saturate' | 'idle';

/** What one load process is asked to do. */
export interface LoadPlan {
  driver: DriverName;
  port: number;
  rooms: number;
  people: number;
  mode: LoadMode;
  /** steady: changes a second in each room, written by its people in turn. */
  rate: number;
  /** saturate: changes under way in each room, each by the next of its people; another when everybody has seen one. */
  window: number;
  /** Letters of prose in each change. */
  letters: number;
  warmSeconds: number;
  seconds: number;
  /** How long to wait at the end for what is still under way, before it counts as lost. */
  graceSeconds: number;
  /** product only: the file that says who signs in where. */
  council?: string;
}

/** Waits in milliseconds. */
export interface Waits {
  count: number;
  least: number;
  p50: number;
  p95: number;
  p99: number;
  most: number;
}

export interface LoadResult {
  /** Changes sent while measuring. */
  sent: number;
  /** Changes acknowledged while measuring. */
  acknowledged: number;
  /** Arrivals of a change at another person, while measuring. */
  seen: number;
  /** Changes of the whole run that not everybody had seen when the last seconds of grace were over. */
  lost: number;
  /** Changes that the server refused, and the first reason. */
  refused: number;
  refusal?: string;
  /** From sending to arrival at each other person. */
  sight: Waits;
  /** From sending to the acknowledgement. */
  acknowledgement: Waits;
  /** What the load process itself used, as a share of one core: near 100 it is the limit, not the server. */
  loadPercent: number;
}

export type LoadNews =
  | { news: 'connected' }
  | { news: 'warm' }
  | { news: 'silent' }
  | { news: 'measured'; result: LoadResult }
  | { news: 'failed'; why: string };
