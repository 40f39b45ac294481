import { Injectable } from '@nestjs/common';
import { clockAt, type Wait, waitsUntil } from '../../shared/cadence/clock.js';
import { dueAfter } from '../../shared/cadence/due.js';
import type { SupervisionClock } from '../../shared/cadence/events.js';
import type { CadencePolicy } from '../../shared/cadence/policy.js';
import { Clock } from '../core/clock.js';
import { Reader } from '../core/reader.js';
import { Histories } from './histories.service.js';
import { OfficeDays } from './office-days.service.js';
import { Policies } from './policies.service.js';

/** How families stand on a day, reckoned anew from what happened: nothing of it is stored. */
@Injectable()
export class Clocks {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly histories: Histories,
    private readonly policies: Policies,
    private readonly officeDays: OfficeDays,
  ) {}

  /** On a day (today), and with `known` by what was known by that instant alone. Whoever asks has been let in. */
  async of(
    familyIds: readonly string[],
    asAt: string = this.clock.today(),
    known?: string,
  ): Promise<Map<string, SupervisionClock>> {
    const histories = await this.histories.of(familyIds, { asAt, known });
    const { policies, calendarOf } = await this.rules(known);
    const clocks = new Map<string, SupervisionClock>();
    for (const [id, { events, plans }] of histories) {
      // Whose closures hold follows from whose the family is, which the events say.
      const teamId = clockAt(events, [], [], calendarOf(null), asAt).teamId;
      clocks.set(id, clockAt(events, plans, policies, calendarOf(teamId), asAt));
    }
    return clocks;
  }

  /** Of the families that a team has open on a day, by what is known of where they were then. */
  async ofTeam(
    teamId: string,
    asAt: string = this.clock.today(),
    known?: string,
  ): Promise<Map<string, SupervisionClock>> {
    const rows = await this.reader.query<{ family_id: string }>(
      'SELECT DISTINCT family_id FROM family_event WHERE team_id = $1 ORDER BY family_id',
      [teamId],
    );
    const clocks = await this.of(
      rows.map((row) => row.family_id),
      asAt,
      known,
    );
    return new Map([...clocks].filter(([, c]) => c.teamId === teamId && c.state !== 'closed'));
  }

  /** Every wait of one family until today, between discussions that count. */
  async waits(familyId: string): Promise<Wait[]> {
    const today = this.clock.today();
    const history = (await this.histories.of([familyId], { asAt: today, whole: true })).get(familyId);
    const { policies, calendarOf } = await this.rules();
    const { events, plans } = history ?? { events: [], plans: [] };
    const teamId = clockAt(events, [], [], calendarOf(null), today).teamId;
    return waitsUntil(events, plans, policies, calendarOf(teamId), today);
  }

  /** When a family would be due again if this discussion counts. */
  async dueIfHeld(familyId: string, heldOn: string): Promise<string> {
    const history = (await this.histories.of([familyId], { asAt: heldOn })).get(familyId);
    const { policies, calendarOf } = await this.rules();
    const teamId = clockAt(history?.events ?? [], [], [], calendarOf(null), heldOn).teamId;
    return dueAfter(heldOn, { teamId, plans: history?.plans ?? [] }, policies, calendarOf(teamId)).on;
  }

  private async rules(known?: string) {
    const all = await this.policies.all();
    const policies: CadencePolicy[] = known === undefined ? all : all.filter((p) => p.madeAt <= known);
    return { policies, calendarOf: await this.officeDays.ofAll() };
  }
}
