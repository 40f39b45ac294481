import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type DisciplineCode, disciplineOf, mayWorkAs } from '../../../shared/disciplines.js';
import type { NewAllocation } from '../../../shared/families/members.js';
import { Refused } from '../../../shared/refusals.js';
import { plusDays } from '../../../shared/schedule/working-days.js';
import { Acts } from '../../core/acts.js';
import type { Caller } from '../../core/http/policy.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { Discussions } from '../discussions.service.js';
import { FamilyAccess } from '../family-access.service.js';

interface Row {
  id: string;
  family_id: string;
  discipline: DisciplineCode;
  person_id: string | null;
  from_on: string;
  to_on: string | null;
}

/** Who works with which family, from when until when. What they may see follows from it, and ends with it. */
@Injectable()
export class Allocations {
  constructor(
    private readonly transactions: Transactions,
    private readonly acts: Acts,
    private readonly access: FamilyAccess,
    private readonly discussions: Discussions,
  ) {}

  async add(by: Caller, familyId: string, allocation: NewAllocation): Promise<string> {
    return this.transactions.run(async (tx) => {
      await this.access.mustKeep(tx, by, familyId);
      const id = await this.insert(tx, by, familyId, allocation);
      await this.discussions.refresh(tx, familyId, by.personId);
      return id;
    });
  }

  async end(by: Caller, allocationId: string, toOn: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [before] = await tx.query<Row>('SELECT * FROM allocation WHERE id = $1', [allocationId]);
      if (!before) throw new Refused('not-found');
      await this.access.mustKeep(tx, by, before.family_id);
      if (toOn < before.from_on) throw new Refused('bad-dates');
      await tx.run('UPDATE allocation SET to_on = $1 WHERE id = $2', [toOn, allocationId]);
      const says = `ended ${label(before.discipline)}, ${await named(tx, before.person_id)}, on ${toOn}`;
      await this.acts.keepOfFamily(
        tx,
        by,
        before.family_id,
        'allocation.end',
        says,
        { toOn: before.to_on },
        { toOn },
      );
      tx.touchAuthority(await whoseStanding(tx, before.family_id, before.person_id));
      await this.discussions.refresh(tx, before.family_id, by.personId);
    });
  }

  /** Run by the opening of a file too, in its transaction. */
  async insert(tx: Tx, by: Caller, familyId: string, allocation: NewAllocation): Promise<string> {
    const { discipline, personId, about, fromOn, toOn } = allocation;
    if (toOn && toOn < fromOn) throw new Refused('bad-dates');
    this.access.mustNotLetSelfIn(by, personId);
    const who = await named(tx, personId);
    await mustWorkAs(tx, personId, discipline);
    const same = await tx.query<Row>(
      'SELECT * FROM allocation WHERE family_id = $1 AND discipline = $2 AND (to_on IS NULL OR to_on >= $3)',
      [familyId, discipline, fromOn],
    );
    if (same.some((row) => row.person_id === personId && (!toOn || row.from_on <= toOn)))
      throw new Refused('already-there');
    const id = randomUUID();
    await tx.run(
      `INSERT INTO allocation (id, family_id, discipline, person_id, about, from_on, to_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, familyId, discipline, personId, about, fromOn, toOn],
    );
    if (personId) await this.endVacancy(tx, familyId, discipline, fromOn);
    const says = `allocated ${label(discipline)}, ${who}, from ${fromOn}`;
    await this.acts.keepOfFamily(tx, by, familyId, 'allocation.add', says, undefined, allocation);
    tx.touchAuthority(await whoseStanding(tx, familyId, personId));
    return id;
  }

  // A post that is filled for this family is no longer vacant for it.
  private async endVacancy(
    tx: Tx,
    familyId: string,
    discipline: DisciplineCode,
    fromOn: string,
  ): Promise<void> {
    await tx.run(
      `UPDATE allocation SET to_on = $1
       WHERE family_id = $2 AND discipline = $3 AND person_id IS NULL AND to_on IS NULL AND from_on < $4`,
      [plusDays(fromOn, -1), familyId, discipline, fromOn],
    );
  }
}

/** Theirs, and that of whoever sits in for a colleague in a session with the family: a deputy sees no more than the other did. */
async function whoseStanding(tx: Tx, familyId: string, personId: string | null): Promise<string[]> {
  const deputies = await tx.query<{ person_id: string }>(
    `SELECT g.person_id FROM discussion d JOIN session_guest g ON g.session_id = d.session_id WHERE d.family_id = $1`,
    [familyId],
  );
  return [...(personId ? [personId] : []), ...deputies.map((guest) => guest.person_id)];
}

/** What is protected is read by discipline: so nobody is allocated in one that is not theirs. */
async function mustWorkAs(tx: Tx, personId: string | null, discipline: DisciplineCode): Promise<void> {
  if (!personId) return;
  const [person] = await tx.query<{ name: string; discipline: DisciplineCode }>(
    'SELECT name, discipline FROM person WHERE id = $1',
    [personId],
  );
  if (!person || mayWorkAs(person.discipline, discipline)) return;
  const { name, discipline: own } = person;
  throw new Refused(
    'no-such-person',
    `${name} is in the directory under ${label(own)}, and cannot be allocated for ${label(discipline)}.`,
  );
}

async function named(tx: Tx, personId: string | null): Promise<string> {
  if (!personId) return 'post vacant';
  const [person] = await tx.query<{ name: string }>('SELECT name FROM person WHERE id = $1', [personId]);
  if (!person) throw new Refused('no-such-person');
  return person.name;
}

function label(code: DisciplineCode): string {
  return disciplineOf(code).label.toLowerCase();
}
