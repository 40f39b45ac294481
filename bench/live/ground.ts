import { type Cluster, startPostgres } from '../lib/postgres.js';
import { makeSlowDisk } from '../lib/slow-disk.js';

/** Where the sides of a run store: all on a disk of the same known speed. */
export interface Ground {
  syncMicroseconds: number;
  /** A PostgreSQL on such a disk; undefined where PostgreSQL is not installed. */
  cluster: Cluster | undefined;
  leave(): Promise<void>;
}

/** Makes the ground of a run, whose disk takes so many microseconds for each flush. */
export async function makeGround(syncMicroseconds: number): Promise<Ground> {
  const disk = makeSlowDisk(syncMicroseconds);
  const cluster = await startPostgres(disk);
  return {
    syncMicroseconds,
    cluster,
    async leave() {
      await cluster?.stop();
      disk.remove();
    },
  };
}
