import type { Role } from '../../shared/people.js';
import { type Council, type Family, openCouncil } from './council.js';
import { Browser } from './http-server.js';
import type { Person } from './person.js';
import { recordsTalk } from './talk.js';

/** A team whose discussions were held and signed through the live engine, and managers with a browser each. */
export class SignedRecords {
  readonly families: Family[] = [];

  private constructor(
    readonly council: Council,
    readonly teamId: string,
    readonly mark: Person,
    readonly claire: Person,
  ) {}

  static async open(): Promise<SignedRecords> {
    const council = await openCouncil();
    const teamId = await council.team('Northgate');
    const management = 'management' as const;
    const mark = await council.person({
      name: 'Mark Doyle',
      discipline: management,
      role: 'team-manager',
      teamId,
    });
    const claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' });
    return new SignedRecords(council, teamId, mark, claire);
  }

  /** Somebody with a role in this team, or (null) across the council, at their own browser. */
  async manager(name: string, role: Role, teamId: string | null = this.teamId): Promise<Browser> {
    const person = await this.council.person({
      name,
      discipline: 'management',
      role,
      ...(teamId ? { teamId } : {}),
    });
    return this.browserOf(person);
  }

  browserOf(person: Person): Browser {
    return new Browser(this.council.server.url, { cookie: person.cookie, origin: this.council.origin });
  }

  /** One session in which each of these families is discussed and signed. */
  async holds(names: readonly string[], before?: (family: Family) => Promise<unknown>): Promise<void> {
    const { council, mark, claire, teamId } = this;
    const families: Family[] = [];
    for (const name of names)
      families.push(await council.family(name, teamId, [{ personId: claire.personId, as: 'social-work' }]));
    const session = await council.session(teamId, mark.personId, families);
    for (const person of [mark, claire])
      for (const logId of [session.logId, ...families.map((f) => f.logId)]) await person.joins(logId);
    await mark.succeeds(session.logId, 'session.open', {});
    await council.confirms(mark);
    for (const [i, family] of families.entries()) {
      const slotId = session.slotIds[i];
      await mark.succeeds(session.logId, 'session.goTo', { slotId, step: 'check-in' });
      await mark.until(() => mark.sees(family.logId).status === 'live');
      await before?.(family);
      await recordsTalk(mark, claire, family);
      await mark.until(() => mark.sees(family.logId).steps.length === 1);
      await mark.succeeds(family.logId, 'minutes.sign', { readSeq: mark.held.get(family.logId)?.seq });
    }
    await mark.succeeds(session.logId, 'session.close', {});
    this.families.push(...families);
  }
}
