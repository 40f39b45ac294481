import { Injectable } from '@nestjs/common';
import type { NextDue } from '../../../shared/cadence/http.js';
import type { FamilyPage } from '../../../shared/families/family.js';
import type { Adult, Allocation, Child, Plan } from '../../../shared/families/members.js';
import { mayContribute, maySee, readsHistory } from '../../../shared/people.js';
import { Refused } from '../../../shared/refusals.js';
import { ageInWords } from '../../../shared/schedule/in-words.js';
import { Clocks } from '../../cadence/clocks.service.js';
import { Clock } from '../../core/clock.js';
import { administers } from '../../core/http/keepers.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { Families } from '../families.service.js';
import { FamilyAccess } from '../family-access.service.js';
import { mayExempt } from '../file/exemptions.service.js';
import { FamilyRecords } from './family-record.service.js';

interface FamilyRow {
  allocated_on: string | null;
  closed_on: string | null;
  closed_reason: string | null;
}

interface ChildRow {
  id: string;
  ref: string | null;
  first_name: string;
  last_name: string | null;
  born_on: string | null;
  expected_on: string | null;
  joined_on: string | null;
  left_on: string | null;
}

/** The page of one family. */
@Injectable()
export class FamilyPages {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly families: Families,
    private readonly access: FamilyAccess,
    private readonly records: FamilyRecords,
    private readonly clocks: Clocks,
  ) {}

  async page(by: Caller, familyId: string): Promise<FamilyPage> {
    const actor = await this.access.actorFor(by.personId, familyId);
    const line = maySee(actor) || administers(by) ? await this.families.line(familyId) : null;
    if (!line) throw new Refused('not-found');
    const [family] = await this.reader.query<FamilyRow>(
      'SELECT allocated_on, closed_on, closed_reason FROM family WHERE id = $1',
      [familyId],
    );
    const open = await this.reader.query<{ id: string; status: string; held_on: string | null }>(
      `SELECT id, status, held_on FROM discussion WHERE family_id = $1 AND status <> 'signed'`,
      [familyId],
    );
    const now = open.find((d) => d.status === 'live') ?? open.find((d) => d.status === 'preparing');
    const held = open.find((d) => d.status === 'held');
    // Why a date stands tells what was said about slots and exemptions: that is the record, and not for its keeper.
    const reads = readsHistory(actor);
    return {
      familyId,
      ref: line.ref,
      name: line.name,
      teamId: line.teamId,
      status: line.status,
      allocatedOn: family?.allocated_on ?? null,
      closedOn: family?.closed_on ?? null,
      closedReason: family?.closed_reason ?? '',
      children: await this.children(familyId),
      adults: await this.adults(familyId),
      allocations: await this.allocations(familyId),
      lastHeldOn: line.lastHeldOn,
      dueBy: line.dueBy,
      clock: (reads && (await this.clocks.of([familyId])).get(familyId)) || null,
      waits: reads ? await this.clocks.waits(familyId) : [],
      mayExempt: mayExempt(actor),
      planned: line.planned,
      openDiscussion: now ? { discussionId: now.id, status: now.status as 'preparing' | 'live' } : null,
      toSign: held ? { discussionId: held.id, heldOn: held.held_on } : null,
      whoCanSee: await this.access.onlookers(familyId),
      mayKeep: await this.access.mayKeep(this.reader, by, familyId),
      mayAdd: mayContribute(actor),
      record: reads ? await this.records.of(actor, familyId, now?.id ?? null) : null,
    };
  }

  /** When it would be due again, if a discussion of this day counts. */
  async nextDue(by: Caller, familyId: string, heldOn: string): Promise<NextDue> {
    if (!maySee(await this.access.actorFor(by.personId, familyId))) throw new Refused('not-found');
    return { dueBy: await this.clocks.dueIfHeld(familyId, heldOn) };
  }

  private async children(familyId: string): Promise<Child[]> {
    const today = this.clock.today();
    const children = await this.reader.query<ChildRow>(
      `SELECT * FROM child WHERE family_id = $1 ORDER BY COALESCE(born_on, expected_on, '9999-12-31'), first_name, id`,
      [familyId],
    );
    const plans = await this.reader.query<{
      id: string;
      child_id: string;
      type: Plan['type'];
      category: string | null;
      since_on: string;
      until_on: string | null;
    }>(
      `SELECT p.* FROM plan p JOIN child c ON c.id = p.child_id WHERE c.family_id = $1 ORDER BY p.since_on DESC, p.id`,
      [familyId],
    );
    return children.map((child) => ({
      childId: child.id,
      ref: child.ref,
      firstName: child.first_name,
      lastName: child.last_name ?? '',
      bornOn: child.born_on,
      expectedOn: child.expected_on,
      age: ageInWords({ bornOn: child.born_on, expectedOn: child.expected_on }, today),
      joinedOn: child.joined_on,
      leftOn: child.left_on,
      plans: plans
        .filter((plan) => plan.child_id === child.id)
        .map(({ id, type, category, since_on, until_on }) => ({
          planId: id,
          type,
          category: category ?? '',
          since: since_on,
          until: until_on,
        })),
    }));
  }

  private async adults(familyId: string): Promise<Adult[]> {
    const rows = await this.reader.query<{
      id: string;
      name: string;
      relation: string;
      child_ids: string | null;
    }>('SELECT id, name, relation, child_ids FROM adult WHERE family_id = $1 ORDER BY name, id', [familyId]);
    return rows.map((row) => ({
      adultId: row.id,
      name: row.name,
      relation: row.relation,
      childIds: row.child_ids === null ? null : (JSON.parse(row.child_ids) as string[]),
    }));
  }

  private async allocations(familyId: string): Promise<Allocation[]> {
    const rows = await this.reader.query<{
      id: string;
      discipline: Allocation['discipline'];
      person_id: string | null;
      about: string;
      from_on: string;
      to_on: string | null;
    }>('SELECT * FROM allocation WHERE family_id = $1 ORDER BY from_on DESC, id', [familyId]);
    return rows.map((row) => ({
      allocationId: row.id,
      discipline: row.discipline,
      personId: row.person_id,
      about: row.about,
      fromOn: row.from_on,
      toOn: row.to_on,
    }));
  }
}
