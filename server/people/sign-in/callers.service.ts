import { Injectable } from '@nestjs/common';
import type { Role } from '../../../shared/people.js';
import { Clock } from '../../core/clock.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { SignIns } from '../../core/sign-ins.js';
import { Transactions } from '../../core/transaction.js';

// Written at most this often: a page asks many times a minute.
const writeEveryMs = 60_000;

/** Who is behind a request, with the roles they hold at this moment. Nothing of it is remembered between requests. */
@Injectable()
export class Callers {
  constructor(
    private readonly signIns: SignIns,
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** `byItself`: a page asked without anybody's doing anything, which keeps nobody signed in. */
  async of(cookieHeader: string | undefined, byItself: boolean): Promise<Caller | null> {
    const signIn = await this.signIns.of(cookieHeader);
    if (!signIn) return null;
    const { signInId, personId, seenAt, endsAt, confirmedUntil } = signIn;
    if (await this.hasLeft(personId)) return null;
    if (!byItself) await this.seen(signInId, seenAt);
    return { signInId, personId, endsAt, confirmedUntil, roles: await this.rolesOf(personId) };
  }

  private async rolesOf(personId: string): Promise<Caller['roles']> {
    const rows = await this.reader.query<{ role: Role; team_id: string | null }>(
      'SELECT role, team_id FROM person_role WHERE person_id = $1 AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2)',
      [personId, this.clock.today()],
    );
    return rows.map((row) => ({ role: row.role, teamId: row.team_id }));
  }

  private async hasLeft(personId: string): Promise<boolean> {
    const rows = await this.reader.query('SELECT 1 FROM person WHERE id = $1 AND ended_on <= $2', [
      personId,
      this.clock.today(),
    ]);
    return rows.length > 0;
  }

  private async seen(signInId: string, seenAt: string): Promise<void> {
    if (this.clock.now().getTime() - Date.parse(seenAt) < writeEveryMs) return;
    await this.transactions.run((tx) =>
      tx.run('UPDATE sign_in SET seen_at = $1 WHERE id = $2', [this.clock.at(), signInId]),
    );
  }
}
