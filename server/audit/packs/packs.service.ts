import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NewPack, PackLine, PackProgress } from '../../../shared/audit/pack/http.js';
import { Refused } from '../../../shared/refusals.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { Transactions } from '../../core/transaction.js';
import { AuditAccess } from '../audit-access.service.js';
import { Gradings } from '../samples/gradings.service.js';
import { Samples } from '../samples/samples.service.js';
import { PackContents } from './contents.service.js';
import { lastDay } from './last-day.js';
import { Packing } from './packing.service.js';
import { Pieces } from './pieces.service.js';

interface PackRow {
  id: string;
  sample_id: string;
  by_id: string;
  by_name: string;
  why: string;
  status: Exclude<PackProgress['status'], 'gone'>;
  done: number;
  total: number;
  hash: string | null;
  bytes: number | null;
  made_at: string;
  agreed_by: string | null;
  agreed_name: string | null;
  agreed_at: string | null;
  trouble: string | null;
  from_on: string;
  to_on: string;
  /** A list of the discussions in it; null in a pack of which this was not kept. */
  held: string | null;
  /** Taken away before its days were over. */
  taken_at: string | null;
}

type Mine = PackRow & { teamIds: readonly string[] };

/** What is written down of a pack that somebody agreed to, or opened. */
interface PackLook {
  why: string;
  teamIds: readonly string[];
}

/** A pack that is being handed out. */
export interface OpenedPack extends PackLook {
  stream: AsyncIterable<Buffer>;
  bytes: number;
  fileName: string;
}

const packs = `SELECT k.*, p.name AS by_name, a.name AS agreed_name, s.from_on, s.to_on
  FROM audit_pack k JOIN dip_sample s ON s.id = k.sample_id JOIN person p ON p.id = k.by_id
    LEFT JOIN person a ON a.id = k.agreed_by`;

