import { Injectable } from '@nestjs/common';
import type { WhyPage } from '../../shared/audit/http.js';
import { type Limit, limitInWords } from '../../shared/audit/limits.js';
import { standingsOf } from '../../shared/audit/standing.js';
import { Refused } from '../../shared/refusals.js';
import { FamilyFactsOf } from './family-facts.service.js';
import { type Named, Naming } from './naming.service.js';

/** Why a family stands as it does, line by line: what happened, what it did to the clock, and which rule made the date. */
@Injectable()
export class Why {
  constructor(
    private readonly facts: FamilyFactsOf,
    private readonly naming: Naming,
  ) {}

  async page(
    familyId: string,
    { asAt, limit }: { asAt: string; limit: Limit },
    named: Named,
  ): Promise<WhyPage> {
    const family = (await this.naming.families([familyId], named)).get(familyId);
    if (!family) throw new Refused('not-found');
    const rules = await this.facts.rules();
    const families = await this.facts.families([familyId], asAt);
    const [standing] = standingsOf({ ...rules, families }, { asAt, limit, from: asAt });
    if (!standing) throw new Refused('not-found', 'This family was with no team on that day.');
    const { clock, reason } = standing;
    return {
      familyId,
      name: family.name,
      asAt,
      limitSays: limitInWords(limit),
      reason,
      dueBy: clock.dueBy,
      suggestedBy: clock.suggestedBy,
      daysOver: clock.daysOver,
      because: clock.because.map(({ on, says, kind }) => ({ on, says, kind })),
      policy: clock.policy && {
        name: clock.policy.name,
        version: clock.policy.version,
        fromOn: clock.policy.fromOn,
      },
    };
  }
}
