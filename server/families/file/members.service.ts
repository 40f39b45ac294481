import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type {
  AdultPatch,
  ChildPatch,
  NewAdult,
  NewChild,
  NewHappening,
  NewPlan,
} from '../../../shared/families/members.js';
import { mayContribute } from '../../../shared/people.js';
import { Refused } from '../../../shared/refusals.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import type { Database } from '../../core/connection.js';
import type { Caller } from '../../core/http/policy.js';
import { DATABASE } from '../../core/tokens.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { Discussions } from '../discussions.service.js';
import { FamilyAccess } from '../family-access.service.js';
import { joinsOn, mustBeInOrder } from './joining.js';

interface ChildRow {
  id: string;
  family_id: string;
  ref: string | null;
  first_name: string;
  last_name: string | null;
  born_on: string | null;
  expected_on: string | null;
  joined_on: string | null;
  left_on: string | null;
}

interface AdultRow {
  id: string;
  family_id: string;
  name: string;
  relation: string;
  child_ids: string | null;
}

/** Who is in a family, which plans its children are on, and what happened between supervisions. */
@Injectable()
export class Members {
  constructor(
    private readonly transactions: Transactions,
    private readonly acts: Acts,
    private readonly access: FamilyAccess,
    private readonly discussions: Discussions,
    private readonly clock: Clock,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  addChild(by: Caller, familyId: string, child: NewChild): Promise<string> {
    return this.keeping(by, familyId, async (tx) => {
      const { joinedOn = await joinsOn(tx, familyId, this.clock.today()) } = child;
      return this.insertChild(tx, by, familyId, { ...child, joinedOn });
    });
  }

  async changeChild(by: Caller, childId: string, patch: ChildPatch): Promise<void> {
    const familyId = await this.familyOf('SELECT family_id FROM child WHERE id = $1', childId);
    await this.keeping(by, familyId, async (tx) => {
      const [before] = await tx.query<ChildRow>('SELECT * FROM child WHERE id = $1', [childId]);
      if (!before) throw new Refused('not-found');
      const kept = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given);
      const joinedOn = kept(patch.joinedOn, before.joined_on);
      const leftOn = kept(patch.leftOn, before.left_on);
      mustBeInOrder(joinedOn, leftOn, this.clock.today());
      await tx.run(
        `UPDATE child SET ref = $1, first_name = $2, last_name = $3, born_on = $4, expected_on = $5, joined_on = $6,
           left_on = $7 WHERE id = $8`,
        [
          kept(patch.ref, before.ref),
          kept(patch.firstName, before.first_name),
          kept(patch.lastName, before.last_name ?? ''),
          kept(patch.bornOn, before.born_on),
          kept(patch.expectedOn, before.expected_on),
          joinedOn,
          leftOn,
          childId,
        ],
      );
      const { id: _, family_id: __, ...was } = before;
      await this.acts.keepOfFamily(
        tx,
        by,
        familyId,
        'child.change',
        `changed what is kept of ${before.first_name}`,
        was,
        patch,
      );
    });
  }

  async addPlan(by: Caller, childId: string, plan: NewPlan): Promise<string> {
    const familyId = await this.familyOf('SELECT family_id FROM child WHERE id = $1', childId);
    return this.keeping(by, familyId, (tx) => this.insertPlan(tx, by, familyId, childId, plan));
  }

  async endPlan(by: Caller, planId: string, toOn: string): Promise<void> {
    const sql = 'SELECT c.family_id FROM plan p JOIN child c ON c.id = p.child_id WHERE p.id = $1';
    const familyId = await this.familyOf(sql, planId);
    await this.keeping(by, familyId, async (tx) => {
      const [plan] = await tx.query<{ type: string; since_on: string; until_on: string | null }>(
        'SELECT type, since_on, until_on FROM plan WHERE id = $1',
        [planId],
      );
      if (!plan || toOn < plan.since_on) throw new Refused('bad-dates');
      await tx.run('UPDATE plan SET until_on = $1 WHERE id = $2', [toOn, planId]);
      const says = `ended a plan (${plan.type}) on ${toOn}`;
      await this.acts.keepOfFamily(
        tx,
        by,
        familyId,
        'plan.end',
        says,
        { until: plan.until_on },
        { until: toOn },
      );
    });
  }

  addAdult(by: Caller, familyId: string, adult: NewAdult): Promise<string> {
    return this.keeping(by, familyId, (tx) => this.insertAdult(tx, by, familyId, adult));
  }

  async changeAdult(by: Caller, adultId: string, patch: AdultPatch): Promise<void> {
    const familyId = await this.familyOf('SELECT family_id FROM adult WHERE id = $1', adultId);
    await this.keeping(by, familyId, async (tx) => {
      const before = await adultIn(tx, adultId);
      const childIds = patch.childIds === undefined ? before.childIds : patch.childIds;
      const after = {
        name: patch.name ?? before.name,
        relation: patch.relation ?? before.relation,
        childIds,
      };
      await tx.run('UPDATE adult SET name = $1, relation = $2, child_ids = $3 WHERE id = $4', [
        after.name,
        after.relation,
        childIds && JSON.stringify(childIds),
        adultId,
      ]);
      await this.acts.keepOfFamily(
        tx,
        by,
        familyId,
        'adult.change',
        `changed what is kept of ${before.name}`,
        before,
        after,
      );
    });
  }

