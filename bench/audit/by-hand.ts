import sqlite3 from 'sqlite3';
import { isWorkingDay } from '../../shared/schedule/working-days.js';
import * as sql from './by-hand.sql.js';
import { dateOf, dayNumber } from './days.js';

export interface Asked {
  screen: string;
  asAt: string;
  from: string;
  teamIds: readonly string[];
  /** A number of days for everybody; null: the council's rules, 28 days, 21 under a child protection plan. */
  limitDays: number | null;
  familyId: string;
  /** The months, the oldest first. */
  months: readonly { month: string; first: string; until: string }[];
}

type Rows = Record<string, unknown>[];

/** The figures of each screen by SQL written for it alone: no sign-in, no names withheld, nothing written down. */
export class ByHand {
  private constructor(private readonly database: sqlite3.Database) {}

  private readonly statements = new Map<string, sqlite3.Statement>();

  static async open(file: string, today: string): Promise<ByHand> {
    const database = await new Promise<sqlite3.Database>((done, fail) => {
      const opened = new sqlite3.Database(file, sqlite3.OPEN_READWRITE, (error) =>
        error ? fail(error) : done(opened),
      );
    });
    const hand = new ByHand(database);
    await hand.exec(
      'CREATE TEMP TABLE working_day (day varchar(10) PRIMARY KEY, nth integer NOT NULL) WITHOUT ROWID',
    );
    await hand.exec('CREATE INDEX temp.working_day_nth ON working_day (nth, day)');
    let nth = 0;
    const days: string[] = [];
    // From before the first family of any bench; ten years and the time it takes to close what was open then.
    for (let day = dayNumber(today) - 12 * 366; day < dayNumber(today) + 100; day++) {
      const date = dateOf(day);
      if (isWorkingDay(date)) nth += 1;
      days.push(`('${date}', ${nth})`);
    }
    await hand.exec(`INSERT INTO temp.working_day VALUES ${days.join(', ')}`);
    await hand.exec('PRAGMA query_only = 1');
    return hand;
  }

  async answer(asked: Asked): Promise<Record<string, unknown>> {
    const { asAt, from, limitDays, familyId } = asked;
    const teams = JSON.stringify(asked.teamIds);
    const all = (text: string, ...params: unknown[]): Promise<Rows> => this.all(text, params);
    const one = asked.teamIds.length === 1;
    switch (asked.screen) {
      case 'snapshot':
        return { families: await all(sql.snapshot(one), asAt, teams, limitDays) };
      case 'months':
        return { months: await all(sql.months(one), JSON.stringify(asked.months), teams, asAt) };
      case 'attendance':
        return { lines: await all(sql.attendance, from, asAt, teams) };
      case 'oversight': {
        const told: Record<string, Rows> = {};
        for (const [name, text] of Object.entries(sql.oversight))
          told[name] = await all(text, from, asAt, teams);
        return told;
      }
      case 'why':
        return {
          families: await all(sql.whyOne, asAt, familyId, limitDays),
          events: await all(sql.whyEvents, asAt, familyId),
        };
      default:
        throw new Error(`Nobody wrote SQL for ${asked.screen}`);
    }
  }

  private exec(text: string): Promise<void> {
    return new Promise((done, fail) => this.database.exec(text, (error) => (error ? fail(error) : done())));
  }

  private all(text: string, params: unknown[]): Promise<Rows> {
    let statement = this.statements.get(text);
    if (!statement) {
      statement = this.database.prepare(text);
      this.statements.set(text, statement);
    }
    const used = [...text.matchAll(/\?(\d)/g)].reduce((most, [, n]) => Math.max(most, Number(n)), 0);
    return new Promise((done, fail) => {
      statement.all(params.slice(0, used), (error: Error | null, rows: Rows) =>
        error ? fail(error) : done(rows),
      );
    });
  }
}
