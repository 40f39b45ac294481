import { Injectable } from '@nestjs/common';
import type { DisciplineCode } from '../../shared/disciplines.js';
import type { Actor, Relation } from '../../shared/people.js';
import { Authority } from '../core/authority.js';
import { Clock } from '../core/clock.js';
import type { Connection } from '../core/connection.js';
import { type SignIn, SignIns } from '../core/sign-ins.js';
import { Tx } from '../core/transaction.js';
import { subjectOf } from './definitions.js';
import { relationsInDiscussion, relationsInSession } from './relations.sql.js';

interface Person {
  name: string;
  discipline: DisciplineCode;
  ended_on: string | null;
}

/**
 * Who somebody is to a log, read where it is asked (in the transaction of the change itself) and remembered only until
 * the authority version rises for them, or the day ends.
 */
@Injectable()
export class Standing {
  private readonly facts = new Map<string, Map<string, Actor>>();
  private readonly signedIn = new Map<string, SignIn>();
  private day = '';
  private dayUntil = 0;

  constructor(
    private readonly authority: Authority,
    private readonly clock: Clock,
    private readonly signIns: SignIns,
  ) {
    this.authority.whenRisen((whose) => this.forget(whose));
  }

  /** The actor for a log; without a relation they may see nothing of it. `confirmedUntil` comes from their sign-in. */
  async actorFor(
    at: Connection,
    personId: string,
    logId: string,
    confirmedUntil: string | null = null,
  ): Promise<Actor> {
    const facts = await this.factsOf(at, personId, logId);
    return confirmedUntil !== null && confirmedUntil > this.clock.at()
      ? { ...facts, confirmed: true }
      : facts;
  }

  /** The sign-in while it lasts. */
  async signIn(at: Connection, signInId: string): Promise<SignIn | null> {
    if (at instanceof Tx && at.touched) return this.signIns.byId(at, signInId);
    const known = this.signedIn.get(signInId);
    if (known) return known.endsAt > this.clock.at() ? known : null;
    const { version } = this.authority;
    const found = await this.signIns.byId(at, signInId);
    if (found && version === this.authority.version) this.signedIn.set(signInId, found);
    return found;
  }

  /** Without a word on whether they have confirmed their password: that runs by the minute. */
  private async factsOf(at: Connection, personId: string, logId: string): Promise<Actor> {
    const today = this.today();
    if (at instanceof Tx && at.touched) return this.read(at, personId, logId, today);
    const known = this.facts.get(personId)?.get(logId);
    if (known) return known;
    const { version } = this.authority;
    const found = await this.read(at, personId, logId, today);
    // Read while it rose: true enough for this answer, not to be kept.
    if (version === this.authority.version) {
      const mine = this.facts.get(personId) ?? new Map<string, Actor>();
      this.facts.set(personId, mine.set(logId, found));
    }
    return found;
  }

  private async read(at: Connection, personId: string, logId: string, today: string): Promise<Actor> {
    const sql = 'SELECT name, discipline, ended_on FROM person WHERE id = $1';
    const [person] = await at.query<Person>(sql, [personId]);
    if (!person || (person.ended_on !== null && person.ended_on <= today))
      return {
        personId,
        name: person?.name ?? '',
        discipline: person?.discipline ?? 'management',
        relations: [],
        confirmed: false,
      };
    const relations = await at.query<{ stands: Relation['as']; discipline: DisciplineCode | null }>(
      logId.startsWith('session/') ? relationsInSession : relationsInDiscussion,
      [subjectOf(logId), personId, today],
    );
    return {
      personId,
      name: person.name,
      discipline: person.discipline,
      relations: relations.map(
        ({ stands, discipline }) => (discipline ? { as: stands, discipline } : { as: stands }) as Relation,
      ),
      confirmed: false,
    };
  }

  private forget(whose: readonly string[] | null): void {
    if (!whose) {
      this.facts.clear();
      this.signedIn.clear();
      return;
    }
    for (const personId of whose) this.facts.delete(personId);
    for (const [id, signIn] of this.signedIn) if (whose.includes(signIn.personId)) this.signedIn.delete(id);
  }

  /** Allocations and roles run by the day: at midnight in England everything is read again. */
  today(): string {
    const now = this.clock.now().getTime();
    const minute = Math.floor(now / 60_000);
    if (minute !== this.dayUntil) {
      this.dayUntil = minute;
      const day = this.clock.today();
      if (day !== this.day) this.forget(null);
      this.day = day;
    }
    return this.day;
  }
}
