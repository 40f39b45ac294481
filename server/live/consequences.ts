import { Injectable } from '@nestjs/common';
import type { Entry } from '../../shared/live/change.js';
import type { Actor } from '../../shared/people.js';
import type { Tx } from '../core/transaction.js';
import type { Draft, Working } from './draft.js';

/** A change that has been judged, about to be recorded with what follows from it. */
export interface Recording {
  tx: Tx;
  draft: Draft;
  log: Working;
  actor: Actor;
  kind: string;
  payload: unknown;
  /** Records it, with this payload. */
  add(payload: unknown): Entry;
}

/** Records a change and all that follows from it in other logs and tables. Throws Refused to refuse all of it. */
export type Consequence = (recording: Recording) => Promise<Entry>;

/** What follows from which kind. Each runs inside its own savepoint of the change's transaction. */
@Injectable()
export class Consequences {
  private readonly byKind = new Map<string, Consequence>();

  has(kind: string): boolean {
    return this.byKind.has(kind);
  }

  of(kind: string, consequence: Consequence): void {
    if (this.byKind.has(kind)) throw new Error(`${kind} already has its consequence`);
    this.byKind.set(kind, consequence);
  }

  async record(recording: Recording): Promise<Entry> {
    const consequence = this.byKind.get(recording.kind);
    return consequence ? consequence(recording) : recording.add(recording.payload);
  }
}
