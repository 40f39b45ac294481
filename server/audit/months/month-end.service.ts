import { Injectable } from '@nestjs/common';
import { monthAfter } from '../../../shared/audit/days.js';
import { Jobs, type Work } from '../../core/jobs/jobs.js';
import { Closing } from './closing.service.js';

/** Closes the last month by itself, on its closing day or as soon after it as a server runs. */
@Injectable()
export class MonthEnd {
  constructor(
    jobs: Jobs,
    private readonly closing: Closing,
  ) {
    jobs.of({
      kind: 'month.close',
      from: '07:00',
      due: (day) => this.due(day),
      // It has transactions of its own, a team at a time; twice at once keeps the figures of whoever came first.
      find: ({ subjectId: month }) => this.closing.closeMonth(month),
      run: async (_tx, _work, _day, closed) => (closed ? 'closed' : 'closed already'),
    });
  }

  /** Earlier months that nobody closed stay open: what would be kept of them now was never reported. */
  private async due(day: string): Promise<Work[]> {
    const month = monthAfter(day.slice(0, 7), -1);
    const closesOn = await this.closing.closesOn(month);
    return closesOn <= day ? [{ subjectId: month, day: closesOn }] : [];
  }
}
