import { Injectable } from '@nestjs/common';
import type { SupervisionClock } from '../../../shared/cadence/events.js';
import { Refused } from '../../../shared/refusals.js';
import { shortDate } from '../../../shared/schedule/day-in-words.js';
import { counted } from '../../../shared/schedule/in-words.js';
import { daysBetween, needsManager } from '../../../shared/schedule/lateness.js';
import { Clocks } from '../../cadence/clocks.service.js';
import { Clock } from '../../core/clock.js';
import { type Caller, holds } from '../../core/http/policy.js';
import type { Late } from './diary.service.js';

/** A family about to be put on a day, by somebody who may have given a reason for being late. */
export interface PutOn {
  familyId: string;
  /** The family's team: whose managers may allow it. */
  teamId: string;
  onDate: string;
  fromDate: string | null;
  lateReason: string | undefined;
  /** What was allowed for the place it has now. */
  allowed: Late | null;
}

/** The supervision limit as planners meet it: what it is, and who may go beyond it (practice 3.7). */
@Injectable()
export class Limits {
  constructor(
    private readonly clocks: Clocks,
    private readonly clock: Clock,
  ) {}

  async of(familyId: string): Promise<SupervisionClock> {
    const found = (await this.clocks.of([familyId])).get(familyId);
    if (!found) throw new Refused('not-found');
    return found;
  }

  /** Only a manager lets a family wait beyond its limit, and says why. Answers what is kept of that with the slot. */
  async mustAllow(by: Caller, put: PutOn): Promise<Late | null> {
    const { dueBy } = await this.of(put.familyId);
    if (!dueBy || put.onDate <= dueBy) return null;
    const { onDate, fromDate } = put;
    if (!needsManager({ dueBy, onDate, fromDate, today: this.clock.today() })) return put.allowed;
    const late = `${counted(daysBetween(dueBy, onDate), 'day')} past the limit of ${shortDate(dueBy)}`;
    if (!mayAllow(by, put.teamId))
      throw new Refused(
        'manager-only',
        `This is ${late}. Only a manager of the team can allow it, with a reason.`,
      );
    if (!put.lateReason)
      throw new Refused('needs-reason', `This is ${late}. Say why the family can wait that long.`);
    return { allowedBy: by.personId, reason: put.lateReason };
  }
}

/** A manager of the team, or above it. */
export function mayAllow(by: Caller, teamId: string): boolean {
  return holds(by, ['team-manager', 'deputy-manager', 'service-manager'], teamId);
}
