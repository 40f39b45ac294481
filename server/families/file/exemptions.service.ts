import { Injectable } from '@nestjs/common';
import { exemptionReasons, mostDaysExempt, type NewExemption } from '../../../shared/cadence/exemptions.js';
import { type Actor, maySee, stands } from '../../../shared/people.js';
import { Refused } from '../../../shared/refusals.js';
import { dateInWords } from '../../../shared/schedule/in-words.js';
import { plusDays } from '../../../shared/schedule/working-days.js';
import { Clocks } from '../../cadence/clocks.service.js';
import { FamilyEvents } from '../../cadence/family-events.service.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import type { Caller } from '../../core/http/policy.js';
import { Transactions } from '../../core/transaction.js';
import { FamilyAccess } from '../family-access.service.js';

/** Takes a family out of the count of the frequency for a time, and back. A manager does it, in their own name. */
@Injectable()
export class Exemptions {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly clocks: Clocks,
    private readonly events: FamilyEvents,
    private readonly acts: Acts,
    private readonly access: FamilyAccess,
  ) {}

  async give(by: Caller, familyId: string, { reason, words, untilOn }: NewExemption): Promise<void> {
    await this.mustManage(by, familyId);
    const today = this.clock.today();
    const last = plusDays(today, mostDaysExempt(reason));
    if (untilOn < today || untilOn > last)
      throw new Refused(
        'bad-dates',
        `An exemption for this reason ends on ${dateInWords(last)} at the latest.`,
      );
    const clock = (await this.clocks.of([familyId])).get(familyId);
    if (!clock || clock.state === 'closed' || clock.state === 'not-allocated')
      throw new Refused('closed', 'No clock runs for this family, so there is nothing to be exempt from.');
    const said = [exemptionReasons[reason], words].filter(Boolean).join('. ');
    await this.transactions.run(async (tx) => {
      const { personId } = by;
      const whose = { familyId, teamId: clock.teamId, byId: personId, approvedBy: personId };
      await this.events.keep(tx, { ...whose, on: today, kind: 'exempted', untilOn, reason: said });
      const says = `took the family out of the count until ${dateInWords(untilOn)}: ${said}`;
      await this.acts.keepOfFamily(tx, by, familyId, 'exemption.give', says, clock.exempt ?? undefined, {
        reason,
        words,
        untilOn,
      });
    });
  }

  async end(by: Caller, familyId: string): Promise<void> {
    await this.mustManage(by, familyId);
    const exempt = (await this.clocks.of([familyId])).get(familyId)?.exempt;
    if (!exempt) throw new Refused('moved-on', 'This family is not exempt any more.');
    await this.transactions.run(async (tx) => {
      const [on, byId] = [this.clock.today(), by.personId];
      await this.events.keep(tx, { familyId, on, kind: 'exemption-ended', byId });
      await this.acts.keepOfFamily(tx, by, familyId, 'exemption.end', 'ended the exemption', exempt);
    });
  }

  private async mustManage(by: Caller, familyId: string): Promise<void> {
    const actor = await this.access.actorFor(by.personId, familyId);
    if (!maySee(actor)) throw new Refused('not-found');
    if (!mayExempt(actor)) throw new Refused('manager-only');
  }
}

/** Managers of the family's team, and the service managers above it. */
export function mayExempt(actor: Actor): boolean {
  return stands(actor, 'manager', 'overseer');
}
