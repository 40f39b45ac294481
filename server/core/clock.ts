import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';

/** The only clock. Tests put their own in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** This instant as it is stored and sent: ISO, UTC, milliseconds. */
  at(): string {
    return this.now().toISOString();
  }

  /** Today's local date in England: due dates, allocations and roles go by it, never by UTC. */
  today(): string {
    return Temporal.Instant.fromEpochMilliseconds(this.now().getTime())
      .toZonedDateTimeISO('Europe/London')
      .toPlainDate()
      .toString();
  }
}
