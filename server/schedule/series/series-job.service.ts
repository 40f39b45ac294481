import { Injectable } from '@nestjs/common';
import { Jobs } from '../../core/jobs/jobs.js';
import { AllSeries } from './all-series.service.js';

// Before anybody looks at the day: there is always a year to plan in.
const early = '04:00';

/** Each day the series reach a year ahead again. A day that was missed needs no making good: the next one reaches as far. */
@Injectable()
export class SeriesJob {
  constructor(jobs: Jobs, series: AllSeries) {
    jobs.of({
      kind: 'series.reach',
      from: early,
      due: async (day) => [{ subjectId: 'all', day }],
      run: async (tx) => {
        const many = await series.reachAhead(tx);
        return many === 1 ? '1 session made' : `${many} sessions made`;
      },
    });
  }
}