  async removeAdult(by: Caller, adultId: string): Promise<void> {
    const familyId = await this.familyOf('SELECT family_id FROM adult WHERE id = $1', adultId);
    await this.keeping(by, familyId, async (tx) => {
      const before = await adultIn(tx, adultId);
      await tx.run('DELETE FROM adult WHERE id = $1', [adultId]);
      await this.acts.keepOfFamily(
        tx,
        by,
        familyId,
        'adult.remove',
        `took ${before.name} out of the family`,
        before,
      );
    });
  }

  /** For the story so far: whoever works with the family adds to it. */
  async happened(by: Caller, familyId: string, happening: NewHappening): Promise<string> {
    const actor = await this.access.actorFor(by.personId, familyId);
    if (!actor.relations.length) throw new Refused('not-found');
    if (!mayContribute(actor)) throw new Refused('not-yours');
    const id = randomUUID();
    await this.transactions.run(async (tx) => {
      if (happening.childId) await childIn(tx, familyId, happening.childId);
      await tx.run(
        `INSERT INTO happening (id, family_id, child_id, happened_on, kind, words, voice, by_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          familyId,
          happening.childId,
          happening.on,
          happening.kind,
          happening.words,
          Number(happening.voice),
          by.personId,
        ],
      );
      // The words themselves stay in the story: the history says that they were added, not what they are.
      await this.acts.keepOfFamily(
        tx,
        by,
        familyId,
        'happening.add',
        `added to the story, for ${happening.on}`,
      );
    });
    return id;
  }

  /** Run by the opening of a file too, in its transaction. */
  async insertChild(tx: Tx, by: Caller, familyId: string, child: NewChild): Promise<string> {
    const id = randomUUID();
    const { firstName, ref = null, lastName = '', bornOn = null, expectedOn = null, joinedOn = null } = child;
    mustBeInOrder(joinedOn, null, this.clock.today());
    await tx.run(
      `INSERT INTO child (id, family_id, ref, first_name, last_name, born_on, expected_on, joined_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, familyId, ref, firstName, lastName, bornOn, expectedOn, joinedOn],
    );
    const after = { firstName, ref, lastName, bornOn, expectedOn, joinedOn };
    await this.acts.keepOfFamily(tx, by, familyId, 'child.add', `added ${firstName}`, undefined, after);
    for (const plan of child.plans) await this.insertPlan(tx, by, familyId, id, plan);
    return id;
  }

  async insertAdult(tx: Tx, by: Caller, familyId: string, adult: NewAdult): Promise<string> {
    const id = randomUUID();
    for (const childId of adult.childIds ?? []) await childIn(tx, familyId, childId);
    await tx.run('INSERT INTO adult (id, family_id, name, relation, child_ids) VALUES ($1, $2, $3, $4, $5)', [
      id,
      familyId,
      adult.name,
      adult.relation,
      adult.childIds && JSON.stringify(adult.childIds),
    ]);
    await this.acts.keepOfFamily(tx, by, familyId, 'adult.add', `added ${adult.name}`, undefined, adult);
    return id;
  }

  private async insertPlan(
    tx: Tx,
    by: Caller,
    familyId: string,
    childId: string,
    plan: NewPlan,
  ): Promise<string> {
    if (plan.until && plan.until < plan.since) throw new Refused('bad-dates');
    const id = randomUUID();
    await tx.run(
      'INSERT INTO plan (id, child_id, type, category, since_on, until_on) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, childId, plan.type, plan.category, plan.since, plan.until],
    );
    const says = `recorded a plan (${plan.type}) since ${plan.since}`;
    await this.acts.keepOfFamily(tx, by, familyId, 'plan.add', says, undefined, { childId, ...plan });
    return id;
  }

  /** Somebody who keeps the family, in one transaction; the discussion being prepared then shows the change. */
  private async keeping<T>(by: Caller, familyId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.transactions.run(async (tx) => {
        await this.access.mustKeep(tx, by, familyId);
        const result = await work(tx);
        await this.discussions.refresh(tx, familyId, by.personId);
        return result;
      });
    } catch (error) {
      if (this.database.isTaken(error))
        throw new Refused('already-there', 'There is a child of this reference.');
      throw error;
    }
  }

  private async familyOf(sql: string, id: string): Promise<string> {
    const [row] = await this.database.reader.query<{ family_id: string }>(sql, [id]);
    if (!row) throw new Refused('not-found');
    return row.family_id;
  }
}

async function adultIn(
  tx: Tx,
  adultId: string,
): Promise<{ name: string; relation: string; childIds: string[] | null }> {
  const [row] = await tx.query<AdultRow>('SELECT * FROM adult WHERE id = $1', [adultId]);
  if (!row) throw new Refused('not-found');
  const childIds = row.child_ids === null ? null : (JSON.parse(row.child_ids) as string[]);
  return { name: row.name, relation: row.relation, childIds };
}

async function childIn(tx: Tx, familyId: string, childId: string): Promise<void> {
  const found = await tx.query('SELECT 1 FROM child WHERE id = $1 AND family_id = $2', [childId, familyId]);
  if (!found.length) throw new Refused('no-such-child');
}
