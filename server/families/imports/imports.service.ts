import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ImportReport, ImportRun } from '../../../shared/families/imports.js';
import { Refused } from '../../../shared/refusals.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import { Reader } from '../../core/reader.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { AfterImport } from './after-import.service.js';
import { planHistory, readKnownHistory } from './changes/history.js';
import { type Planned, planChanges } from './changes/plan-changes.js';
import { readStored } from './changes/stored.js';
import { changesNothing, insertRows, writeRows } from './changes/write-rows.js';
import type { Given } from './given.js';
import { readAnnexA } from './lists/annex-a.js';
import { readHistory, THE_HISTORY } from './lists/history-file.js';
import { readMap } from './lists/map-file.js';
import { Problems } from './lists/problems.js';

/** What somebody gave us to import, and whether it is only to be looked at. */
export interface Asked {
  /** Reads it; called when it is this import's turn. */
  read: () => Promise<Given>;
  byId: string | null;
  check: boolean;
}

/**
 * Imports: reading and comparing first, then one transaction in which everything is written or nothing. Nothing of a
 * file is in the database until its last row is.
 */
@Injectable()
export class Imports {
  private running = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly after: AfterImport,
  ) {}

  annexA(asked: Asked): Promise<ImportReport> {
    return this.alone(async () => {
      const today = this.clock.today();
      const found = new Problems();
      const given = await asked.read();
      const annexA = readAnnexA(given.tables, today, found);
      const map = given.map ? readMap(given.map, today, found) : [];
      const plan = async (tx: Tx | Reader) => {
        const problems = found.copy();
        const stored = await readStored(tx, today);
        const context = { today, at: this.clock.at(), newId: randomUUID, problems };
        return { planned: planChanges(annexA, map, stored, context), problems };
      };
      const report = ({ planned, problems }: { planned: Planned; problems: Problems }): ImportReport => ({
        ...this.reportOf(
          'annex-a',
          asked.check,
          given,
          problems,
          { ...planned.counts },
          !changesNothing(planned.rows),
        ),
        suggestions: planned.suggestions.map((s) => ({ ...s, childRefs: [...s.childRefs] })),
      });
      if (asked.check) return report(await plan(this.reader));

      const done = await this.transactions.run(async (tx) => {
        await this.takeTurn(tx);
        const result = await plan(tx);
        if (!changesNothing(result.planned.rows)) {
          await writeRows(tx, result.planned.rows, asked.byId);
          await this.after.due(tx, 'family', result.planned.rows.touched, asked.byId);
          await this.keepRun(tx, asked.byId, given, report(result));
        }
        return result;
      });
      await this.after.follow(asked.byId);
      return report(done);
    });
  }

  history(asked: Asked): Promise<ImportReport> {
    return this.alone(async () => {
      const today = this.clock.today();
      const found = new Problems();
      const given = await asked.read();
      const table = given.tables.get(THE_HISTORY);
      const past = table ? readHistory(table, today, found) : [];
      const plan = async (tx: Tx | Reader) => {
        const problems = found.copy();
        const context = { at: this.clock.at(), newId: randomUUID, problems };
        return { planned: planHistory(past, await readKnownHistory(tx), context), problems };
      };
      const report = ({ planned, problems }: Awaited<ReturnType<typeof plan>>) =>
        this.reportOf('history', asked.check, given, problems, planned.counts, planned.rows.length > 0);
      if (asked.check) return report(await plan(this.reader));

      const done = await this.transactions.run(async (tx) => {
        await this.takeTurn(tx);
        const result = await plan(tx);
        if (result.planned.rows.length > 0) {
          const { rows, events, starts, familyIds } = result.planned;
          await insertRows(tx, 'supervision', rows);
          await insertRows(tx, 'family_event', events);
          for (const { familyId, on } of starts)
            await tx.run('UPDATE family SET allocated_on = $2 WHERE id = $1', [familyId, on]);
          await this.after.due(tx, 'history', familyIds, asked.byId);
          await this.keepRun(tx, asked.byId, given, report(result));
        }
        return result;
      });
      await this.after.follow(asked.byId);
      return report(done);
    });
  }

  /** The imports that changed something, newest first. */
  async runs(): Promise<ImportRun[]> {
    const rows = await this.reader.query<{
      id: string;
      at: string;
      by_id: string | null;
      name: string | null;
      summary: string;
    }>(
      `SELECT r.id, r.at, r.by_id, p.name, r.summary FROM import_run r LEFT JOIN person p ON p.id = r.by_id
       ORDER BY r.at DESC, r.id LIMIT 20`,
    );
    return rows.map((row) => ({
      importId: row.id,
      at: row.at,
      byId: row.by_id,
      byName: row.name ?? 'The command line',
      report: JSON.parse(row.summary) as ImportReport,
    }));
  }

  /** Two at once in one process would each read the other's file as missing from what is stored. */
  private async alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.running) throw new Refused('import-running');
    this.running = true;
    try {
      return await work();
    } finally {
      this.running = false;
    }
  }

  /** Several servers share PostgreSQL: the row that every import changes is taken before anything is compared. */
  private async takeTurn(tx: Tx): Promise<void> {
    if (tx.make === 'postgres') await tx.query('SELECT version FROM authority WHERE id = 1 FOR UPDATE');
  }

  private reportOf(
    kind: ImportReport['kind'],
    checked: boolean,
    given: Given,
    problems: Problems,
    counts: Record<string, number>,
    changed: boolean,
  ): ImportReport {
    return {
      kind,
      fileName: given.fileName,
      checked,
      changed,
      counts,
      leftOut: problems.leftOut,
      problems: problems.inOrder(),
      unlisted: problems.unlisted,
      suggestions: [],
    };
  }

  private async keepRun(tx: Tx, byId: string | null, given: Given, report: ImportReport): Promise<void> {
    const id = randomUUID();
    await tx.run(
      'INSERT INTO import_run (id, kind, file_name, file_hash, at, by_id, summary) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, report.kind, given.fileName, given.hash, this.clock.at(), byId, JSON.stringify(report)],
    );
    const says = `imported ${report.fileName}`;
    await this.acts.keep(tx, {
      byId,
      kind: `${report.kind}.import`,
      subject: 'import',
      subjectId: id,
      says,
      after: report.counts,
    });
  }
}
