import type { Pending } from '../../client/live/engine.js';
import { definitionOf, type LogId } from '../../client/live/logs.js';
import { OpenLog } from '../../client/live/open-log.js';
import { ProseField } from '../../client/live/prose/prose-field.js';
import { editIn } from '../../client/live/words.js';
import type { World } from '../../client/live/world.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import type { Change } from '../../shared/live/change.js';
import type { RoughLine } from './rough-line.js';

/** What outlives a device that dies: what it had not seen recorded, and what was refused. */
export interface Drawer {
  waiting: Map<string, { logId: LogId; change: Change; at: string }>;
  kept: Map<string, { change: Change; code: string }>;
  /** Every change that was ever taken from this person, with its log. */
  made: Map<string, LogId>;
}

export function emptyDrawer(): Drawer {
  return { waiting: new Map(), kept: new Map(), made: new Map() };
}

interface Field {
  field: ProseField;
  refused: number;
}

// biome-ignore lint/suspicious/noExplicitAny: a device holds logs of both kinds
type AnyLog = OpenLog<any>;
const askEveryMs = 10_000;
const sayNothing: readonly string[] = [];

/** The client's own engine as a page puts it together, without the page: logs and fields over a line, and a drawer for an outbox. */
export class Device {
  readonly logs = new Map<LogId, AnyLog>();
  private readonly fields = new Map<string, Field>();
  private up = false;
  private on = true;

  constructor(
    readonly line: RoughLine,
    readonly drawer: Drawer,
    private readonly world: World,
    logIds: readonly LogId[],
  ) {
    for (const logId of logIds) this.logs.set(logId, this.open(logId));
    for (const { logId, change, at } of [...drawer.waiting.values()]) void this.log(logId).add(change, at);
    this.line.start({
      up: () => {
        this.up = true;
        for (const log of this.logs.values()) void log.join();
      },
      down: () => {
        this.up = false;
        for (const log of this.logs.values()) log.lost();
      },
      entries: ({ logId, entries }) => this.log(logId as LogId).heardEntries(entries),
      you: ({ logId, you }) => this.log(logId as LogId).heardYou(you),
      gone: ({ logId }) => this.log(logId as LogId).gone(),
      presence: () => undefined,
      here: () => undefined,
      bye: () => undefined,
      signedOut: () => undefined,
    });
    this.ticks();
  }

  log(logId: LogId): AnyLog {
    const log = this.logs.get(logId);
    if (!log) throw new Error(`Nobody opened ${logId}`);
    return log;
  }

  /** Whether this log was joined, so that one knows what one is changing. */
  knows(logId: LogId): boolean {
    const { status, seq } = this.log(logId).view;
    return status !== 'joining' && seq > 0;
  }

  /** As a page does: what would be refused is not taken, but typed words are kept. */
  change(logId: LogId, kind: string, payload: unknown): void {
    const log = this.log(logId);
    const change: Change = { id: this.world.newId(), kind, payload };
    const why = log.wouldRefuse(change);
    if (why) {
      if (!editIn(change)) return;
      this.drawer.made.set(change.id, logId);
      this.drawer.kept.set(change.id, { change, code: why.code });
      log.countRefused(change);
      return;
    }
    if (log.isNowOrNever(kind)) {
      void log.doNow(change);
      return;
    }
    const at = new Date(this.world.now()).toISOString();
    this.drawer.made.set(change.id, logId);
    this.drawer.waiting.set(change.id, { logId, change, at });
    void log.add(change, at);
  }

  /** A field of prose as its box holds it. */
  field(logId: LogId, key: string): ProseField {
    const place = `${logId} ${key}`;
    const known = this.fields.get(place);
    if (known) return known.field;
    const field = new ProseField({
      known: () => (this.log(logId).view.state as DiscussionState).prose[key]?.updates ?? sayNothing,
      send: (update) => this.change(logId, 'prose.edit', { field: key, update }),
      later: this.later,
    });
    this.fields.set(place, { field, refused: this.log(logId).view.refusedIn[key] ?? 0 });
    return field;
  }

  /** Killed: nothing is said, nothing is saved, and only the drawer is left. */
  dies(): Drawer {
    this.on = false;
    this.line.stop();
    this.logs.clear();
    this.fields.clear();
    return this.drawer;
  }

  flush(): void {
    for (const { field } of this.fields.values()) field.flush();
  }

  get waiting(): number {
    return [...this.logs.values()].reduce((sum, log) => sum + log.view.pending.length, 0);
  }

  /** What a dead device had yet to do is never done. */
  private readonly later = (ms: number, work: () => void) => this.world.later(ms, () => this.on && work());

  private open(logId: LogId): AnyLog {
    const alive = (work: () => void) => () => this.on && work();
    return new OpenLog(logId, definitionOf(logId), {
      line: this.line,
      now: this.world.now,
      chance: this.world.chance,
      later: this.later,
      changed: alive(() => queueMicrotask(alive(() => this.changed(logId)))),
      saved: ({ id }) => this.on && void this.drawer.waiting.delete(id),
      refused: (change, why) => this.on && this.refused(change, why.code),
      tooOld: () => undefined,
      signedOut: () => undefined,
    });
  }

  private refused({ id, kind, payload }: Pending, code: string): void {
    this.drawer.waiting.delete(id);
    this.drawer.kept.set(id, { change: { id, kind, payload }, code });
  }

  private changed(logId: LogId): void {
    const { refusedIn } = this.log(logId).view;
    for (const [place, known] of this.fields) {
      if (!place.startsWith(`${logId} `)) continue;
      const now = refusedIn[place.slice(logId.length + 1)] ?? 0;
      if (now === known.refused) known.field.sync();
      else {
        known.refused = now;
        queueMicrotask(() => this.on && known.field.remake());
      }
    }
  }

  private ticks(): void {
    this.world.later(askEveryMs, () => {
      if (!this.on) return;
      if (this.up) for (const log of this.logs.values()) void log.catchUp();
      this.ticks();
    });
  }
}
