import path from 'node:path';
import sqlite3 from 'sqlite3';

/** Held for as long as a process writes in a data directory. */
export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes the data directory for this process, or says (null) that another has it. The lock is the operating system's own,
 * on a file that SQLite holds exclusively: when the process dies, however it dies, the lock goes with it, and no
 * process number left in a file can be mistaken for a living server.
 */
export async function takeLock(dataDir: string): Promise<Lock | null> {
  const handle = await new Promise<sqlite3.Database>((done, fail) => {
    const opened = new sqlite3.Database(path.join(dataDir, 'lock'), (error) =>
      error ? fail(error) : done(opened),
    );
  });
  const close = (): Promise<void> => new Promise((done) => handle.close(() => done()));
  const error = await new Promise<Error | null>((done) => {
    handle.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE', done);
  });
  if (!error) return { release: close };
  await close();
  if (/SQLITE_BUSY/.test(error.message)) return null;
  throw error;
}
