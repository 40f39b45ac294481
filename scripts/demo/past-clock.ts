import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../server/core/clock.js';

/** A clock that is set to the day that is being told; once let go it is today's. */
export class PastClock extends Clock {
  private instant: number | null = null;

  override now(): Date {
    return this.instant === null ? super.now() : new Date(this.instant);
  }

  /** Local time in England on a local date. */
  set(day: string, time: string): void {
    this.instant = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(
      'Europe/London',
    ).epochMilliseconds;
  }

  /** Time passes between one thing said and the next. */
  passes(seconds: number): void {
    if (this.instant !== null) this.instant += seconds * 1000;
  }

  letGo(): void {
    this.instant = null;
  }
}