/** Inspection packs: asked for with a reason by one manager, and opened only when another has agreed. */
@Injectable()
export class Packs {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly access: AuditAccess,
    private readonly samples: Samples,
    private readonly gradings: Gradings,
    private readonly packing: Packing,
    private readonly contents: PackContents,
    private readonly pieces: Pieces,
  ) {}

  async ask(by: Caller, { sampleId, why }: NewPack): Promise<string> {
    const { line, teamIds } = await this.samples.one(by, sampleId);
    if (!this.access.manages(by, teamIds)) throw new Refused('manager-only');
    const id = randomUUID();
    await this.transactions.run(async (tx) => {
      await tx.run(
        `INSERT INTO audit_pack (id, sample_id, by_id, why, status, done, total, made_at)
         VALUES ($1, $2, $3, $4, 'preparing', 0, $5, $6)`,
        [id, sampleId, by.personId, why, line.records, this.clock.at()],
      );
      await this.act(tx, by, id, 'pack.ask', 'asked for an inspection pack', { sampleId, why });
    });
    this.packing.soon();
    return id;
  }

  /** Those of samples whose every team the caller manages, the newest first. */
  async list(by: Caller): Promise<PackLine[]> {
    const rows = await this.reader.query<PackRow>(`${packs} ORDER BY k.made_at DESC, k.id LIMIT 200`);
    const teams = await this.samples.teamsOf(rows.map((r) => r.sample_id));
    return rows.flatMap((row) => {
      const of = teams.get(row.sample_id);
      return of && this.access.manages(by, of.ids) ? [{ ...this.line(by, row), teams: of.says }] : [];
    });
  }

  async progress(by: Caller, packId: string): Promise<PackProgress> {
    const { status, done, total } = this.line(by, await this.mine(by, packId));
    return { status, done, total };
  }

  /** The second manager: never the one who asked. */
  async agree(by: Caller, packId: string): Promise<PackLook> {
    const row = await this.mine(by, packId);
    if (row.by_id === by.personId) throw new Refused('another-manager');
    const { status } = this.line(by, row);
    if (status === 'preparing') throw new Refused('pack-not-ready');
    if (status !== 'ready' && status !== 'released') throw new Refused('pack-gone');
    await this.mustStillHold(by, row);
    await this.transactions.run(async (tx) => {
      const agreed = await tx.query(
        `UPDATE audit_pack SET status = 'released', agreed_by = $2, agreed_at = $3
         WHERE id = $1 AND status = 'ready' AND by_id <> $2 RETURNING id`,
        [packId, by.personId, this.clock.at()],
      );
      if (agreed.length > 0)
        await this.act(tx, by, packId, 'pack.agree', 'agreed that an inspection pack is opened', {
          hash: row.hash,
        });
    });
    return row;
  }

  /** The file, for whoever manages every team in it, once it was agreed to and while it is kept. */
  async open(by: Caller, packId: string): Promise<OpenedPack> {
    const row = await this.mine(by, packId);
    const { status } = this.line(by, row);
    if (status === 'preparing') throw new Refused('pack-not-ready');
    if (status === 'ready') throw new Refused('another-manager');
    if (status !== 'released' || row.bytes === null) throw new Refused('pack-gone');
    await this.mustStillHold(by, row);
    return {
      stream: this.pieces.of(packId, row.bytes),
      bytes: row.bytes,
      fileName: `inspection-pack-${row.from_on}-to-${row.to_on}.zip`,
      teamIds: row.teamIds,
      why: row.why,
    };
  }

  /** A family that has gone to another team since takes the pack with it: it is not handed out, and not kept. */
  private async mustStillHold(by: Caller, { id, sample_id, held, teamIds }: Mine): Promise<void> {
    const all = async (): Promise<string[]> =>
      (await this.gradings.records(sample_id)).map((record) => record.discussion_id);
    for (const discussionId of held === null ? await all() : (JSON.parse(held) as string[])) {
      if (await this.contents.mayHold(by.personId, teamIds, discussionId)) continue;
      await this.transactions.run(async (tx) => {
        await tx.run('UPDATE audit_pack SET taken_at = $2 WHERE id = $1', [id, this.clock.at()]);
        await this.pieces.remove(tx, id);
      });
      throw new Refused(
        'pack-gone',
        'A family in this pack is no longer with a team that you manage, so the pack is not kept. Ask for a new one.',
      );
    }
  }

  private async mine(by: Caller, packId: string): Promise<Mine> {
    const [row] = await this.reader.query<PackRow>(`${packs} WHERE k.id = $1`, [packId]);
    const of = row && (await this.samples.teamsOf([row.sample_id])).get(row.sample_id);
    if (!of || !this.access.manages(by, of.ids)) throw new Refused('not-found');
    return { ...row, teamIds: of.ids };
  }

  private line(by: Caller, row: PackRow): Omit<PackLine, 'teams'> {
    const until = lastDay(row.made_at);
    const kept = row.status === 'ready' || row.status === 'released';
    const status = kept && (row.taken_at !== null || this.clock.today() > until) ? 'gone' : row.status;
    return {
      packId: row.id,
      sampleId: row.sample_id,
      from: row.from_on,
      to: row.to_on,
      byName: row.by_name,
      why: row.why,
      status,
      done: row.done,
      total: row.total,
      madeAt: row.made_at,
      until,
      hash: row.hash,
      bytes: row.bytes,
      agreedByName: row.agreed_name,
      agreedAt: row.agreed_at,
      reference: row.trouble,
      mayAgree: status === 'ready' && row.by_id !== by.personId,
      mayOpen: status === 'released',
    };
  }

  private act(
    tx: Parameters<Acts['keep']>[0],
    by: Caller,
    packId: string,
    kind: string,
    says: string,
    after: object,
  ): Promise<void> {
    return this.acts.keep(tx, {
      byId: by.personId,
      kind,
      subject: 'audit_pack',
      subjectId: packId,
      says,
      after,
    });
  }
}
