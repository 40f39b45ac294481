const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The instant, in milliseconds, at which a clock in Europe/London shows this local date and time (`10:30`). */
export function londonInstant(date: string, time: string): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  // Summer time is the only other offset that London keeps, so one look at the clock settles it.
  return london.format(new Date(asUtc)) === time ? asUtc : asUtc - 3_600_000;
}
