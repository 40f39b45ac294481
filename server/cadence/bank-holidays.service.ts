import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { readHolidays } from '../../shared/cadence/holidays-file.js';
import type { HolidaysTaken } from '../../shared/cadence/http.js';
import { Refused } from '../../shared/refusals.js';
import { bankHolidays, officeCalendar } from '../../shared/schedule/working-days.js';
import { Acts } from '../core/acts.js';
import { Clock } from '../core/clock.js';
import type { Connection } from '../core/connection.js';
import { Reader } from '../core/reader.js';
import { Transactions } from '../core/transaction.js';

type Day = readonly [day: string, title: string];

/** The bank holidays of England and Wales: those that came with the product, or a newer file that was brought in whole. */
@Injectable()
export class BankHolidays {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** Those of a year and later that are certain, and since when. */
  async since(year: number): Promise<{ days: { day: string; title: string }[]; notedAt: string | null }> {
    const rows = await this.reader.query<{ day: string; title: string; noted_at: string }>(
      'SELECT day, title, noted_at FROM bank_holiday ORDER BY day',
    );
    const calendar = officeCalendar(rows.map(({ day, title }) => [day, title]));
    const years = [year, year + 1, year + 2].map((y) => [
      ...daysOf(
        y,
        rows.map((r) => r.day),
      ),
    ]);
    const days = years.flat().map((day) => ({ day, title: calendar.isShut(day) ?? '' }));
    return { days, notedAt: rows[0]?.noted_at ?? null };
  }

  /** Takes a file as www.gov.uk publishes it: whole, or not at all. */
  async bringIn(text: string, byId: string | null): Promise<HolidaysTaken> {
    return this.transactions.run(async (tx) => {
      const known = officeCalendar(await stored(tx));
      const read = readHolidays(text, (day) => known.isShut(day) !== null, this.clock.today());
      if ('problem' in read) throw new Refused('file-refused', read.problem);
      const { days } = read;
      const taken = { days: days.length, from: days[0]![0], until: days.at(-1)![0] };
      await tx.run('DELETE FROM bank_holiday');
      for (const [day, title] of days)
        await tx.run('INSERT INTO bank_holiday (day, title, noted_at) VALUES ($1, $2, $3)', [
          day,
          title,
          this.clock.at(),
        ]);
      const says = `brought in ${taken.days} bank holidays, from ${taken.from} to ${taken.until}`;
      const subject = { subject: 'cadence', subjectId: randomUUID() };
      await this.acts.keep(tx, { byId, kind: 'holidays.bring-in', ...subject, says, after: taken });
      return taken;
    });
  }
}

function daysOf(year: number, given: readonly string[]): Iterable<string> {
  const own = given.filter((day) => day.startsWith(`${year}-`));
  return own.length > 0 ? own : [...bankHolidays(year)].sort();
}

async function stored(at: Connection): Promise<Day[]> {
  const rows = await at.query<{ day: string; title: string }>('SELECT day, title FROM bank_holiday');
  return rows.map(({ day, title }) => [day, title]);
}
