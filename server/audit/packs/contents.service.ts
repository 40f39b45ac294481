import { Injectable } from '@nestjs/common';
import type { SampleLine } from '../../../shared/audit/sample/http.js';
import { stands } from '../../../shared/people.js';
import { Reader } from '../../core/reader.js';
import { Standing } from '../../live/standing.js';
import { restricted } from '../naming.service.js';
import { Gradings } from '../samples/gradings.service.js';
import { csvOf } from './csv.js';
import { aboutPack } from './pack-words.js';
import { type RecordFiles, RecordFilesOf } from './record-files.service.js';
import { type Numbered, PackTables } from './tables.service.js';
import type { PackFile } from './zip-file.js';

/** What a pack is made from. */
export interface PackAsked {
  packId: string;
  personId: string;
  why: string;
  madeAt: string;
  sample: SampleLine;
  teamIds: readonly string[];
}

type SampleRow = Awaited<ReturnType<Gradings['records']>>[number];

/** Everything that goes into a pack, one file after the other, as whoever asked for it may read it. */
@Injectable()
export class PackContents {
  constructor(
    private readonly reader: Reader,
    private readonly standing: Standing,
    private readonly gradings: Gradings,
    private readonly recordFiles: RecordFilesOf,
    private readonly tables: PackTables,
  ) {}

  /** `done` is told after each record how many there are, and which of them are in it. */
  async *files(
    asked: PackAsked,
    done: (records: number, held: readonly string[]) => Promise<void>,
  ): AsyncGenerator<PackFile> {
    const { sample, personId, teamIds } = asked;
    const held: string[] = [];
    const people = await this.reader.query<{ id: string; name: string }>('SELECT id, name FROM person');
    const known = new Map(people.map((p) => [p.id, p.name]));
    const names = (id: string | null): string =>
      id === null ? 'the product' : (known.get(id) ?? 'somebody unknown');

    const rows = await this.gradings.records(sample.sampleId);
    const listed: (SampleRow & { number: number; made: RecordFiles | null })[] = [];
    for (const [i, row] of rows.entries()) {
      const number = i + 1;
      const name = `${String(number).padStart(3, '0')}-${row.ref.replace(/[^A-Za-z0-9-]+/g, '-')}`;
      const made = (await this.mayHold(personId, teamIds, row.discussion_id))
        ? await this.recordFiles.of(row.discussion_id, name, names)
        : null;
      if (made) {
        held.push(row.discussion_id);
        yield* made.files;
      }
      listed.push({ ...row, number, made: made && { ...made, files: [] } });
      await done(number, held);
    }

    yield { path: 'sample.csv', text: sampleTable(listed) };
    const numbered = listed.filter((r) => r.made !== null).map(numberedOf);
    yield { path: 'timeliness.csv', text: await this.tables.timeliness(numbered) };
    const second = new Set(rows.filter((r) => r.second === 1).map((r) => r.discussion_id));
    const grades = await this.gradings.grades(sample.sampleId);
    yield { path: 'grades.csv', text: this.tables.grades(numbered, grades, second) };
    const scope = { teamId: sample.teamId, teamIds: asked.teamIds };
    yield { path: 'figures.csv', text: await this.tables.figures(personId, scope, sample) };
    const leftOut = listed.length - numbered.length;
    const protectedIn = listed.filter((r) => r.made && !r.made.whole).length;
    yield {
      path: 'about-this-pack.txt',
      text: aboutPack(asked, { by: names(personId), records: listed.length, leftOut, protectedIn }),
    };
  }

  /**
   * Whoever asks for a pack, agrees to it or opens it manages the family on that day, and it is still with a team of the
   * sample.
   */
  async mayHold(personId: string, teamIds: readonly string[], discussionId: string): Promise<boolean> {
    const actor = await this.standing.actorFor(this.reader, personId, `discussion/${discussionId}`);
    const [family] = await this.reader.query<{ team_id: string }>(
      'SELECT f.team_id FROM discussion d JOIN family f ON f.id = d.family_id WHERE d.id = $1',
      [discussionId],
    );
    return family !== undefined && teamIds.includes(family.team_id) && stands(actor, 'manager', 'overseer');
  }
}

function numberedOf(row: SampleRow & { number: number }): Numbered {
  return {
    number: row.number,
    discussionId: row.discussion_id,
    familyId: row.family_id,
    ref: row.ref,
    teamId: row.team_id,
  };
}

function sampleTable(listed: readonly (SampleRow & { number: number; made: RecordFiles | null })[]): string {
  const rows = listed.map(({ number, made, ...r }) => {
    const drawnFor = r.because === 'chair' ? 'its chair' : 'its team';
    if (!made) return [number, restricted, '', r.team_name, '', '', drawnFor, '', '', '', ''];
    const chain = made.brokenAt === null ? 'holds' : `broken at ${made.brokenAt}`;
    return [
      number,
      r.name,
      r.ref,
      r.team_name,
      r.held_on,
      r.chair_name ?? '',
      drawnFor,
      made.filedHash,
      made.whole ? 'yes' : 'no',
      made.entries,
      chain,
    ];
  });
  return csvOf(
    [
      'Number',
      'Family',
      'Reference',
      'Team',
      'Held on',
      'Chair',
      'Drawn for',
      'Hash of the minutes as signed',
      'Minutes whole',
      'Entries in the log',
      'Chain of hashes',
    ],
    rows,
  );
}
