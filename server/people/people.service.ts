import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DisciplineCode } from '../../shared/disciplines.js';
import type { NewPerson, NewRole, Person, PersonKept, PersonPatch } from '../../shared/people/directory.js';
import type { InvitationLink } from '../../shared/people/sign-in.js';
import type { Role } from '../../shared/people.js';
import { Refused } from '../../shared/refusals.js';
import { Acts } from '../core/acts.js';
import { Clock } from '../core/clock.js';
import type { Database } from '../core/connection.js';
import { administers, keepsTeam } from '../core/http/keepers.js';
import type { Caller } from '../core/http/policy.js';
import { Reader } from '../core/reader.js';
import { DATABASE } from '../core/tokens.js';
import { Transactions, type Tx } from '../core/transaction.js';
import { Invitations } from './invitations.service.js';
import { Keeping } from './keeping.service.js';
import { SigningIn } from './sign-in/signing-in.service.js';

interface Row {
  id: string;
  name: string;
  first_name: string;
  email: string | null;
  discipline: DisciplineCode;
  title: string;
  working_days: string;
  remote: number;
  ended_on: string | null;
  can_sign_in: number;
}

interface RoleRow {
  id: string;
  person_id: string;
  role: Role;
  team_id: string | null;
  from_on: string;
  to_on: string | null;
}

const columns = `id, name, first_name, email, discipline, title, working_days, remote, ended_on,
  CASE WHEN password_hash IS NULL THEN 0 ELSE 1 END AS can_sign_in`;
const managerGrade: readonly Role[] = ['team-manager', 'deputy-manager', 'service-manager'];

/** The people of the council and its partners: who they are, and what they are employed to do. */
@Injectable()
export class People {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly invitations: Invitations,
    private readonly keeping: Keeping,
    private readonly signingIn: SigningIn,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** The directory that every colleague may see. */
  directory(): Promise<Person[]> {
    // What only keepers see falls away at the answer's schema.
    return this.kept();
  }

  /** The people whom this caller keeps, with what only keepers see. */
  async keptBy(by: Caller): Promise<PersonKept[]> {
    const reach = await this.keeping.reaches(this.reader);
    return (await this.kept()).filter(({ personId }) => this.keeping.mayKeep(by, reach(personId)));
  }

