import { Injectable } from '@nestjs/common';
import { plusDays } from '../../../shared/schedule/working-days.js';
import { Jobs, type Work } from '../../core/jobs/jobs.js';
import { Reader } from '../../core/reader.js';
import { lastDay } from './last-day.js';
import { Pieces } from './pieces.service.js';

/** Takes the files of packs away when their days are over. That they were asked for and opened stays written down. */
@Injectable()
export class PackExpiry {
  constructor(
    jobs: Jobs,
    private readonly reader: Reader,
    pieces: Pieces,
  ) {
    jobs.of({
      kind: 'pack.expire',
      from: '00:00',
      due: (day) => this.due(day),
      run: async (tx, { subjectId }) => {
        await pieces.remove(tx, subjectId);
        return 'taken away';
      },
    });
  }

  private async due(day: string): Promise<Work[]> {
    const rows = await this.reader.query<{ id: string; made_at: string }>(
      `SELECT k.id, k.made_at FROM audit_pack k WHERE k.made_at < $1 AND EXISTS
         (SELECT 1 FROM audit_pack_piece p WHERE p.pack_id = k.id)`,
      [day],
    );
    return rows
      .map(({ id, made_at }) => ({ subjectId: id, day: plusDays(lastDay(made_at), 1) }))
      .filter((work) => work.day <= day);
  }
}
