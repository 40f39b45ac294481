import type { Pending } from './engine.js';
import type { Hears } from './line.js';
import type { OpenLog } from './open-log.js';

/** How long a log stays joined after the last page that showed it has gone, in milliseconds. */
export const lingers = 5_000;

// biome-ignore lint/suspicious/noExplicitAny: logs of both kinds stand in one list
export type AnyLog = OpenLog<any>;

/** A log with why it is open. */
export interface Opened {
  log: AnyLog;
  /** How many parts of the page show it. */
  shownBy: number;
  /** It is to be joined: a page shows it, or something waits to be sent to it. */
  wanted: boolean;
}

/** The logs that are open in this tab, by id. */
export class OpenedLogs {
  readonly #byId = new Map<string, Opened>();

  get(logId: string): Opened | undefined {
    return this.#byId.get(logId);
  }

  log(logId: string): AnyLog | undefined {
    return this.#byId.get(logId)?.log;
  }

  set(logId: string, opened: Opened): Opened {
    this.#byId.set(logId, opened);
    return opened;
  }

  all(): Opened[] {
    return [...this.#byId.values()];
  }

  /** Every change that the server has not answered. */
  waiting(): { logId: string; change: Pending }[] {
    return [...this.#byId].flatMap(([logId, { log }]) =>
      log.view.pending.filter((p) => p.acked === undefined).map((change) => ({ logId, change })),
    );
  }

  /** Gives each log what is said of it on the line. */
  hear(): Pick<Hears, 'entries' | 'presence' | 'here' | 'you' | 'gone'> {
    return {
      entries: ({ logId, entries }) => this.log(logId)?.heardEntries(entries),
      presence: ({ logId, personId, field }) => this.log(logId)?.heardPresence(personId, field),
      here: ({ logId, people }) => this.log(logId)?.heardHere(people),
      you: ({ logId, you }) => this.log(logId)?.heardYou(you),
      gone: ({ logId }) => this.log(logId)?.gone(),
    };
  }

  /** Leaves a log that nobody shows and for which nothing waits. */
  closeIfIdle(logId: string): void {
    const known = this.#byId.get(logId);
    if (!known || known.shownBy > 0 || known.log.waiting > 0) return;
    this.#byId.delete(logId);
    known.log.close();
  }

  closeAll(): void {
    for (const { log } of this.all()) log.close();
    this.#byId.clear();
  }
}
