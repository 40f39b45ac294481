import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FamilyPatch, NewFamily } from '../../../shared/families/members.js';
import { readsHistory } from '../../../shared/people.js';
import { Refused } from '../../../shared/refusals.js';
import { dateInWords } from '../../../shared/schedule/in-words.js';
import { FamilyEvents } from '../../cadence/family-events.service.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import type { Database } from '../../core/connection.js';
import { keepsTeam } from '../../core/http/keepers.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { DATABASE } from '../../core/tokens.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { Discussions } from '../discussions.service.js';
import { FamilyAccess } from '../family-access.service.js';
import { Allocations } from './allocations.service.js';
import { Members } from './members.service.js';

interface FamilyRow {
  id: string;
  ref: string;
  name: string;
  team_id: string;
  status: 'open' | 'closed';
  allocated_on: string | null;
  closed_on: string | null;
  closed_reason: string | null;
}

interface After {
  teamId: string;
  allocatedOn: string | null;
  status: 'open' | 'closed';
  closedOn: string | null;
  closedReason: string | null;
}

/** Opens, changes and closes a family's file by hand. Each act keeps its history, in its own transaction. */
@Injectable()
export class FamilyFile {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly access: FamilyAccess,
    private readonly discussions: Discussions,
    private readonly members: Members,
    private readonly allocations: Allocations,
    private readonly events: FamilyEvents,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  async open(by: Caller, family: NewFamily): Promise<string> {
    if (!keepsTeam(by, family.teamId)) throw new Refused('not-yours');
    const id = randomUUID();
    const ref = family.ref ?? `GS-${randomBytes(4).toString('hex').toUpperCase()}`;
    try {
      await this.transactions.run(async (tx) => {
        await this.team(tx, family.teamId);
        await tx.run(
          `INSERT INTO family (id, ref, name, team_id, status, allocated_on, source, made_at)
           VALUES ($1, $2, $3, $4, 'open', $5, 'hand', $6)`,
          [id, ref, family.name, family.teamId, family.allocatedOn, this.clock.at()],
        );
        const { name, teamId, allocatedOn } = family;
        const came = { familyId: id, on: allocatedOn, teamId, byId: by.personId };
        await this.events.keep(tx, { ...came, kind: 'allocated' });
        await this.acts.keepOfFamily(tx, by, id, 'family.open', `opened the file of ${name}`, undefined, {
          ref,
          name,
          teamId,
          allocatedOn,
        });
        for (const child of family.children) await this.members.insertChild(tx, by, id, child);
        for (const adult of family.adults) await this.members.insertAdult(tx, by, id, adult);
        for (const allocation of family.allocations) await this.allocations.insert(tx, by, id, allocation);
        await this.discussions.openFor(tx, id, by.personId);
        tx.touchAuthority();
      });
    } catch (error) {
      if (this.database.isTaken(error))
        throw new Refused('already-there', 'There is a family of this reference.');
      throw error;
    }
    return id;
  }

