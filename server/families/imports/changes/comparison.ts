import type { FormedFamily } from '../../../../shared/families/form-families.js';
import { Allocating } from './allocating.js';
import { childColumns, comparePlans } from './child.js';
import type { Context } from './context.js';
import { Directory } from './directory.js';
import { START_UNKNOWN } from './history.js';
import { noRows, type Rows } from './rows.js';
import { nowSaidOfChild, nowSaidOfFamily, type SaidOfFamily } from './said.js';
import type { Stored, StoredChild, StoredFamily } from './stored.js';

/** Goes through families one by one and gathers the rows that make the product say what the lists say. */
export class Comparison {
  readonly rows: Rows = noRows();
  readonly counts = {
    childrenAdded: 0,
    childrenChanged: 0,
    familiesAdded: 0,
    familiesChanged: 0,
    familiesClosed: 0,
    familiesReopened: 0,
  };
  private readonly byRef: Map<string, StoredFamily>;
  private readonly byId: Map<string, StoredFamily>;
  private readonly directory: Directory;
  private readonly allocating: Allocating;
  /** Families that lose a child to another by the map, with how many they have left. */
  private readonly left = new Map<string, number>();

  constructor(
    stored: Stored,
    private readonly known: ReadonlyMap<string, StoredChild>,
    private readonly hasList7: boolean,
    private readonly context: Context,
  ) {
    this.byRef = new Map(stored.families.map((f) => [f.ref, f]));
    this.byId = new Map(stored.families.map((f) => [f.id, f]));
    this.directory = new Directory(stored, this.rows, context);
    this.allocating = new Allocating(this.rows, this.directory, context);
  }

  family(formed: FormedFamily): void {
    const stored = this.byRef.get(formed.familyRef);
    // A child by hand, or of an earlier file, who is not in this one and has not left, keeps the family open.
    const listed = new Set(formed.children.map((c) => c.listed.childRef));
    const open =
      formed.open ||
      (stored?.children ?? []).some((c) => !listed.has(c.ref ?? '') && c.columns.left_on === null);
    const said = nowSaidOfFamily(formed, open, stored?.said);
    const acts: string[] = [];
    const familyId = stored ? stored.id : this.add(formed, said);
    for (const child of formed.children) {
      this.child(child, familyId, acts);
    }
    if (stored) this.change(stored, formed, said, acts);
    if (stored && acts.length > 0) {
      this.counts.familiesChanged++;
      this.rows.touched.push(familyId);
      this.act(
        'family.update',
        familyId,
        `brought this family up to date from the lists: ${acts.join('; ')}`,
        stored.said ?? null,
        said,
      );
    }
  }

  /** A family whose last child the map put into another is closed, not deleted: its minutes stay where they were written. */
  closeEmptied(): void {
    for (const [familyId, children] of this.left) {
      const family = this.byId.get(familyId);
      if (children > 0 || !family?.open) continue;
      this.counts.familiesClosed++;
      this.allocating.close(family, this.context.today, 'Its children are in another family by the map.');
      this.act(
        'family.close',
        familyId,
        'closed this family: the map put its children into another',
        null,
        null,
      );
    }
  }

  private add(formed: FormedFamily, said: SaidOfFamily): string {
    const { newId, at, today } = this.context;
    const id = newId();
    const teamId = this.directory.team(said.team);
    if (said.open && formed.allocatedOn === null) {
      this.context.problems.notice(
        'List 6',
        null,
        null,
        `Family ${formed.familyRef} has no plan start, so its supervision is due from today.`,
      );
    }
    this.counts.familiesAdded++;
    const closedOn = said.open ? null : (formed.closedOn ?? today);
    this.rows.family.push({
      id,
      ref: formed.familyRef,
      name: said.name ?? `Family ${formed.familyRef}`,
      team_id: teamId,
      status: said.open ? 'open' : 'closed',
      allocated_on: formed.allocatedOn ?? today,
      closed_on: closedOn,
      closed_reason: said.open ? null : CLOSED_BY_LISTS,
      source: 'annex-a',
      made_at: at,
    });
    const came = formed.allocatedOn ?? today;
    const on = closedOn !== null && closedOn < came ? closedOn : came;
    const reason = formed.allocatedOn === null ? START_UNKNOWN : '';
    this.allocating.happened(id, { kind: 'allocated', on, teamId, reason });
    if (closedOn !== null)
      this.allocating.happened(id, { kind: 'closed', on: closedOn, teamId, reason: CLOSED_BY_LISTS });
    this.rows.listed_family.push({ family_id: id, said: JSON.stringify(said) });
    if (said.open) {
      this.rows.opened.push(id);
      this.allocating.allocate(id, said, teamId, formed.allocatedOn ?? today);
    }
    const children = formed.children.length;
    this.act(
      'family.import',
      id,
      `brought in this family from the lists, with ${children === 1 ? 'one child' : `${children} children`}`,
      null,
      said,
    );
    return id;
  }

