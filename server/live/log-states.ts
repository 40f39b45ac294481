import { Injectable } from '@nestjs/common';
import { Reader } from '../core/reader.js';
import { Drafts } from './drafts.js';

/** What logs have come to, for services that only read them: the server's `Record`, or, where nothing is recorded, `ReadLogs`. */
export abstract class LogStates {
  /** The whole state, unredacted: for the server's own use, never to be sent as it is. */
  abstract stateOf<S>(logId: string): Promise<{ seq: number; state: S } | null>;
}

/** In a process that records nothing: another one may have written, so the head of a log is asked for each time. */
@Injectable()
export class ReadLogs extends LogStates {
  constructor(
    private readonly drafts: Drafts,
    private readonly reader: Reader,
  ) {
    super();
  }

  async stateOf<S>(logId: string): Promise<{ seq: number; state: S } | null> {
    const log = await this.drafts.read(this.reader, logId, true);
    return log && { seq: log.seq, state: log.state as S };
  }
}