  async add(by: Caller, person: NewPerson): Promise<string> {
    const { teamId } = person;
    if (teamId && !keepsTeam(by, teamId)) throw new Refused('not-yours');
    const id = randomUUID();
    const firstName = person.firstName ?? person.name.split(/\s+/)[0] ?? person.name;
    await this.withOwnEmail(async (tx) => {
      if (teamId) await this.team(tx, teamId);
      await tx.run(
        `INSERT INTO person (id, name, first_name, email, discipline, title, working_days, remote, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          person.name,
          firstName,
          person.email,
          person.discipline,
          person.title,
          person.workingDays,
          Number(person.remote),
          this.clock.at(),
        ],
      );
      await this.keep(tx, by, id, 'person.add', `added ${person.name}`, undefined, { ...person, firstName });
      if (teamId) await this.insertRole(tx, by, id, { role: 'practitioner', teamId });
      tx.touchAuthority([id]);
    });
    return id;
  }

  async change(by: Caller, personId: string, patch: PersonPatch): Promise<void> {
    const before = await this.mustKeep(by, personId);
    await this.withOwnEmail(async (tx) => {
      const now = { ...before, ...given(patch) };
      await tx.run(
        `UPDATE person SET name = $1, first_name = $2, email = $3, discipline = $4, title = $5, working_days = $6,
           remote = $7, ended_on = $8 WHERE id = $9`,
        [
          now.name,
          now.firstName,
          now.email,
          now.discipline,
          now.title,
          now.workingDays,
          Number(now.remote),
          now.endedOn,
          personId,
        ],
      );
      const was = Object.fromEntries(Object.keys(patch).map((key) => [key, before[key as keyof PersonKept]]));
      await this.keep(
        tx,
        by,
        personId,
        'person.change',
        `changed what is kept of ${before.name}`,
        was,
        patch,
      );
      if (now.endedOn && now.endedOn <= this.clock.today()) await this.signingIn.endAll(tx, personId);
      tx.touchAuthority([personId]);
    });
  }

  async giveRole(by: Caller, personId: string, role: NewRole): Promise<string> {
    const person = await this.mustKeep(by, personId);
    // Whoever keeps a team brings practitioners into it; every other role, an administrator gives, and never to themselves.
    const small = role.role === 'practitioner' && role.teamId !== null && keepsTeam(by, role.teamId);
    if (!small && !administers(by)) throw new Refused('not-yours', 'An administrator gives this role.');
    if (!small && personId === by.personId)
      throw new Refused('not-yours', 'Somebody else has to give you a role.');
    return this.transactions.run(async (tx) => {
      if (role.teamId) await this.team(tx, role.teamId);
      if (person.roles.some((r) => r.role === role.role && r.teamId === role.teamId && !r.toOn))
        throw new Refused('already-there');
      tx.touchAuthority([personId]);
      return this.insertRole(tx, by, personId, role);
    });
  }

  async endRole(by: Caller, roleId: string, toOn: string): Promise<void> {
    const [role] = await this.reader.query<RoleRow>('SELECT * FROM person_role WHERE id = $1', [roleId]);
    if (!role) throw new Refused('not-found');
    const person = await this.mustKeep(by, role.person_id);
    const small = role.role === 'practitioner' && role.team_id !== null && keepsTeam(by, role.team_id);
    if (!small && !administers(by)) throw new Refused('not-yours');
    if (toOn < role.from_on) throw new Refused('bad-dates');
    await this.transactions.run(async (tx) => {
      await tx.run('UPDATE person_role SET to_on = $1 WHERE id = $2', [toOn, roleId]);
      const says = `ended the role of ${role.role} for ${person.name} on ${toOn}`;
      await this.keep(tx, by, person.personId, 'role.end', says, { toOn: role.to_on }, { toOn });
      tx.touchAuthority([person.personId]);
    });
  }

  /** A link to set a password. For somebody who can sign in already, or sees more than the caller keeps, an administrator makes it. */
  async invite(by: Caller, personId: string): Promise<InvitationLink> {
    const person = await this.mustKeep(by, personId);
    const may = this.keeping.mayInvite(by, (await this.keeping.reaches(this.reader, personId))(personId));
    if (!may || (person.canSignIn && !administers(by)))
      throw new Refused('not-yours', 'An administrator makes this link.');
    if (!person.email) throw new Refused('unreadable', 'Give an e-mail address to sign in with first.');
    return this.transactions.run(async (tx) => {
      await this.keep(tx, by, personId, 'person.invite', `made a link for ${person.name} to set a password`);
      return this.invitations.forPerson(tx, personId, by.personId);
    });
  }

  async actsOf(by: Caller, personId: string): ReturnType<Acts['of']> {
    await this.mustKeep(by, personId);
    return this.acts.of('person', personId);
  }

  private async kept(): Promise<PersonKept[]> {
    const today = this.clock.today();
    const rows = await this.reader.query<Row>(`SELECT ${columns} FROM person ORDER BY name`);
    const roles = await this.reader.query<RoleRow>('SELECT * FROM person_role ORDER BY from_on');
    const posts = await this.reader.query<{ person_id: string; team_id: string }>(
      'SELECT person_id, team_id FROM post WHERE person_id IS NOT NULL AND from_on <= $1 AND (to_on IS NULL OR to_on >= $1)',
      [today],
    );
    return rows.map((row) => {
      const own = roles.filter((r) => r.person_id === row.id);
      const current = own.filter((r) => r.from_on <= today && (!r.to_on || r.to_on >= today));
      const teams = [...current, ...posts.filter((p) => p.person_id === row.id)].flatMap(
        (r) => r.team_id ?? [],
      );
      return {
        personId: row.id,
        name: row.name,
        firstName: row.first_name,
        email: row.email,
        discipline: row.discipline,
        title: row.title,
        teamIds: [...new Set(teams)],
        workingDays: row.working_days,
        remote: row.remote === 1,
        ended: row.ended_on !== null && row.ended_on <= today,
        endedOn: row.ended_on,
        manager: current.some((r) => managerGrade.includes(r.role)),
        canSignIn: row.can_sign_in === 1,
        roles: own.map((r) => ({
          roleId: r.id,
          role: r.role,
          teamId: r.team_id,
          fromOn: r.from_on,
          toOn: r.to_on,
        })),
      };
    });
  }

  private async mustKeep(by: Caller, personId: string): Promise<PersonKept> {
    const person = (await this.kept()).find((one) => one.personId === personId);
    const reach = await this.keeping.reaches(this.reader, personId);
    if (!person || !this.keeping.mayKeep(by, reach(personId))) throw new Refused('not-found');
    return person;
  }

  private async insertRole(tx: Tx, by: Caller, personId: string, role: NewRole): Promise<string> {
    const id = randomUUID();
    const fromOn = role.fromOn ?? this.clock.today();
    await tx.run(
      'INSERT INTO person_role (id, person_id, role, team_id, from_on) VALUES ($1, $2, $3, $4, $5)',
      [id, personId, role.role, role.teamId, fromOn],
    );
    await this.keep(tx, by, personId, 'role.give', `gave the role of ${role.role}`, undefined, {
      ...role,
      fromOn,
    });
    return id;
  }

  private keep(
    tx: Tx,
    by: Caller,
    personId: string,
    kind: string,
    says: string,
    before?: unknown,
    after?: unknown,
  ) {
    return this.acts.keep(tx, {
      byId: by.personId,
      kind,
      subject: 'person',
      subjectId: personId,
      says,
      before,
      after,
    });
  }

  private async team(tx: Tx, teamId: string): Promise<void> {
    if (!(await tx.query('SELECT 1 FROM team WHERE id = $1', [teamId])).length)
      throw new Refused('not-found');
  }

  /** The database keeps addresses apart, also when two people add the same at once. */
  private async withOwnEmail(work: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await this.transactions.run(work);
    } catch (error) {
      if (this.database.isTaken(error))
        throw new Refused('already-there', 'Somebody has this e-mail address already.');
      throw error;
    }
  }
}

function given<T extends object>(patch: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as never;
}