  private change(stored: StoredFamily, formed: FormedFamily, said: SaidOfFamily, acts: string[]): void {
    const before = stored.said;
    const set: Record<string, string | null> = {};
    if (said.name !== null && said.name !== before?.name && said.name !== stored.name) {
      set['name'] = said.name;
      acts.push(`named ${said.name}`);
    }
    let teamId = stored.teamId;
    if (said.team !== null && said.team !== before?.team) {
      teamId = this.directory.team(said.team);
      if (teamId !== stored.teamId) {
        set['team_id'] = teamId;
        acts.push(`now with ${said.team}`);
      }
    }
    if (
      said.allocatedOn !== null &&
      said.allocatedOn !== before?.allocatedOn &&
      said.allocatedOn !== stored.allocatedOn
    ) {
      set['allocated_on'] = said.allocatedOn;
      acts.push(`allocated on ${said.allocatedOn}`);
    }
    const toldApart = said.open !== before?.open;
    if (toldApart && said.open && !stored.open) {
      this.counts.familiesReopened++;
      // The clock starts anew: what was held in the last episode says nothing of this one.
      const on = reopenedOn(formed.allocatedOn, stored.closedOn, this.context.today);
      Object.assign(set, { status: 'open', closed_on: null, closed_reason: null, allocated_on: on });
      this.allocating.happened(stored.id, { kind: 'reopened', on, teamId });
      acts.push('reopened');
      this.rows.opened.push(stored.id);
    }
    if (toldApart && !said.open && stored.open) {
      this.counts.familiesClosed++;
      this.allocating.close(stored, formed.closedOn ?? this.context.today, CLOSED_BY_LISTS);
      acts.push('closed');
    } else if (
      said.open &&
      (set['status'] === 'open' ||
        said.worker !== before?.worker ||
        (teamId !== stored.teamId && said.worker !== null))
    ) {
      if (this.allocating.reallocate(stored, said, teamId)) acts.push(`allocated to ${said.worker}`);
    }
    if (stored.open) this.moveClock(stored, set, teamId);
    if (Object.keys(set).length > 0) this.rows.changed.push({ table: 'family', id: stored.id, set });
    this.keepSaid('listed_family', stored.id, before, said);
  }

  // Another team begins a new stretch, from the day the lists give, else from today; another day alone corrects this one.
  private moveClock(stored: StoredFamily, set: Record<string, string | null>, teamId: string): void {
    const said = set['allocated_on'] ?? null;
    const began = stored.began?.on ?? '';
    if (set['team_id'] && (said === null || said > began)) {
      const on = said ?? this.context.today;
      set['allocated_on'] = on;
      this.allocating.happened(stored.id, { kind: 'transferred', on, teamId });
    } else if (said !== null) this.allocating.corrected(stored, said, teamId);
  }

  private child(
    { listed, firstName }: FormedFamily['children'][number],
    familyId: string,
    acts: string[],
  ): void {
    const { newId, today } = this.context;
    const stored = this.known.get(listed.childRef);
    const said = nowSaidOfChild(listed, firstName, this.hasList7, stored?.said);
    const now = childColumns(said, today);
    const id = stored?.id ?? newId();
    if (!stored) {
      this.counts.childrenAdded++;
      // Who comes to a family that was there before belongs to it since the lists say so, else since today.
      const joined_on = this.byId.has(familyId)
        ? said.cinStart !== null && said.cinStart < today
          ? said.cinStart
          : today
        : null;
      this.rows.child.push({ id, family_id: familyId, ref: listed.childRef, ...now, joined_on });
      this.rows.listed_child.push({ child_id: id, said: JSON.stringify(said) });
      acts.push('a child came in');
    } else {
      const was = stored.said ? childColumns(stored.said, today) : undefined;
      const set: Record<string, string | null> = {};
      for (const [column, value] of Object.entries(now) as [keyof typeof now, string | null][]) {
        // A name the lists never gave must not replace one that somebody wrote.
        if (column === 'first_name' && said.firstName === null) continue;
        if (value !== was?.[column] && value !== stored.columns[column]) set[column] = value;
      }
      if (stored.familyId !== familyId) {
        set['family_id'] = familyId;
        set['joined_on'] = today;
        this.left.set(
          stored.familyId,
          (this.left.get(stored.familyId) ?? this.childrenOf(stored.familyId)) - 1,
        );
        acts.push('a child came from another family');
      }
      if (Object.keys(set).length > 0) this.rows.changed.push({ table: 'child', id, set });
      if (set['left_on']) acts.push('a child was closed');
      else if ('left_on' in set) acts.push('a child was reopened');
      else if (Object.keys(set).length > 0 && !set['family_id']) acts.push('a child’s details changed');
      if (this.keepSaid('listed_child', id, stored.said, said) || Object.keys(set).length > 0)
        this.counts.childrenChanged++;
    }
    if (comparePlans(id, stored, said, this.rows, this.context)) acts.push('a child’s plan changed');
  }

  private childrenOf(familyId: string): number {
    return this.byId.get(familyId)?.children.length ?? 0;
  }

  private keepSaid(
    table: 'listed_family' | 'listed_child',
    id: string,
    before: unknown,
    now: unknown,
  ): boolean {
    const said = JSON.stringify(now);
    if (before === undefined)
      this.rows[table].push({ [table === 'listed_family' ? 'family_id' : 'child_id']: id, said });
    else if (JSON.stringify(before) === said) return false;
    else this.rows.changed.push({ table, id, set: { said } });
    return true;
  }

  private act(kind: string, familyId: string, says: string, before: unknown, after: unknown): void {
    const { newId, at } = this.context;
    this.rows.act.push({
      id: newId(),
      at,
      kind,
      subject: 'family',
      subject_id: familyId,
      says,
      before: before === null ? null : JSON.stringify(before),
      after: after === null ? null : JSON.stringify(after),
    });
  }
}

const CLOSED_BY_LISTS = 'Every child is closed in the authority’s lists.';

/** A family taken up again begins after it was closed: a start that the lists work out from older plans is not that day. */
function reopenedOn(said: string | null, closedOn: string | null, today: string): string {
  return said !== null && (closedOn === null || said >= closedOn) ? said : today;
}
