import type { SendMailOptions } from 'nodemailer';
import { type CalendarEvent, calendarFile } from '../../shared/messages/calendar-file.js';

export type Letter = SendMailOptions;

interface Written {
  id: string;
  /** Bare addresses. */
  from: string;
  to: string;
  subject: string;
  body: string;
  calendar: { method: 'REQUEST' | 'CANCEL'; event: CalendarEvent } | null;
  /** ISO instant: when it was written, the same for every try. */
  stampedAt: string;
}

/**
 * The message as it goes over the line. The calendar is the last of the alternatives and no attachment, and its type
 * names the same method as the file: otherwise Outlook shows it as a file, and nothing is ever updated or removed.
 */
export function letter({ id, from, to, subject, body, calendar, stampedAt }: Written): Letter {
  return {
    messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    date: new Date(stampedAt),
    from: { name: 'Group supervision', address: from },
    to,
    subject,
    text: body,
    // Out-of-office replies and delivery notices that nobody would read.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    ...(calendar
      ? {
          alternatives: [
            {
              contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
              content: calendarFile({
                method: calendar.method,
                stampedAt,
                from,
                to,
                events: [calendar.event],
              }),
            },
          ],
        }
      : {}),
  };
}
