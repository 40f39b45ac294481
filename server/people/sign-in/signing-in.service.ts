import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Confirm, SignIn } from '../../../shared/people/sign-in.js';
import { Refused } from '../../../shared/refusals.js';
import type { Config } from '../../config.js';
import { Clock } from '../../core/clock.js';
import { Reader } from '../../core/reader.js';
import { newToken } from '../../core/secrets.js';
import { hashToken } from '../../core/sign-ins.js';
import { CONFIG } from '../../core/tokens.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { isPassword } from '../passwords.js';
import { signInRules } from './sign-in-rules.js';
import { type Try, TryLimits } from './try-limits.js';

/** Where a request to sign in comes from. */
export interface From {
  address: string;
  /** The device's own token, if it has one. */
  device: string | null;
  /** The sign-in that the browser holds already: it ends as the new one begins. */
  signInId: string | null;
}

/** A sign-in just made; the token leaves the server once, in its cookie. */
export interface MadeSignIn {
  signInId: string;
  personId: string;
  token: string;
  device: string;
}

/** Makes sign-ins, confirms who is there, and ends them. Reading them belongs to core. */
@Injectable()
export class SigningIn {
  private readonly limits = new TryLimits();

  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Every wrong answer is one answer, and takes as long: whether the account is unknown, has left, has no password yet,
   * or the password is another.
   */
  async signIn({ email, password }: SignIn, from: From): Promise<MadeSignIn> {
    const attempt: Try = {
      account: email,
      address: from.address,
      knownDevice: await this.knownDevice(email, from.device),
    };
    this.limits.take(attempt, this.clock.now().getTime());
    const [person] = await this.reader.query<{ id: string; password_hash: string | null }>(
      'SELECT id, password_hash FROM person WHERE email = $1 AND (ended_on IS NULL OR ended_on > $2)',
      [email, this.clock.today()],
    );
    const right = await isPassword(password, person?.password_hash ?? null);
    if (!right || !person) throw new Refused('wrong-password');
    this.limits.wasRight(attempt);
    return this.transactions.run((tx) => this.begin(tx, person.id, from));
  }

  /** A new sign-in of somebody who has just shown who they are. */
  async begin(tx: Tx, personId: string, from: Omit<From, 'address'>): Promise<MadeSignIn> {
    const token = newToken();
    const device = from.device ?? newToken();
    const signInId = randomUUID();
    const at = this.clock.at();
    if (from.signInId) await this.end(tx, [from.signInId]);
    await tx.run(
      `INSERT INTO sign_in (id, person_id, token_hash, made_at, seen_at, ends_at, device)
       VALUES ($1, $2, $3, $4, $4, $5, $6)`,
      [signInId, personId, hashToken(token), at, this.later(signInRules.longestMs), hashToken(device)],
    );
    const others = await tx.query<{ id: string }>(
      'SELECT id FROM sign_in WHERE person_id = $1 AND ended_at IS NULL AND id <> $2 ORDER BY made_at DESC',
      [personId, signInId],
    );
    const tooMany = others.slice(this.config.signInsPerPerson - 1);
    await this.end(
      tx,
      tooMany.map((one) => one.id),
    );
    return { signInId, personId, token, device };
  }

  /** The password again; for a few minutes after it, signing does not ask. */
  async confirm(signInId: string, personId: string, { password }: Confirm, address: string): Promise<string> {
    const attempt: Try = { account: `confirm ${personId}`, address, knownDevice: signInId };
    this.limits.take(attempt, this.clock.now().getTime());
    const [person] = await this.reader.query<{ password_hash: string | null }>(
      'SELECT password_hash FROM person WHERE id = $1',
      [personId],
    );
    if (!(await isPassword(password, person?.password_hash ?? null))) throw new Refused('wrong-password');
    this.limits.wasRight(attempt);
    const until = this.later(signInRules.confirmedMs);
    await this.transactions.run(async (tx) => {
      await tx.run('UPDATE sign_in SET confirmed_until = $1 WHERE id = $2', [until, signInId]);
      tx.touchAuthority([personId]);
    });
    return until;
  }

  /** Ends sign-ins; their sockets close as soon as this is on disk. */
  async end(tx: Tx, signInIds: readonly string[]): Promise<void> {
    for (const id of signInIds) {
      const [ended] = await tx.query<{ person_id: string }>(
        'UPDATE sign_in SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL RETURNING person_id',
        [this.clock.at(), id],
      );
      if (ended) tx.touchAuthority([ended.person_id]);
    }
  }

  /** Ends everything somebody is signed in with: they have left, or have a new password. */
  async endAll(tx: Tx, personId: string): Promise<void> {
    const rows = await tx.query<{ id: string }>(
      'SELECT id FROM sign_in WHERE person_id = $1 AND ended_at IS NULL',
      [personId],
    );
    await this.end(
      tx,
      rows.map((row) => row.id),
    );
  }

  signOut(signInId: string): Promise<void> {
    return this.transactions.run((tx) => this.end(tx, [signInId]));
  }

  // Asked for every account in the same way, so that the answer's time says nothing about whether there is one.
  private async knownDevice(email: string, device: string | null): Promise<string | null> {
    const hash = hashToken(device ?? 'none');
    const rows = await this.reader.query(
      `SELECT 1 FROM sign_in s JOIN person p ON p.id = s.person_id WHERE p.email = $1 AND s.device = $2 LIMIT 1`,
      [email, hash],
    );
    return rows.length ? hash : null;
  }

  private later(ms: number): string {
    return new Date(this.clock.now().getTime() + ms).toISOString();
  }
}
