import type { ChildHere, PlanType } from '../../../shared/discussion/state.js';
import { longDate } from '../../ui/format.js';

/** Plans as tags show them; the full words are given once on the page by a title. */
export const planNames: Record<PlanType, { short: string; full: string }> = {
  CIN: { short: 'CIN plan', full: 'Child in need plan' },
  CP: { short: 'CP plan', full: 'Child protection plan' },
  PLO: { short: 'PLO', full: 'Public Law Outline, pre-proceedings' },
  CLA: { short: 'In our care', full: 'Child in our care' },
  assessment: { short: 'Assessment', full: 'Assessment' },
  other: { short: 'Other plan', full: 'Other plan' },
};

export interface PlanLine {
  key: string;
  short: string;
  full: string;
  /** First names, only when the plan is not every child's. */
  whose: string[];
}

/** The plans of a family's children, one line for those who share one since the same day. */
export function planLines(children: readonly ChildHere[]): PlanLine[] {
  const lines = new Map<string, PlanLine>();
  for (const child of children) {
    for (const plan of child.plans) {
      const key = `${plan.type} ${plan.since}`;
      const { short, full } = planNames[plan.type];
      const line = lines.get(key) ?? {
        key,
        short: `${short} since ${longDate(plan.since)}`,
        full,
        whose: [],
      };
      line.whose.push(child.firstName);
      lines.set(key, line);
    }
  }
  return [...lines.values()].map((line) =>
    line.whose.length === children.length ? { ...line, whose: [] } : line,
  );
}
