import { Injectable } from '@nestjs/common';
import { Audience, type LiveSocket } from './audience.js';

// Lists of who is here are sent at most this often, however many come and go.
const gatherMs = 100;

/** What other servers say of who is there, and are told of who is here. */
export interface Neighbours {
  here(logId: string): readonly string[];
  tellHere(logId: string, people: readonly string[]): void;
  tellWriting(logId: string, personId: string, field: string | null): void;
}

/** Who is connected to which log, and who is writing where. Never stored: forgotten with the connection. */
@Injectable()
export class Here {
  private readonly changed = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private neighbours: Neighbours | undefined;

  constructor(private readonly audience: Audience) {}

  meet(neighbours: Neighbours): void {
    this.neighbours = neighbours;
  }

  cameOrWent(logId: string): void {
    this.changed.add(logId);
    this.timer ??= setTimeout(() => this.tell(), gatherMs).unref();
  }

  /** Somebody writes in a field, or (null) no longer. Lost when the line is busy: it will be said again. */
  writing(socket: LiveSocket, logId: string, field: string | null): void {
    const { personId } = socket.data.asker;
    socket.volatile.to(logId).emit('presence', { logId, personId, field });
    this.neighbours?.tellWriting(logId, personId, field);
  }

  hereNow(logId: string): string[] {
    return [...new Set(this.audience.in(logId).map((socket) => socket.data.asker.personId))];
  }

  /** Tells the people of this server; also when another server's list changed. */
  tellHere(logId: string): void {
    const people = [...new Set([...this.hereNow(logId), ...(this.neighbours?.here(logId) ?? [])])].sort();
    this.audience.whisper(logId, 'here', { logId, people });
  }

  private tell(): void {
    this.timer = undefined;
    const changed = [...this.changed];
    this.changed.clear();
    for (const logId of changed) {
      this.neighbours?.tellHere(logId, this.hereNow(logId));
      this.tellHere(logId);
    }
  }
}
