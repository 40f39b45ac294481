import { plusDays } from '../../../../shared/schedule/working-days.js';
import type { Context } from './context.js';
import type { Directory } from './directory.js';
import type { Rows } from './rows.js';
import type { SaidOfFamily } from './said.js';
import type { StoredFamily } from './stored.js';

/** Who has a family, by the lists: its social worker. Other disciplines are allocated here, by hand. */
export class Allocating {
  constructor(
    private readonly rows: Rows,
    private readonly directory: Directory,
    private readonly context: Context,
  ) {}

  /** Closes a family, and with it everybody's access to it. */
  close(family: StoredFamily, on: string, reason: string): void {
    this.rows.changed.push({
      table: 'family',
      id: family.id,
      set: { status: 'closed', closed_on: on, closed_reason: reason },
    });
    this.happened(family.id, {
      kind: 'closed',
      on: later(on, family.began?.on),
      teamId: family.teamId,
      reason,
    });
    // Access follows from allocations: it ends with today.
    for (const a of family.allocations) {
      const last = a.fromOn > this.context.today ? a.fromOn : this.context.today;
      this.rows.changed.push({ table: 'allocation', id: a.id, set: { to_on: last } });
    }
  }

  /** What moves the family's clock. */
  happened(
    familyId: string,
    event: { kind: string; on: string; teamId: string; reason?: string; replaces?: string | null },
  ): void {
    this.rows.family_event.push({
      id: this.context.newId(),
      family_id: familyId,
      on_day: event.on,
      kind: event.kind,
      team_id: event.teamId,
      reason: event.reason ?? '',
      known_at: this.context.at,
      replaces: event.replaces ?? null,
    });
  }

  /** The day on which it came to the team was another, or nobody knew it. */
  corrected(family: StoredFamily, on: string, teamId: string): void {
    const { id: replaces = null, kind = 'allocated' } = family.began ?? {};
    this.happened(family.id, { kind, on, teamId, replaces });
  }

  /** Gives a new family to the worker the lists name. */
  allocate(familyId: string, said: SaidOfFamily, teamId: string, fromOn: string): boolean {
    const personId = said.worker === null ? null : this.directory.worker(said.worker, teamId);
    if (personId === null) return false;
    this.rows.allocation.push({
      id: this.context.newId(),
      family_id: familyId,
      discipline: 'social-work',
      person_id: personId,
      about: '',
      from_on: fromOn,
    });
    return true;
  }

  /** Passes a family on to another worker; says whether it did. */
  reallocate(stored: StoredFamily, said: SaidOfFamily, teamId: string): boolean {
    const personId = said.worker === null ? null : this.directory.worker(said.worker, teamId);
    const social = stored.allocations.filter((a) => a.discipline === 'social-work');
    // On the day it closed the allocations ended with that day; a family reopened on it must not seem allocated still.
    if (personId === null || (stored.open && social.some((a) => a.personId === personId))) return false;
    const { today, newId } = this.context;
    const yesterday = plusDays(today, -1);
    for (const a of social)
      this.rows.changed.push({
        table: 'allocation',
        id: a.id,
        set: { to_on: a.fromOn > yesterday ? a.fromOn : yesterday },
      });
    this.rows.allocation.push({
      id: newId(),
      family_id: stored.id,
      discipline: 'social-work',
      person_id: personId,
      about: '',
      from_on: today,
    });
    return true;
  }
}

/** A family cannot close before it came. */
function later(day: string, than: string | undefined): string {
  return than !== undefined && than > day ? than : day;
}
