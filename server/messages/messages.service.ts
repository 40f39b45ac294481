import { Inject, Injectable } from '@nestjs/common';
import type { MessageLine, MessageStatus, MessagesPage } from '../../shared/messages/outbox.js';
import { Refused } from '../../shared/refusals.js';
import type { Config } from '../config.js';
import { Acts } from '../core/acts.js';
import { Clock } from '../core/clock.js';
import type { Caller } from '../core/http/policy.js';
import { Jobs } from '../core/jobs/jobs.js';
import { Reader } from '../core/reader.js';
import { CONFIG } from '../core/tokens.js';
import { Transactions } from '../core/transaction.js';

interface Row {
  id: string;
  person_id: string;
  person_name: string;
  subject: string;
  status: MessageStatus;
  attempts: number;
  made_at: string;
  next_at: string;
  sent_at: string | null;
  trouble: string | null;
}

/** Which messages are to be shown: those that are still to go, those that went, or those given up. */
export type Which = 'waiting' | 'sent' | 'given-up';

/** What an administrator sees of messages and of the work that runs by itself. Never what a message says. */
@Injectable()
export class Messages {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async page(which: Which): Promise<MessagesPage> {
    const [rows, counted, failedJobs] = await Promise.all([
      this.reader.query<Row>(
        `SELECT m.id, m.person_id, p.name AS person_name, m.subject, m.status, m.attempts, m.made_at, m.next_at,
           m.sent_at, m.trouble
         FROM message m JOIN person p ON p.id = m.person_id
         WHERE m.status = $1 OR (m.status = 'sending' AND $1 = 'waiting') ORDER BY m.made_at DESC, m.id LIMIT 200`,
        [which],
      ),
      this.reader.query<{ status: MessageStatus; many: number }>(
        'SELECT status, CAST(COUNT(*) AS integer) AS many FROM message GROUP BY status',
      ),
      this.jobs.failed(),
    ]);
    const many = (status: MessageStatus): number =>
      Number(counted.find((c) => c.status === status)?.many ?? 0);
    return {
      sends: this.config.smtpUrl !== null,
      from: this.config.mailFrom,
      counts: {
        waiting: many('waiting') + many('sending'),
        sent: many('sent'),
        'given-up': many('given-up'),
      },
      messages: rows.map(lineOf),
      failedJobs,
    };
  }

  /** One that was given up is tried again from the beginning. */
  async sendAgain(by: Caller, messageId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const rows = await tx.query(
        `UPDATE message SET status = 'waiting', attempts = 0, next_at = $2 WHERE id = $1 AND status = 'given-up' RETURNING id`,
        [messageId, this.clock.at()],
      );
      if (!rows.length) throw new Refused('not-found');
      const says = 'asked for a message to be sent again';
      await this.acts.keep(tx, {
        byId: by.personId,
        kind: 'message.again',
        subject: 'message',
        subjectId: messageId,
        says,
      });
    });
  }

  async runAgain(by: Caller, jobId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.jobs.tryAgain(tx, jobId))) throw new Refused('not-found');
      const says = 'asked for a job to be run again';
      await this.acts.keep(tx, {
        byId: by.personId,
        kind: 'job.again',
        subject: 'job',
        subjectId: jobId,
        says,
      });
    });
  }
}

function lineOf(row: Row): MessageLine {
  return {
    messageId: row.id,
    personId: row.person_id,
    personName: row.person_name,
    subject: row.subject,
    status: row.status,
    attempts: row.attempts,
    madeAt: row.made_at,
    nextAt: row.next_at,
    sentAt: row.sent_at,
    trouble: row.trouble,
  };
}
