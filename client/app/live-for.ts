import type { You } from '../../shared/people/sign-in.js';
import { ApiRefused, askByItself } from '../api.js';
import { Live } from '../live/live.js';
import { MemoryOutbox, type Outbox, SealedOutbox } from '../live/outbox/outbox.js';
import { outboxKey } from '../live/outbox/sealing.js';
import { OutboxStore } from '../live/outbox/store.js';
import { tabsByLocks } from '../live/outbox/tabs.js';
import { socketLine } from '../live/socket-line.js';

/** The live engine of a person who has just signed in. `kept` is called when the list of kept changes is another. */
export async function liveFor(you: You, kept: () => void): Promise<Live> {
  const world = {
    now: () => Date.now(),
    chance: () => Math.random(),
    later: (ms: number, work: () => void) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    newId: () => crypto.randomUUID(),
  };
  return new Live(socketLine(isSignedIn, you.personId), await outboxOf(you), world, kept);
}

async function outboxOf(you: You): Promise<Outbox> {
  try {
    const [store, key, tabs] = await Promise.all([
      OutboxStore.open(),
      outboxKey(you.outboxKey),
      tabsByLocks(),
    ]);
    return new SealedOutbox(store, key, tabs, () => Date.now());
  } catch {
    return new MemoryOutbox();
  }
}

async function isSignedIn(): Promise<boolean | null> {
  try {
    await askByItself('you');
    return true;
  } catch (error) {
    return error instanceof ApiRefused && error.refusal.code === 'signed-out' ? false : null;
  }
}
