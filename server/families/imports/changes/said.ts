import type { ListedChild } from '../../../../shared/families/children-in-need.js';
import type { FormedFamily } from '../../../../shared/families/form-families.js';

/** What the lists and the map say of a child, as it is kept to compare the next file with. */
export interface SaidOfChild extends ListedChild {
  firstName: string | null;
}

/** What they say of a family. */
export interface SaidOfFamily {
  name: string | null;
  team: string | null;
  worker: string | null;
  open: boolean;
  /** Only a date that the map gives; one worked out from plans is not said. */
  allocatedOn: string | null;
}

/** An empty cell says nothing: what was said before still stands. Nor does a file without list 7 say that plans ended. */
export function nowSaidOfChild(
  listed: ListedChild,
  firstName: string | null,
  hasList7: boolean,
  before: SaidOfChild | undefined,
): SaidOfChild {
  return {
    ...listed,
    firstName: firstName ?? before?.firstName ?? null,
    bornOn: listed.bornOn ?? before?.bornOn ?? null,
    expectedOn: listed.bornOn ? null : (listed.expectedOn ?? before?.expectedOn ?? null),
    ethnicity: listed.ethnicity ?? before?.ethnicity ?? null,
    protection: hasList7 ? listed.protection : (before?.protection ?? []),
  };
}

export function nowSaidOfFamily(
  formed: FormedFamily,
  open: boolean,
  before: SaidOfFamily | undefined,
): SaidOfFamily {
  return {
    name: formed.familyName ?? before?.name ?? null,
    team: formed.team ?? before?.team ?? null,
    worker: formed.worker ?? before?.worker ?? null,
    open,
    allocatedOn: formed.allocatedFrom === 'map' ? formed.allocatedOn : (before?.allocatedOn ?? null),
  };
}

/** A plan as the lists imply it; `since` names it among the child's plans of its type. */
export interface SaidPlan {
  type: 'CIN' | 'CP' | 'CLA' | 'assessment';
  category: string | null;
  since: string;
  until: string | null;
}

const CATEGORIES: Record<string, string> = {
  NEG: 'neglect',
  PHY: 'physical abuse',
  SAB: 'sexual abuse',
  EMO: 'emotional abuse',
  MUL: 'more than one category',
};

/** The child's plans: each protection plan, and the one that the status stands for. A plan needs a start to be one. */
export function plansOf(child: SaidOfChild): SaidPlan[] {
  const protection = child.protection.flatMap((p) => {
    const category = p.latestCategory ?? p.initialCategory;
    const named = category === null ? null : (CATEGORIES[category] ?? category);
    return p.start === null ? [] : [{ type: 'CP' as const, category: named, since: p.start, until: p.end }];
  });
  const byStatus = planByStatus(child, protection);
  return byStatus ? [...protection, byStatus] : protection;
}

function planByStatus(child: SaidOfChild, protection: SaidPlan[]): SaidPlan | null {
  const since = child.cinStart;
  const plan = (type: SaidPlan['type'], from: string | null) =>
    from === null ? null : { type, category: null, since: from, until: null };
  switch (child.status) {
    case 'looked-after':
      return plan('CLA', since);
    case 'open-assessment':
      return plan('assessment', since);
    case 'child-protection':
      return protection.some((p) => p.until === null) ? null : plan('CP', since);
    case 'child-in-need': {
      // Stepped down from protection: the child in need plan begins where that one ended.
      const steppedDown =
        protection
          .map((p) => p.until)
          .sort()
          .at(-1) ?? null;
      return plan(
        'CIN',
        steppedDown !== null && (since === null || steppedDown > since) ? steppedDown : since,
      );
    }
    case 'closed':
      return null;
  }
}
