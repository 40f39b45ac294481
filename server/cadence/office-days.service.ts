import { Injectable } from '@nestjs/common';
import { type OfficeCalendar, officeCalendar } from '../../shared/schedule/working-days.js';
import { Reader } from '../core/reader.js';

interface ClosureRow {
  team_id: string | null;
  from_on: string;
  to_on: string;
  title: string;
}

/** When offices are shut: bank holidays as last brought in (or as shipped), and the closures of the council and its teams. */
@Injectable()
export class OfficeDays {
  constructor(private readonly reader: Reader) {}

  /** For one team, with its own closures; without a team, for the whole council. */
  async of(teamId?: string | null): Promise<OfficeCalendar> {
    return (await this.ofAll())(teamId ?? null);
  }

  /** For any team, read once. */
  async ofAll(): Promise<(teamId: string | null) => OfficeCalendar> {
    const holidays = await this.reader.query<{ day: string; title: string }>(
      'SELECT day, title FROM bank_holiday',
    );
    const closures = await this.reader.query<ClosureRow>(
      'SELECT team_id, from_on, to_on, title FROM closure WHERE removed_at IS NULL',
    );
    const days = holidays.map(({ day, title }) => [day, title] as const);
    const known = new Map<string | null, OfficeCalendar>();
    return (teamId) => {
      const calendar = known.get(teamId) ?? officeCalendar(days, shutDays(closures, teamId));
      known.set(teamId, calendar);
      return calendar;
    };
  }
}

function shutDays(closures: readonly ClosureRow[], teamId: string | null) {
  return closures
    .filter((c) => c.team_id === null || c.team_id === teamId)
    .map((c) => ({ fromOn: c.from_on, toOn: c.to_on, title: c.title }));
}
