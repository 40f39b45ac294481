import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { groupedBy } from '../../../shared/audit/grouped.js';
import { drawSample } from '../../../shared/audit/sample/draw.js';
import type { NewSample, SampleLine } from '../../../shared/audit/sample/http.js';
import { Refused } from '../../../shared/refusals.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { Transactions } from '../../core/transaction.js';
import { AuditAccess } from '../audit-access.service.js';
import { TakingIn } from '../talks/taking-in.service.js';

interface TalkRow {
  discussion_id: string;
  family_id: string;
  team_id: string;
  chair_id: string | null;
  held_on: string;
}

interface LineRow {
  id: string;
  from_on: string;
  to_on: string;
  team_id: string | null;
  seed: string;
  by_name: string | null;
  made_at: string;
  records: number;
  graded: number;
}

export interface WholeSample {
  line: SampleLine;
  /** The teams whose records are in it. */
  teamIds: string[];
}

const lines = `SELECT s.id, s.from_on, s.to_on, s.team_id, s.seed, p.name AS by_name, s.made_at,
    (SELECT CAST(COUNT(*) AS integer) FROM dip_record r WHERE r.sample_id = s.id) AS records,
    (SELECT CAST(COUNT(*) AS integer) FROM dip_record r WHERE r.sample_id = s.id AND 1 + r.second <=
      (SELECT COUNT(*) FROM dip_grade g WHERE g.sample_id = r.sample_id AND g.discussion_id = r.discussion_id)) AS graded
  FROM dip_sample s LEFT JOIN person p ON p.id = s.by_id`;

/** The teams whose records are in a sample, and their names in words. */
export interface TeamsIn {
  ids: string[];
  says: string;
}

/** Samples of signed records, drawn to be read: by chance, so that nobody chose them, and from a seed, so that anybody can check it. */
@Injectable()
export class Samples {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly access: AuditAccess,
    private readonly takingIn: TakingIn,
  ) {}

  /** Draws from what the caller manages and may read: a record that nobody here could open would never be graded. */
  async draw(by: Caller, { from, to, teamId, seed: given }: NewSample): Promise<string> {
    if (from > to) throw new Refused('bad-dates');
    const scope = await this.access.managed(by, teamId);
    await this.takingIn.upToNow();
    const named = await this.access.named(by);
    const talks = (await this.signed(scope.teamIds, from, to)).filter((t) => named.has(t.family_id));
    const familyOf = new Map(talks.map((t) => [t.discussion_id, t.family_id]));
    const seed = given || randomBytes(6).toString('hex');
    const drawn = drawSample(
      talks.map((t) => ({
        discussionId: t.discussion_id,
        teamId: t.team_id,
        chairId: t.chair_id,
        heldOn: t.held_on,
      })),
      seed,
    );
    if (drawn.length === 0) throw new Refused('nothing-signed');
    const id = randomUUID();
    await this.transactions.run(async (tx) => {
      await tx.run(
        'INSERT INTO dip_sample (id, from_on, to_on, team_id, seed, by_id, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [id, from, to, scope.teamId, seed, by.personId, this.clock.at()],
      );
      for (const one of drawn)
        await tx.run(
          `INSERT INTO dip_record (sample_id, discussion_id, family_id, team_id, chair_id, because, second)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [
            id,
            one.discussionId,
            familyOf.get(one.discussionId),
            one.teamId,
            one.chairId,
            one.because,
            one.second ? 1 : 0,
          ],
        );
      await this.acts.keep(tx, {
        byId: by.personId,
        kind: 'sample.draw',
        subject: 'dip_sample',
        subjectId: id,
        says: `drew ${drawn.length} of ${talks.length} signed records to be read`,
        after: { from, to, teamId: scope.teamId, seed },
      });
    });
    return id;
  }

  /** Those with a record of a team that the caller manages, the newest first. */
  async list(by: Caller): Promise<SampleLine[]> {
    const { teamIds } = await this.access.managed(by);
    const rows = await this.reader.query<LineRow>(
      `${lines} WHERE EXISTS (SELECT 1 FROM dip_record r WHERE r.sample_id = s.id AND r.team_id IN (${places(teamIds)}))
       ORDER BY s.made_at DESC, s.id LIMIT 200`,
      teamIds,
    );
    const teams = await this.teamsOf(rows.map((r) => r.id));
    return rows.map((row) => line(row, teams.get(row.id) ?? nobody));
  }

  /** One sample, with the teams whose records are in it, for somebody who manages one of them at least. */
  async one(by: Caller, sampleId: string): Promise<WholeSample> {
    const sample = await this.whole(sampleId);
    if (!sample.teamIds.some((id) => this.access.manages(by, [id]))) throw new Refused('not-found');
    return sample;
  }

  /** For what prepares packs; whoever asked has been let in. */
  async whole(sampleId: string): Promise<WholeSample> {
    const [row] = await this.reader.query<LineRow>(`${lines} WHERE s.id = $1`, [sampleId]);
    if (!row) throw new Refused('not-found');
    const teams = (await this.teamsOf([sampleId])).get(sampleId) ?? nobody;
    return { line: line(row, teams), teamIds: teams.ids };
  }

  /** The teams whose samples the caller may read. */
  async mine(by: Caller): Promise<readonly string[]> {
    return (await this.access.managed(by)).teamIds;
  }

  /** The teams whose records are in one. */
  async teamIds(sampleId: string): Promise<string[]> {
    return (await this.teamsOf([sampleId])).get(sampleId)?.ids ?? [];
  }

  /** The teams in each of these samples. */
  async teamsOf(sampleIds: readonly string[]): Promise<Map<string, TeamsIn>> {
    const ids = [...new Set(sampleIds)];
    if (ids.length === 0) return new Map();
    const rows = await this.reader.query<{ sample_id: string; id: string; name: string }>(
      `SELECT DISTINCT r.sample_id, t.id, t.name FROM dip_record r JOIN team t ON t.id = r.team_id
       WHERE r.sample_id IN (${places(ids)}) ORDER BY r.sample_id, t.name`,
      ids,
    );
    return new Map(
      [...groupedBy(rows, (r) => r.sample_id)].map(([sampleId, teams]) => [
        sampleId,
        { ids: teams.map((t) => t.id), says: teamsSay(teams.map((t) => t.name)) },
      ]),
    );
  }

  private signed(teamIds: readonly string[], from: string, to: string): Promise<TalkRow[]> {
    return this.reader.query<TalkRow>(
      `SELECT discussion_id, family_id, team_id, chair_id, held_on FROM audit_talk
       WHERE team_id IN (${places(teamIds)}) AND held_on >= $${teamIds.length + 1} AND held_on <= $${teamIds.length + 2}
         AND signed_on IS NOT NULL`,
      [...teamIds, from, to],
    );
  }
}

const nobody: TeamsIn = { ids: [], says: '' };

function line(row: LineRow, teams: TeamsIn): SampleLine {
  return {
    sampleId: row.id,
    from: row.from_on,
    to: row.to_on,
    teamId: row.team_id,
    teams: teams.says,
    seed: row.seed,
    byName: row.by_name ?? '',
    madeAt: row.made_at,
    records: row.records,
    graded: row.graded,
  };
}

/** "Northgate", "Northgate and Southgate", "7 teams". */
function teamsSay(names: readonly string[]): string {
  if (names.length > 3) return `${names.length} teams`;
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
}

function places(ids: readonly string[]): string {
  return ids.map((_, i) => `$${i + 1}`).join(', ');
}
