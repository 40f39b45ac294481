import { z } from 'zod';
import { Id, Instant, LocalDate } from '../fields.js';

export const messageStatuses = ['waiting', 'sending', 'sent', 'given-up'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** A message as an administrator sees it: whom it is for and what became of it. Of what it says, the subject alone. */
export const MessageLine = z.object({
  messageId: Id,
  personId: Id,
  personName: z.string(),
  subject: z.string(),
  status: z.enum(messageStatuses),
  attempts: z.number().int(),
  madeAt: Instant,
  /** When it is tried next, while it waits. */
  nextAt: Instant,
  sentAt: Instant.nullable(),
  /** Why the last try did not work: a code of the mail server or of the network. */
  trouble: z.string().nullable(),
});
export type MessageLine = z.infer<typeof MessageLine>;

/** A job that did not work, by what it is for and where the log tells more. */
export const FailedJobLine = z.object({
  jobId: Id,
  kind: z.string(),
  day: LocalDate,
  attempts: z.number().int(),
  at: Instant,
  reference: z.string(),
  /** It is not tried again by itself. */
  givenUp: z.boolean(),
});
export type FailedJobLine = z.infer<typeof FailedJobLine>;

export const MessagesPage = z.object({
  /** Whether there is a mail server at all; without one everything waits. */
  sends: z.boolean(),
  from: z.string(),
  counts: z.object({ waiting: z.number().int(), sent: z.number().int(), 'given-up': z.number().int() }),
  /** Newest first; the newest 200 of the chosen kind. */
  messages: z.array(MessageLine),
  failedJobs: z.array(FailedJobLine),
});
export type MessagesPage = z.infer<typeof MessagesPage>;
