import { Injectable } from '@nestjs/common';
import { Audience, type LiveSocket } from './audience.js';

// Lists of who is here are sent at most this often, however many come and go.
const gatherMs = 100;

/** Who is connected to which log, and who is writing where. Never stored: forgotten with the connection. */
@Injectable()
export class Here {
  private readonly changed = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private elsewhere: (logId: string) => readonly string[] = () => [];
  private published: (logId: string, people: readonly string[]) => void = () => undefined;

  constructor(private readonly audience: Audience) {}

  /** Joins what other servers say to what this one knows. */
  joinTo(elsewhere: (logId: string) => readonly string[], published: typeof this.published): void {
    this.elsewhere = elsewhere;
    this.published = published;
  }

  cameOrWent(logId: string): void {
    this.changed.add(logId);
    this.timer ??= setTimeout(() => this.tell(), gatherMs).unref();
  }

  /** Somebody writes in a field, or (null) no longer. Lost when the line is busy: it will be said again. */
  writing(socket: LiveSocket, logId: string, field: string | null): void {
    socket.volatile.to(logId).emit('presence', { logId, personId: socket.data.asker.personId, field });
  }

  hereNow(logId: string): string[] {
    return [...new Set(this.audience.in(logId).map((socket) => socket.data.asker.personId))];
  }

  private tell(): void {
    this.timer = undefined;
    const changed = [...this.changed];
    this.changed.clear();
    for (const logId of changed) {
      const mine = this.hereNow(logId);
      this.published(logId, mine);
      this.tellHere(logId, mine);
    }
  }

  /** Tells this server's people; also when another server's list changed. */
  tellHere(logId: string, mine: readonly string[] = this.hereNow(logId)): void {
    const people = [...new Set([...mine, ...this.elsewhere(logId)])].sort();
    for (const socket of this.audience.in(logId)) socket.volatile.emit('here', { logId, people });
  }
}
