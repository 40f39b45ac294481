import type { AuditFacts, FamilyFacts, StepFacts } from '../facts.js';
import { type Figure, figureOf, numberOf, type Row } from '../figure.js';
import { byFamily, groupsOf, nobody } from '../groups.js';
import { type Question, teamOn } from '../standing.js';

/**
 * 10. Next steps on time: of those due from a day until the day asked about, how many were done on or before their day.
 * Steps that were no longer needed, with a reason, stand apart. Done late counts against it, and so does what is open:
 * “due-today” can still be in time, and is told apart from what is past its day.
 */
export function stepsOnTime(facts: AuditFacts, { from, asAt }: Pick<Question, 'from' | 'asAt'>): Figure {
  const families = byFamily(facts);
  const due = facts.steps.filter((s) => s.dueOn >= from && s.dueOn <= asAt);
  const rows = due.map((step): Row => {
    const reason = becameOf(step, asAt);
    return {
      id: step.agreementId,
      familyId: step.familyId,
      on: step.dueOn,
      ...(step.ownerId ? { personId: step.ownerId } : {}),
      lands: reason === 'no-longer-needed' ? 'apart' : reason === 'on-time' ? 'met' : 'not-met',
      reason,
      provisional: false,
      times: step.times,
      groups: {
        ...groupsHere(families.get(step.familyId), step.dueOn),
        worker: step.ownerId ? [step.ownerId] : [],
      },
    };
  });
  const count = (reason: string) => numberOf(rows.filter((r) => r.reason === reason));
  return figureOf('steps-on-time', rows, {
    late: count('late'),
    open: count('open'),
    dueToday: count('due-today'),
    noLongerNeeded: count('no-longer-needed'),
  });
}

function becameOf({ dueOn, doneOn, droppedBecause, droppedOn }: StepFacts, asAt: string): string {
  if (doneOn && doneOn <= asAt) return doneOn <= dueOn ? 'on-time' : 'late';
  if (droppedBecause?.trim() && (!droppedOn || droppedOn <= asAt)) return 'no-longer-needed';
  return dueOn === asAt ? 'due-today' : 'open';
}

function groupsHere(family: FamilyFacts | undefined, day: string): Row['groups'] {
  return groupsOf(family ?? nobody, day, { teamId: family ? teamOn(family, day) : null, chairId: null });
}

/** Steps carried three times or more that are still open, the most carried first. */
export function carriedOften({ steps }: Pick<AuditFacts, 'steps'>, asAt: string, times = 3): StepFacts[] {
  const newest = new Map<string, StepFacts>();
  for (const step of steps) {
    const other = newest.get(step.stepId);
    if (!other || other.carried < step.carried) newest.set(step.stepId, step);
  }
  const isOpen = ({ doneOn, droppedOn, droppedBecause }: StepFacts) =>
    !(doneOn && doneOn <= asAt) && !(droppedBecause !== null && (!droppedOn || droppedOn <= asAt));
  return [...newest.values()]
    .filter((s) => s.carried >= times && isOpen(s))
    .sort((a, b) => b.carried - a.carried || (a.stepId < b.stepId ? -1 : 1));
}
