import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CalendarEvent } from '../../shared/messages/calendar-file.js';
import type { Words } from '../../shared/messages/words.js';
import { Clock } from '../core/clock.js';
import type { Connection } from '../core/connection.js';
import type { Tx } from '../core/transaction.js';

/** One message to one person. */
export interface Outgoing {
  /** What is told to whom: the same again is told once. */
  key: string;
  personId: string;
  words: Words;
  calendar?: { method: 'REQUEST' | 'CANCEL'; event: CalendarEvent };
}

interface Row {
  id: string;
  status: string;
  attempts: number;
  subject: string;
  body: string;
}

/**
 * What is to be sent, written in the same transaction as what it tells: nothing is told that did not happen, and
 * nothing that happened is forgotten. Addresses are looked up when it is sent.
 */
@Injectable()
export class Outbox {
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly clock: Clock) {}

  /** Calls back after each commit that left something to send. */
  whenWritten(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Whether something of this key was written. */
  async has(at: Connection, key: string): Promise<boolean> {
    return (await at.query('SELECT 1 FROM message WHERE key = $1', [key])).length > 0;
  }

  /** Which of these people are still here and have an address. */
  async reaches(at: Connection, personIds: readonly string[]): Promise<Set<string>> {
    const reached = new Set<string>();
    for (const personId of personIds) {
      const rows = await at.query(
        'SELECT 1 FROM person WHERE id = $1 AND email IS NOT NULL AND (ended_on IS NULL OR ended_on > $2)',
        [personId, this.clock.today()],
      );
      if (rows.length) reached.add(personId);
    }
    return reached;
  }

  /**
   * Writes it, once for its key. With other words under the same key, what nobody has tried to send yet is put right;
   * what has gone is followed by another message.
   */
  async write(tx: Tx, { key, personId, words, calendar }: Outgoing): Promise<void> {
    const rows = await tx.query<Row>(
      'SELECT id, status, attempts, subject, body FROM message WHERE key = $1 OR key LIKE $2 ORDER BY made_at, key',
      [key, `${key}#%`],
    );
    const last = rows.at(-1);
    if (last?.subject === words.subject && last.body === words.body) return;
    if (last && last.status === 'waiting' && Number(last.attempts) === 0) {
      await tx.run('UPDATE message SET subject = $2, body = $3 WHERE id = $1', [
        last.id,
        words.subject,
        words.body,
      ]);
      return;
    }
    const at = this.clock.at();
    await tx.run(
      `INSERT INTO message (id, key, person_id, kind, subject, body, calendar, method, status, attempts, next_at, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, $9, $9)`,
      [
        randomUUID(),
        last ? `${key}#${rows.length + 1}` : key,
        personId,
        words.kind,
        words.subject,
        words.body,
        calendar ? JSON.stringify(calendar.event) : null,
        calendar?.method ?? null,
        at,
      ],
    );
    tx.afterCommit(() => {
      for (const tell of this.listeners) tell();
    });
  }
}
