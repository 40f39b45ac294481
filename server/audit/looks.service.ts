import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Look } from '../../shared/audit/http.js';
import { Clock } from '../core/clock.js';
import type { Caller } from '../core/http/policy.js';
import { Reader } from '../core/reader.js';
import { Transactions } from '../core/transaction.js';
import { places } from './places.js';

/** Who looked at what of the audit, and why. It is written before the answer goes out: nobody reads unseen. */
@Injectable()
export class Looks {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** `teamIds`: whose figures or records they are. A look at several teams is kept under none. */
  async keep(
    by: Caller | null,
    what: string,
    { teamIds, asked, why }: { teamIds: readonly string[]; asked: object; why?: string | undefined },
  ): Promise<void> {
    await this.transactions.run((tx) =>
      tx.run(
        'INSERT INTO audit_look (id, at, by_id, what, team_id, asked, why) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [
          randomUUID(),
          this.clock.at(),
          by?.personId ?? null,
          what,
          teamIds.length === 1 ? teamIds[0] : null,
          JSON.stringify(asked),
          why?.trim() ?? '',
        ],
      ),
    );
  }

  /**
   * The newest first. Whoever asks has been let in. Reasons are typed freely and may name a family: of a look that is not
   * of one of these teams alone, the reason is for whoever gave it and for those who see every team.
   */
  async of(by: Pick<Caller, 'personId' | 'roles'>, teamIds: readonly string[]): Promise<Look[]> {
    const every = by.roles.some(({ role, teamId }) => role === 'service-manager' && teamId === null);
    const these = places(teamIds.length, 0);
    const rows = await this.reader.query<{
      at: string;
      by_id: string | null;
      name: string | null;
      what: string;
      team_id: string | null;
      why: string;
    }>(
      `SELECT l.at, l.by_id, p.name, l.what, l.team_id, l.why FROM audit_look l LEFT JOIN person p ON p.id = l.by_id
       WHERE l.team_id IS NULL OR l.team_id IN (${these}) ORDER BY l.at DESC, l.id DESC LIMIT 500`,
      teamIds,
    );
    return rows.map((r) => ({
      at: r.at,
      byId: r.by_id,
      byName: r.name ?? '',
      what: r.what,
      teamId: r.team_id,
      why: every || r.team_id !== null || r.by_id === null || r.by_id === by.personId ? r.why : null,
    }));
  }
}
