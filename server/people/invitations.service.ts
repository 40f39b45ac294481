import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Invitation, InvitationLink, TakeUp } from '../../shared/people/sign-in.js';
import { Refused } from '../../shared/refusals.js';
import type { Config } from '../config.js';
import { Acts } from '../core/acts.js';
import { Clock } from '../core/clock.js';
import type { Connection } from '../core/connection.js';
import { Reader } from '../core/reader.js';
import { isToken, newToken } from '../core/secrets.js';
import { hashToken } from '../core/sign-ins.js';
import { CONFIG } from '../core/tokens.js';
import { Transactions, type Tx } from '../core/transaction.js';
import { Keeping } from './keeping.service.js';
import { hashPassword, mustBeGood } from './passwords.js';
import { signInRules } from './sign-in/sign-in-rules.js';
import { type From, type MadeSignIn, SigningIn } from './sign-in/signing-in.service.js';

interface Row {
  id: string;
  person_id: string | null;
  made_by: string | null;
  purpose: Invitation['purpose'];
  ends_at: string;
  name: string | null;
  email: string | null;
}

/** Links that work once: for the first administrator, for new people, and for those who forgot their password. */
@Injectable()
export class Invitations {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly signingIn: SigningIn,
    private readonly keeping: Keeping,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** On a database without a single person: the link that makes the first administrator. Earlier such links stop working. */
  async forFirstAdministrator(): Promise<string | null> {
    return this.transactions.run(async (tx) => {
      if ((await tx.query('SELECT 1 FROM person LIMIT 1')).length) return null;
      return (await this.make(tx, null, 'first-administrator', null)).link;
    });
  }

  /** A link for somebody who is known. Whoever asked has been let in by people. */
  forPerson(tx: Tx, personId: string, byId: string): Promise<InvitationLink> {
    return this.make(tx, personId, 'password', byId);
  }

  async read(token: string): Promise<Invitation> {
    const { purpose, name, email, ends_at } = await this.found(this.reader, token);
    return { purpose, name, email, endsAt: ends_at };
  }

  /** Sets the password and signs in. Whatever the person was signed in with before ends. */
  async takeUp(token: string, taken: TakeUp, from: From): Promise<MadeSignIn> {
    const invited = await this.found(this.reader, token);
    const name = invited.name ?? taken.name;
    const email = invited.email ?? taken.email;
    if (!name || !email) throw new Refused('unreadable', 'Give your name and your e-mail address.');
    mustBeGood(taken.password, { name, email });
    // Outside the transaction: hashing takes as long as many commits.
    const hash = await hashPassword(taken.password);
    return this.transactions.run(async (tx) => {
      await this.found(tx, token);
      const used = await tx.query(
        'UPDATE invitation SET used_at = $1 WHERE id = $2 AND used_at IS NULL RETURNING id',
        [this.clock.at(), invited.id],
      );
      if (!used.length) throw new Refused('link-used');
      const personId = invited.person_id ?? (await this.firstAdministrator(tx, name, email));
      await tx.run('UPDATE person SET password_hash = $1, email = $2 WHERE id = $3', [hash, email, personId]);
      await this.signingIn.endAll(tx, personId);
      await this.acts.keep(tx, {
        byId: personId,
        kind: 'password.set',
        subject: 'person',
        subjectId: personId,
        says: 'set a password',
      });
      return this.signingIn.begin(tx, personId, from);
    });
  }

  private async firstAdministrator(tx: Tx, name: string, email: string): Promise<string> {
    if ((await tx.query('SELECT 1 FROM person LIMIT 1')).length) throw new Refused('link-used');
    const personId = randomUUID();
    const at = this.clock.at();
    await tx.run(
      `INSERT INTO person (id, name, first_name, email, discipline, title, working_days, remote, made_at)
       VALUES ($1, $2, $3, $4, 'business-support', 'Administrator', '1111100', 0, $5)`,
      [personId, name, name.split(/\s+/)[0], email, at],
    );
    await tx.run(
      `INSERT INTO person_role (id, person_id, role, team_id, from_on) VALUES ($1, $2, 'administrator', NULL, $3)`,
      [randomUUID(), personId, this.clock.today()],
    );
    await this.acts.keep(tx, {
      byId: personId,
      kind: 'person.add',
      subject: 'person',
      subjectId: personId,
      says: 'became the first administrator',
      after: { name, email },
    });
    tx.touchAuthority([personId]);
    return personId;
  }

  private async make(
    tx: Tx,
    personId: string | null,
    purpose: Invitation['purpose'],
    byId: string | null,
  ): Promise<InvitationLink> {
    const same = personId === null ? 'person_id IS NULL' : 'person_id = $2';
    await tx.run(
      `UPDATE invitation SET used_at = $1 WHERE used_at IS NULL AND ${same}`,
      personId === null ? [this.clock.at()] : [this.clock.at(), personId],
    );
    const token = newToken();
    const endsAt = new Date(this.clock.now().getTime() + signInRules.invitationMs).toISOString();
    await tx.run(
      'INSERT INTO invitation (id, person_id, purpose, token_hash, ends_at, made_by) VALUES ($1, $2, $3, $4, $5, $6)',
      [randomUUID(), personId, purpose, hashToken(token), endsAt, byId],
    );
    return { link: `${this.config.origins[0]}/invitation/${token}`, endsAt };
  }

  /**
   * A link opens no more than its maker may let somebody into on the day it is used: whoever was given a family or a team
   * since, which its maker does not keep, needs a new one.
   */
  private async found(at: Connection, token: string): Promise<Row> {
    const [row] = await at.query<Row>(
      `SELECT i.id, i.person_id, i.made_by, i.purpose, i.ends_at, p.name, p.email
       FROM invitation i LEFT JOIN person p ON p.id = i.person_id
       WHERE i.token_hash = $1 AND i.used_at IS NULL AND i.ends_at > $2`,
      [hashToken(isToken(token) ? token : 'none'), this.clock.at()],
    );
    if (!row) throw new Refused('link-used');
    const { person_id: personId, made_by: byId } = row;
    if (personId && !(byId && (await this.keeping.mayStillInvite(at, byId, personId))))
      throw new Refused('link-used');
    return row;
  }
}
