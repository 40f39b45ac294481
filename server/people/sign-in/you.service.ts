import { Inject, Injectable } from '@nestjs/common';
import type { DisciplineCode } from '../../../shared/disciplines.js';
import type { You } from '../../../shared/people/sign-in.js';
import type { Role } from '../../../shared/people.js';
import { Refused } from '../../../shared/refusals.js';
import type { Config } from '../../config.js';
import { Clock } from '../../core/clock.js';
import { Reader } from '../../core/reader.js';
import { Secrets } from '../../core/secrets.js';
import { SignIns } from '../../core/sign-ins.js';
import { CONFIG } from '../../core/tokens.js';
import { outboxKey } from './tokens.js';

interface Row {
  name: string;
  first_name: string;
  email: string | null;
  discipline: DisciplineCode;
  title: string;
}

/** What a person's own device needs to know of them. */
@Injectable()
export class Yous {
  constructor(
    private readonly reader: Reader,
    private readonly signIns: SignIns,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(signInId: string, personId: string, device: string): Promise<You> {
    const signIn = await this.signIns.byId(this.reader, signInId);
    const [person] = await this.reader.query<Row>(
      'SELECT name, first_name, email, discipline, title FROM person WHERE id = $1',
      [personId],
    );
    if (!signIn || !person) throw new Refused('signed-out');
    const roles = await this.reader.query<{ role: Role; team_id: string | null }>(
      'SELECT role, team_id FROM person_role WHERE person_id = $1 AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2)',
      [personId, this.clock.today()],
    );
    const { confirmedUntil, endsAt } = signIn;
    return {
      personId,
      name: person.name,
      firstName: person.first_name,
      email: person.email,
      discipline: person.discipline,
      title: person.title,
      roles: roles.map((row) => ({ role: row.role, teamId: row.team_id })),
      outboxKey: outboxKey(this.secrets.key('outbox'), personId, device),
      endsAt,
      confirmedUntil: confirmedUntil && confirmedUntil > this.clock.at() ? confirmedUntil : null,
      councilName: this.config.councilName,
    };
  }
}
