/** A change as the floor knows it: who is in the room sees it, and it is an entry and a review when stored. */
export interface FloorChange {
  kind: string;
  discussion: string;
  family: string;
  discipline: string;
  id: string;
  text: string;
}

/** Resolves when the change is on disk, with its number. */
export type Store = (change: FloorChange) => Promise<number>;

const LARGEST = 256;

/**
 * Natural group commit: while one commit runs newcomers wait, and the next takes them all. No timer, because
 * waiting for company was measured to make it slower.
 */
export function grouped(commit: (changes: FloorChange[]) => Promise<number[]>): Store {
  type Waiting = { change: FloorChange; done: (seq: number) => void; fail: (error: unknown) => void };
  const waiting: Waiting[] = [];
  let busy = false;
  const run = async (): Promise<void> => {
    busy = true;
    while (waiting.length) {
      const batch = waiting.splice(0, LARGEST);
      try {
        const numbers = await commit(batch.map((one) => one.change));
        batch.forEach((one, i) => {
          one.done(numbers[i] as number);
        });
      } catch (error) {
        for (const one of batch) one.fail(error);
      }
    }
    busy = false;
  };
  return (change) =>
    new Promise((done, fail) => {
      waiting.push({ change, done, fail });
      // Not at once: changes that came with the same turn of the loop belong into the same commit.
      if (!busy) {
        busy = true;
        queueMicrotask(() => void run());
      }
    });
}
