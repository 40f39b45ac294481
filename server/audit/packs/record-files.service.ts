import { Injectable } from '@nestjs/common';
import type { Entry, Names } from '../../../shared/live/change.js';
import { redact } from '../../../shared/live/log.js';
import { withoutProtected } from '../../../shared/minutes/for-reader.js';
import type { Minutes } from '../../../shared/minutes/minutes.js';
import { minutesText } from '../../../shared/minutes/text.js';
import type { Actor } from '../../../shared/people.js';
import { Reader } from '../../core/reader.js';
import { brokenAt, type EntryRow } from '../../live/chain.js';
import { Record } from '../../live/record.js';
import { csvOf } from './csv.js';
import type { PackFile } from './zip-file.js';

/** Somebody who may read the record of a family and nothing in it that is protected: a pack goes to people we do not know. */
const onlooker: Actor = {
  personId: '',
  name: '',
  discipline: 'management',
  relations: [{ as: 'overseer' }],
  confirmed: false,
};

/** What a pack holds of one record. */
export interface RecordFiles {
  files: PackFile[];
  /** Whether the minutes are there as they were filed, so that their hash is the one that was signed. */
  whole: boolean;
  /** As signed; empty where something protected was taken out, which could be guessed by it. */
  filedHash: string;
  entries: number;
  /** The first entry whose hash does not follow from the one before; null where every one does. */
  brokenAt: number | null;
}

/** The minutes of one discussion as they were filed, and everything that was done in it, without what is protected. */
@Injectable()
export class RecordFilesOf {
  constructor(
    private readonly reader: Reader,
    private readonly record: Record,
  ) {}

  /** `name` begins the names of its files. */
  async of(discussionId: string, name: string, names: Names): Promise<RecordFiles> {
    const minutes = await this.minutes(discussionId, name, names);
    const log = await this.log(discussionId, name, names);
    return { ...minutes, ...log, files: [...minutes.files, log.file] };
  }

  private async minutes(discussionId: string, name: string, names: Names) {
    const [row] = await this.reader.query<{ id: string; text: string; record: string; hash: string }>(
      'SELECT id, text, record, hash FROM minutes WHERE discussion_id = $1',
      [discussionId],
    );
    if (!row) throw new Error('A record of a sample has no minutes');
    const minutes = JSON.parse(row.record) as Minutes;
    const open = withoutProtected(minutes);
    const whole = JSON.stringify(open) === JSON.stringify(minutes);
    const files = [{ path: `minutes/${name}.txt`, text: whole ? row.text : minutesText(open) }];
    const addenda = await this.reader.query<{ by_id: string; text: string; at: string }>(
      'SELECT by_id, text, at FROM addendum WHERE minutes_id = $1 ORDER BY at, id',
      [row.id],
    );
    const added = addenda.map((a) => `${a.at} ${names(a.by_id)}\n${a.text}\n`).join('\n');
    if (added) files.push({ path: `minutes/${name}-addenda.txt`, text: added });
    return { files, whole, filedHash: whole ? row.hash : '' };
  }

  private async log(discussionId: string, name: string, names: Names) {
    const logId = `discussion/${discussionId}`;
    const log = await this.record.read(logId);
    if (!log) throw new Error('A record of a sample has no log');
    const entries = await this.record.entriesSince(log, 0);
    const rows = await this.reader.query<EntryRow>(
      `SELECT log_id AS "logId", seq, id, kind, payload, sealed, by_id AS "by", at, asked, hash FROM entry
       WHERE log_id = $1 AND seq <= $2 ORDER BY seq`,
      [logId, log.seq],
    );
    // An entry kept unsealed with words that are withheld could be guessed by its hash, or by any after it.
    let guessable = false;
    const lines = entries.map((entry, i) => {
      const seen = redact(log.definition, log.state, entry, onlooker);
      const who = seen.by === null && entry.by !== null ? 'somebody' : names(seen.by);
      const kind = log.definition.kinds[entry.kind];
      const what = kind ? kind.says(seen.payload, names) : 'did something that this version does not know';
      guessable ||= seen.hidden === true && !rows[i]?.sealed;
      return [seen.seq, seen.at, who, what, withheld(seen), guessable ? '' : (rows[i]?.hash ?? '')];
    });
    const text = csvOf(['Entry', 'When', 'Who', 'What', 'Withheld', 'Hash'], lines);
    return {
      file: { path: `logs/${name}.csv`, text },
      entries: entries.length,
      brokenAt: brokenAt(rows),
    };
  }
}

function withheld({ hidden }: Entry): string {
  return hidden ? 'in part' : '';
}
