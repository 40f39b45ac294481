import { EventEmitter } from 'node:events';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import type { Moments } from './writer.js';

/**
 * When a kill comes. None of them sees inside the server: they are aimed from outside, by what a client knows and by
 * what SQLite's own files show, so that each lands often, not always, in the stretch it is named after.
 *  random: 50 to 1,500 ms after everybody began.
 *  sent: 0 to 4 ms after a change left somebody's device and before its answer was heard.
 *  moving: the same, of a change that is recorded in several logs and tables at once.
 *  written: as soon as the write-ahead log was seen to change: a commit is on its way to the disk.
 *  committed: as soon as the log's index was seen to change, which is after the commit and before any answer left.
 *  answered: as soon as an answer was heard; others of the same commit may not have theirs.
 *  starting: while the server starts after the kill before, and again before it is ready.
 */
export const aims = ['random', 'sent', 'moving', 'written', 'committed', 'answered', 'starting'] as const;
export type Aim = (typeof aims)[number];

const pause = (ms: number) => new Promise<void>((later) => setTimeout(later, ms));
const givesUpMs = 2000;

export class Killer implements Moments {
  private readonly told = new EventEmitter();

  constructor(
    private readonly chance: () => number,
    /** Where the write-ahead log is, if this process can see it. */
    private readonly dataDir: string | null,
  ) {}

  sent(kinds: readonly string[]): void {
    this.told.emit('sent');
    if (kinds.includes('session.goTo')) this.told.emit('moving');
  }

  answered(): void {
    this.told.emit('answered');
  }

  /** Half of the kills come at random; the other half are aimed, each way in turn. */
  aimOf(cycle: number): Aim {
    if (cycle % 2 === 0) return 'random';
    const ways = aims.filter((aim) => aim !== 'random' && (!seen(aim) || this.dataDir));
    return ways[((cycle - 1) / 2) % ways.length] as Aim;
  }

  /** Resolves when it is time. */
  async moment(aim: Aim): Promise<void> {
    if (aim === 'random' || aim === 'starting') return pause(50 + this.chance() * 1450);
    await pause(50 + this.chance() * 600);
    if (seen(aim)) return this.changed(aim === 'written' ? 'wal' : 'shm');
    await Promise.race([new Promise((now) => this.told.once(aim, now)), pause(givesUpMs)]);
    if (aim !== 'answered') await pause(this.chance() * 4);
  }

  /** Looks without a pause, since a commit takes less than a turn of the event loop; now and then others get theirs. */
  private async changed(part: 'wal' | 'shm'): Promise<void> {
    const file = openSync(path.join(this.dataDir as string, `supervision.sqlite-${part}`), 'r');
    // The head of the index names its last whole transaction; the log itself tells by its size and time.
    const head = Buffer.alloc(48);
    const stamp = (): string => {
      if (part === 'shm') return head.toString('latin1', 0, readSync(file, head, 0, head.length, 0));
      const { mtimeNs, size } = fstatSync(file, { bigint: true });
      return `${mtimeNs} ${size}`;
    };
    const before = stamp();
    const end = performance.now() + givesUpMs;
    while (performance.now() < end) {
      const pausesAt = performance.now() + 20;
      while (performance.now() < pausesAt) {
        if (stamp() === before) continue;
        closeSync(file);
        return;
      }
      await new Promise<void>((next) => setImmediate(next));
    }
    closeSync(file);
  }
}

/** Whether an aim looks at SQLite's files. */
function seen(aim: Aim): boolean {
  return aim === 'written' || aim === 'committed';
}
