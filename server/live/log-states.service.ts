import { Injectable } from '@nestjs/common';
import { Reader } from '../core/reader.js';
import { LogCache } from './live-log.js';
import { LogStore } from './log-store.js';

export interface LogState<S> {
  seq: number;
  state: S;
}

/** What logs have come to, for services that only read them: the server's `Record`, or, where nothing is recorded, `ReadLogs`. */
export abstract class LogStates {
  /** The whole states, unredacted: for the server's own use, never to be sent as they are. A log that is not there is left out. */
  abstract statesOf<S>(logIds: readonly string[]): Promise<Map<string, LogState<S>>>;
}

/** In a process that records nothing: another one may have written, so the heads of logs are asked for each time. */
@Injectable()
export class ReadLogs extends LogStates {
  private readonly cache = new LogCache();

  constructor(
    private readonly store: LogStore,
    private readonly reader: Reader,
  ) {
    super();
  }

  async statesOf<S>(logIds: readonly string[]): Promise<Map<string, LogState<S>>> {
    const found = new Map<string, LogState<S>>();
    if (logIds.length === 0) return found;
    const heads = await this.reader.query<{ id: string; head: number }>(
      `SELECT id, head FROM log WHERE id IN (${logIds.map((_, i) => `$${i + 1}`).join(', ')})`,
      logIds,
    );
    for (const { id, head } of heads) {
      const known = this.cache.get(id);
      const log = known?.seq === head ? known : await this.store.load(this.reader, id);
      if (!log) continue;
      this.cache.put(log);
      found.set(id, { seq: log.seq, state: log.state as S });
    }
    return found;
  }
}
