import { Injectable } from '@nestjs/common';
import { bankHolidays, type OfficeCalendar } from '../../shared/schedule/working-days.js';

/** When offices are shut. */
@Injectable()
export class OfficeDays {
  async of(_teamId?: string | null): Promise<OfficeCalendar> {
    return { isShut: (date) => (bankHolidays(Number(date.slice(0, 4))).has(date) ? 'Bank holiday' : null) };
  }
}