  async change(by: Caller, familyId: string, patch: FamilyPatch): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.access.mustKeep(tx, by, familyId);
      const [before] = await tx.query<FamilyRow>('SELECT * FROM family WHERE id = $1', [familyId]);
      if (!before) throw new Refused('not-found');
      if (patch.teamId) await this.team(tx, patch.teamId);
      const after = {
        name: patch.name ?? before.name,
        teamId: patch.teamId ?? before.team_id,
        allocatedOn: cameOn(before, patch, this.clock.today()),
        status: patch.status ?? before.status,
      };
      const closing = after.status === 'closed';
      const closedOn = closing ? (patch.closedOn ?? before.closed_on ?? this.clock.today()) : null;
      const closedReason = closing ? (patch.closedReason ?? before.closed_reason) : null;
      if (closing && before.status === 'open') await this.mayClose(tx, familyId, closedReason);
      if (closedOn && after.allocatedOn && closedOn < after.allocatedOn) throw new Refused('bad-dates');
      if (!closing && before.closed_on && (after.allocatedOn ?? '') < before.closed_on)
        throw new Refused('bad-dates', `This family was closed on ${dateInWords(before.closed_on)}.`);
      await this.moveClock(tx, by, before, { ...after, closedOn, closedReason });
      await tx.run(
        `UPDATE family SET name = $1, team_id = $2, allocated_on = $3, status = $4, closed_on = $5, closed_reason = $6
         WHERE id = $7`,
        [after.name, after.teamId, after.allocatedOn, after.status, closedOn, closedReason, familyId],
      );
      const { name, team_id: teamId, allocated_on: allocatedOn, status } = before;
      const says = told(before.status, after.status, after.name);
      await this.acts.keepOfFamily(
        tx,
        by,
        familyId,
        'family.change',
        says,
        { name, teamId, allocatedOn, status },
        { ...after, closedOn, closedReason },
      );
      if (after.status === 'open') await this.discussions.openFor(tx, familyId, by.personId);
      await this.discussions.refresh(tx, familyId, by.personId);
      tx.touchAuthority();
    });
  }

  /** Tells the family's clock what the change of its file means. */
  private async moveClock(tx: Tx, by: Caller, before: FamilyRow, after: After): Promise<void> {
    const { teamId, allocatedOn: on, closedOn, closedReason } = after;
    const [familyId, byId] = [before.id, by.personId];
    const began = await this.events.last(tx, familyId, ['allocated', 'transferred', 'reopened']);
    const [open, wasOpen] = [after.status === 'open', before.status === 'open'];
    if (open && !wasOpen && on) await this.events.keep(tx, { familyId, on, kind: 'reopened', teamId, byId });
    // A family that came to its new team no later than to the old one was never the old one's.
    else if (wasOpen && on && teamId !== before.team_id && began && on > began.on_day)
      await this.events.keep(tx, { familyId, on, kind: 'transferred', teamId, byId });
    else if (wasOpen && on && (teamId !== before.team_id || on !== before.allocated_on))
      await this.events.correctBeginning(tx, { familyId, on, teamId, byId });
    if (!closedOn) return;
    const closed = { familyId, on: closedOn, teamId, reason: closedReason ?? '', byId };
    if (wasOpen) await this.events.keep(tx, { ...closed, kind: 'closed' });
    else if (closedOn !== before.closed_on || closedReason !== before.closed_reason)
      await this.events.correctClosing(tx, closed);
  }

  /** What was done to the file: for those who see the family and those who keep it. */
  async actsOf(by: Caller, familyId: string): ReturnType<Acts['of']> {
    const actor = await this.access.actorFor(by.personId, familyId);
    if (!readsHistory(actor)) await this.access.mustKeep(this.reader, by, familyId);
    return this.acts.of('family', familyId);
  }

  // A talk that has begun ends in minutes; a planned one is taken out of its session first, with the reason.
  private async mayClose(tx: Tx, familyId: string, reason: string | null): Promise<void> {
    if (!reason) throw new Refused('needs-reason');
    const open = await tx.query<{ status: string; session_id: string | null }>(
      `SELECT status, session_id FROM discussion WHERE family_id = $1 AND status <> 'signed'`,
      [familyId],
    );
    if (open.some((d) => d.status !== 'preparing'))
      throw new Refused(
        'not-signed',
        'This family was discussed, and the minutes are not signed. Sign them first.',
      );
    if (open.some((d) => d.session_id))
      throw new Refused(
        'in-another-session',
        'This family is in a session. Take it out of the session first.',
      );
  }

  private async team(tx: Tx, teamId: string): Promise<void> {
    if (!(await tx.query('SELECT 1 FROM team WHERE id = $1', [teamId])).length)
      throw new Refused('not-found');
  }
}

/** Since when the team has the family: as the change says, else from today where it gets another team or is taken up again. */
function cameOn(before: FamilyRow, patch: FamilyPatch, today: string): string | null {
  const said = patch.allocatedOn === before.allocated_on ? undefined : patch.allocatedOn;
  const moves = patch.teamId !== undefined && patch.teamId !== before.team_id && before.status === 'open';
  const takenUp = patch.status === 'open' && before.status === 'closed';
  return said ?? (moves || takenUp ? today : before.allocated_on);
}

function told(before: string, after: string, name: string): string {
  if (before === after) return `changed the file of ${name}`;
  return after === 'closed' ? `closed the file of ${name}` : `took up the file of ${name} again`;
}
