import type { AuditFacts, ChildFacts } from '../facts.js';
import { type Figure, figureOf, type Groups, type Row } from '../figure.js';
import { groupsOf, planOn, planOrder } from '../groups.js';
import { credits, isProvisional, type Question, type Standing, standingsOf } from '../standing.js';

/** 1. Snapshot, families: of those in time or not, how many are in time. Exempt and not yet due stand apart, listed. */
export function snapshotOfFamilies(facts: AuditFacts, question: Question): Figure {
  return figureOf('snapshot-families', familyRows(facts, standingsOf(facts, question), question.asAt));
}

/**
 * 2. Snapshot, children: of the open children of the same families, how many belong to a family in time and were
 * discussed at its last discussion. A child who was never discussed is overdue, however lately the family was.
 */
export function snapshotOfChildren(facts: AuditFacts, question: Question): Figure {
  const chairs = chairsOf(facts);
  const rows = standingsOf(facts, question).flatMap((standing) => {
    const { family, clock, children, held } = standing;
    const at = { teamId: clock.teamId, chairId: chairs(held?.discussionId) };
    return children.map((child): Row => {
      const discussed = held !== null && credits(held, child);
      const credited = standing.lands !== 'met' || discussed;
      return {
        id: child.childId,
        familyId: family.familyId,
        childId: child.childId,
        on: clock.dueBy,
        days: clock.daysOver,
        lands: credited ? standing.lands : 'not-met',
        reason: credited ? standing.reason : wasDiscussed(standing, child),
        provisional: provisionalOf(standing, question.asAt),
        groups: groupsOf(family, question.asAt, at, [child]),
      };
    });
  });
  return figureOf('snapshot-children', rows);
}

/** 6. The overdue list: families past their limit, the longest over first, then by the weight of their plan. */
export function overdueList(facts: AuditFacts, question: Question): Row[] {
  const late = standingsOf(facts, question).filter(
    (s) => s.reason === 'overdue' || s.reason === 'overdue-first',
  );
  const weight = ({ children }: Standing) => {
    const plan = planOn(
      children.flatMap((c) => c.plans),
      question.asAt,
    );
    return plan ? planOrder.indexOf(plan) : planOrder.length;
  };
  const sorted = [...late].sort(
    (a, b) =>
      b.clock.daysOver - a.clock.daysOver ||
      weight(a) - weight(b) ||
      (a.family.familyId < b.family.familyId ? -1 : 1),
  );
  return familyRows(facts, sorted, question.asAt);
}

/** The same as a figure: of the families counted, those past their limit, in the order of the list. */
export function overdueOf(facts: AuditFacts, question: Question): Figure {
  const late = overdueList(facts, question).map((row): Row => ({ ...row, lands: 'met' }));
  const ids = new Set(late.map((row) => row.id));
  const others = snapshotOfFamilies(facts, question).rows.filter((row) => !ids.has(row.id));
  const rest = others.map(
    (row): Row => (row.lands === 'apart' ? row : { ...row, lands: 'not-met', provisional: false }),
  );
  return figureOf('overdue', [...late, ...rest]);
}

function familyRows(facts: AuditFacts, standings: readonly Standing[], asAt: string): Row[] {
  const chairs = chairsOf(facts);
  return standings.map((standing) => {
    const { family, clock, held, lands, reason, children } = standing;
    const groups: Groups = groupsOf(
      family,
      asAt,
      { teamId: clock.teamId, chairId: chairs(held?.discussionId) },
      children,
    );
    return {
      id: family.familyId,
      familyId: family.familyId,
      on: clock.dueBy,
      days: clock.daysOver,
      lands,
      reason,
      provisional: provisionalOf(standing, asAt),
      groups,
    };
  });
}

function provisionalOf({ held, lands }: Standing, asAt: string): boolean {
  return lands === 'met' && held !== null && isProvisional(held, asAt);
}

/** In a family that is in time: the child was left out last time, or has never been discussed. */
function wasDiscussed({ family }: Standing, child: ChildFacts): string {
  const ever = family.events.some((e) => e.kind === 'held' && credits(e, child));
  return ever ? 'left-out' : 'never-discussed';
}

/** Who chaired a discussion, where we know. */
export function chairsOf({
  discussions,
}: AuditFacts): (discussionId: string | null | undefined) => string | null {
  const found = new Map(discussions.map((d) => [d.discussionId, d.chairId]));
  return (discussionId) => (discussionId ? (found.get(discussionId) ?? null) : null);
}
