import { waitsUntil } from '../../cadence/clock.js';
import { type Episode, episodes } from '../../cadence/timeline.js';
import type { AuditFacts, FamilyFacts } from '../facts.js';
import { type Figure, figureOf, type Row } from '../figure.js';
import { groupsOf, plansOf } from '../groups.js';
import { policiesAt } from '../limits.js';
import { meanOf, medianOf } from '../numbers.js';
import { exemptIn } from '../spells.js';
import { type Held, isProvisional, knownEvents, type Question, withoutLapsed } from '../standing.js';
import { chairsOf } from './snapshot.js';

/**
 * 4. Interval compliance: of the intervals from one discussion that counts to the next that ended from a day until the
 * day asked about, how many were within the limit. Never to be reported alone: a family that is never discussed never
 * ends an interval. Intervals with a day of exemption stand apart. So `beside` says how many families wait past their limit now, and how long the longest has waited.
 * An interval is its team’s, whoever has the family now: where not all teams are asked about, `ours` says which.
 */
export function intervalCompliance(
  facts: AuditFacts,
  question: Question,
  waiting: { overdue: number; longestGap: number | null },
  ours: (row: Row) => boolean = () => true,
): Figure {
  const chairs = chairsOf(facts);
  const all = facts.families.flatMap((family) =>
    intervalsOf(facts, family, question).map((interval): Row => {
      const { episode, from, held, inTime, days } = interval;
      const exempt = exemptIn(episode, from, held.on);
      const at = { teamId: episode.began.teamId, chairId: chairs(held.discussionId) };
      return {
        id: `${family.familyId}/${episode.began.on}/${from}/${held.on}/${held.discussionId ?? ''}`,
        familyId: family.familyId,
        ...(held.discussionId ? { discussionId: held.discussionId } : {}),
        on: held.on,
        days,
        lands: exempt ? 'apart' : inTime ? 'met' : 'not-met',
        reason: exempt ? 'exempt' : inTime ? 'within' : 'longer',
        provisional: !exempt && inTime && isProvisional(held, question.asAt),
        groups: groupsOf(family, held.on, at),
      };
    }),
  );
  const rows = all.filter(ours);
  const days = rows.filter((r) => r.lands !== 'apart').map((r) => r.days!);
  return figureOf('interval-compliance', rows, {
    meanDays: meanOf(days),
    medianDays: medianOf(days),
    maxDays: days.length > 0 ? Math.max(...days) : null,
    overdueNow: waiting.overdue,
    longestGapNow: waiting.longestGap,
  });
}

interface Interval {
  episode: Episode;
  from: string;
  held: Held;
  days: number;
  inTime: boolean;
}

function intervalsOf(facts: AuditFacts, family: FamilyFacts, question: Question): Interval[] {
  const { asAt, from, limit, known } = question;
  const policies = policiesAt(limit, facts.policies);
  const events = knownEvents(family.events, known);
  const teams = new Set(episodes(events, asAt).map((e) => e.began.teamId));
  return [...teams].flatMap((teamId) => {
    const calendar = facts.calendarOf(teamId);
    const standing = withoutLapsed(events, asAt, calendar);
    const all = episodes(standing, asAt);
    const heldBy = all.map((episode) => ({ episode, held: episode.events.filter((e) => e.kind === 'held') }));
    // Waits come in the order of episodes and, within each, of discussions: the ended ones pair with them one by one.
    const ended = waitsUntil(standing, plansOf(family), policies, calendar, asAt).filter(
      (w) => w.to !== null,
    );
    const pairs = heldBy.flatMap(({ episode, held }) => held.map((one) => ({ episode, held: one })));
    return pairs.flatMap(({ episode, held }, i) => {
      const wait = ended[i]!;
      const after = episode.closed !== null && held.on > episode.closed.on;
      if (wait.first || after || episode.began.teamId !== teamId || held.on < from) return [];
      return [{ episode, from: wait.from, held, days: wait.days, inTime: wait.inTime }];
    });
  });
}
