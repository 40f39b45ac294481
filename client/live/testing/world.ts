import type { DiscussionState } from '../../../shared/discussion/state.js';
import type { Actor } from '../../../shared/people.js';
import { Live } from '../live.js';
import { type Kept, MemoryOutbox, type Outbox, type Waiting } from '../outbox/outbox.js';
import { discussion, opens, writing } from './people.js';
import { SmallServer } from './small-server.js';
import { StillWorld } from './still-world.js';

/** Storage that outlives a page, without the ciphertext that its own tests look after. */
class Drawer extends MemoryOutbox implements Outbox {
  override readonly durable = true;
  constructor(private readonly held: { waiting: Waiting[]; kept: Kept[] }) {
    super();
  }
  override put = async (waiting: Waiting) => void this.held.waiting.push(waiting);
  override keep = async (kept: Kept) => {
    await this.remove(kept.change.id);
    this.held.kept.push(kept);
  };
  override remove = async (changeId: string) => {
    this.held.waiting = this.held.waiting.filter((w) => w.change.id !== changeId);
    this.held.kept = this.held.kept.filter((k) => k.change.id !== changeId);
  };
  override takeOver = async () => ({ waiting: [...this.held.waiting], kept: [...this.held.kept] });
  override kept = async () => this.held.kept;
}

/** A small server with one open discussion, and people who open it. */
export function world(seed = 1) {
  const time = new StillWorld(seed);
  let lateness = () => 5;
  const server = new SmallServer({ now: time.now, later: time.later, delay: () => lateness() });
  opens(server);
  return {
    time,
    server,
    isLate: (by: () => number) => {
      lateness = by;
    },
    state: () => server.log(discussion).state as DiscussionState,
    /** Somebody opens the discussion; `drawer` is what their device kept from before. */
    opens(actor: Actor, drawer = { waiting: [] as Waiting[], kept: [] as Kept[] }, mayee = () => true) {
      const line = server.lineFor(() => (mayee() ? actor : null));
      const live = new Live(line, new Drawer(drawer), Object.assign(new StillWorldFor(time, actor.name)));
      live.start();
      live.show(discussion);
      const writes = (text: string, field?: string) =>
        live.change(discussion, 'prose.edit', writing(text, field));
      return { live, line, drawer, writes, view: () => live.view(discussion) as ReturnType<typeof viewOf> };
    },
  };
}

class StillWorldFor {
  static #openings = 0;
  #names = 0;
  readonly #opening = ++StillWorldFor.#openings;
  constructor(
    private readonly time: StillWorld,
    private readonly name: string,
  ) {}
  now = () => this.time.now();
  chance = () => this.time.chance();
  later = (ms: number, work: () => void) => this.time.later(ms, work);
  newId = () => `${this.name}-${this.#opening}-change-${String(++this.#names).padStart(12, '0')}`;
}

function viewOf(live: Live) {
  return live.view(discussion) as ReturnType<Live['view']> & { state: DiscussionState };
}
