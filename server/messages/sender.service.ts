import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from '../config.js';
import { Clock } from '../core/clock.js';
import type { Connection } from '../core/connection.js';
import { Rounds } from '../core/jobs/rounds.js';
import { LifeCycle } from '../core/life-cycle.js';
import { logError } from '../core/log.js';
import { Reader } from '../core/reader.js';
import { CONFIG } from '../core/tokens.js';
import { Transactions } from '../core/transaction.js';
import { type Letter, letter } from './letter.js';
import { Outbox } from './outbox.service.js';

interface Row {
  id: string;
  person_id: string;
  status: string;
  attempts: number;
  next_at: string;
  made_at: string;
  subject: string;
  body: string;
  calendar: string | null;
  method: 'REQUEST' | 'CANCEL' | null;
}

const minute = 60_000;
// Longer than any try takes by its own limits: past it, the server that had it in hand is taken to be dead.
const inHandMs = 5 * minute;
/** How long after each try the next one is made. In all about a day; then it is given up. */
export const waits = [1, 2, 5, 15, 30, 60, 120, 240, 480, 480].map((minutes) => minutes * minute);
// A reminder that nobody could send for so long has lost its sense. An invitation has not.
const staleMs = 3 * 24 * 60 * minute;
const atOnce = 8;

/**
 * Hands messages to the mail server. Each is sent at least once, under one Message-ID for all its tries; to one person
 * one at a time and in order, on however many servers: only the oldest that a person has not had may be taken.
 */
@Injectable()
export class Sender implements OnApplicationShutdown {
  private readonly transport: Transporter | null;
  private sending: Promise<void> | undefined;
  private more = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly lifeCycle: LifeCycle,
    outbox: Outbox,
    rounds: Rounds,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.transport = config.smtpUrl
      ? createTransport(
          {
            url: config.smtpUrl,
            pool: true,
            maxConnections: 3,
            connectionTimeout: 10_000,
            socketTimeout: 30_000,
          },
          { disableFileAccess: true, disableUrlAccess: true },
        )
      : null;
    rounds.eachRound('messages', () => this.send());
    outbox.whenWritten(() => void this.send().catch((error: unknown) => void logError('messages', error)));
    lifeCycle.whenLeaving(() => this.stop());
  }

  onApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** Sends whatever is due, until nothing is. */
  send(): Promise<void> {
    if (!this.transport) return Promise.resolve();
    this.more = true;
    this.sending ??= this.untilDone(this.transport).finally(() => {
      this.sending = undefined;
    });
    return this.sending;
  }

  private async untilDone(transport: Transporter): Promise<void> {
    while (this.more && !this.lifeCycle.leaving) {
      this.more = false;
      const taken = await this.take();
      if (!taken.length) continue;
      this.more = true;
      await Promise.all(taken.map((row) => this.deliver(transport, row)));
    }
  }

  private async stop(): Promise<void> {
    this.more = false;
    await this.sending;
    this.transport?.close();
  }

  /** The next of each of some people, marked as in hand. */
  private async take(): Promise<Row[]> {
    if (!(await this.due(this.reader)).length) return [];
    return this.transactions.run(async (tx) => {
      const taken: Row[] = [];
      for (const row of await this.due(tx)) {
        const mine = await tx.query(
          `UPDATE message SET status = 'sending', attempts = attempts + 1, next_at = $4
           WHERE id = $1 AND status = $2 AND next_at = $3 RETURNING id`,
          [row.id, row.status, row.next_at, this.later(inHandMs)],
        );
        if (mine.length) taken.push({ ...row, attempts: Number(row.attempts) + 1 });
      }
      return taken;
    });
  }

  private due(at: Connection): Promise<Row[]> {
    return at.query<Row>(
      `SELECT m.* FROM message m WHERE m.status IN ('waiting', 'sending') AND m.next_at <= $1
         AND NOT EXISTS (SELECT 1 FROM message e WHERE e.person_id = m.person_id AND e.status IN ('waiting', 'sending')
           AND (e.made_at < m.made_at OR (e.made_at = m.made_at AND e.id < m.id)))
       ORDER BY m.made_at, m.id LIMIT ${atOnce}`,
      [this.clock.at()],
    );
  }

  private async deliver(transport: Transporter, row: Row): Promise<void> {
    const to = await this.addressOf(row.person_id);
    if (!to) return this.ended(row, 'given-up', 'no address');
    if (!row.calendar && row.attempts === 1 && this.age(row) > staleMs)
      return this.ended(row, 'given-up', 'too old');
    try {
      await transport.sendMail(this.letterOf(row, to));
      await this.ended(row, 'sent', null);
    } catch (error) {
      await this.failed(row, troubleOf(error));
    }
  }

  private letterOf(row: Row, to: string): Letter {
    const { mailFrom: from } = this.config;
    const calendar =
      row.calendar && row.method ? { method: row.method, event: JSON.parse(row.calendar) } : null;
    return letter({
      id: row.id,
      from,
      to,
      subject: row.subject,
      body: row.body,
      calendar,
      stampedAt: row.made_at,
    });
  }

  private async addressOf(personId: string): Promise<string | null> {
    const [person] = await this.reader.query<{ email: string | null }>(
      'SELECT email FROM person WHERE id = $1 AND (ended_on IS NULL OR ended_on > $2)',
      [personId, this.clock.today()],
    );
    return person?.email ?? null;
  }

  private async failed(row: Row, trouble: string): Promise<void> {
    const wait = waits[row.attempts - 1];
    if (wait === undefined) return this.ended(row, 'given-up', trouble);
    await this.transactions.run((tx) =>
      tx.run(
        `UPDATE message SET status = 'waiting', next_at = $3, trouble = $4 WHERE id = $1 AND attempts = $2 AND status = 'sending'`,
        [row.id, row.attempts, this.later(wait), trouble],
      ),
    );
  }

  private ended(row: Row, status: 'sent' | 'given-up', trouble: string | null): Promise<void> {
    return this.transactions.run((tx) =>
      tx.run(
        `UPDATE message SET status = $3, sent_at = $4, trouble = $5 WHERE id = $1 AND attempts = $2 AND status = 'sending'`,
        [row.id, row.attempts, status, status === 'sent' ? this.clock.at() : null, trouble],
      ),
    );
  }

  private age({ made_at }: Row): number {
    return this.clock.now().getTime() - Date.parse(made_at);
  }

  private later(ms: number): string {
    return new Date(this.clock.now().getTime() + ms).toISOString();
  }
}

/** Codes alone: a mail server's sentence repeats the address, and now and then more. */
function troubleOf(error: unknown): string {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  return [responseCode, code, command].filter(Boolean).join(' ') || 'not sent';
}
