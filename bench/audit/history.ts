import type { DisciplineCode } from '../../shared/disciplines.js';
import type { PlanType } from '../../shared/discussion/state.js';

import { dateOf } from './days.js';
import type { Loader } from './loader.js';
import { type Extent, type Luck, luckOf, type Stay } from './stays.js';
import type { Team } from './town.js';

export interface Child {
  childId: string;
  firstName: string;
  leftOn: number | null;
}

export interface Worker {
  discipline: DisciplineCode;
  /** Null while the post is vacant. */
  personId: string | null;
}

/** A stay with everybody in it. */
export interface Household {
  stay: Stay;
  children: readonly Child[];
  plan: PlanType;
  workers: readonly Worker[];
}

const ethnicities = ['WBRI', 'WOTH', 'MWBC', 'AIND', 'APKN', 'BAFR', 'BCRB', 'OOTH'];
const others: readonly (readonly [DisciplineCode, percent: number])[] = [
  ['family-support', 70],
  ['mental-health', 60],
  ['recovery', 50],
  ['domestic-abuse', 50],
];

const instant = (day: number): string => `${dateOf(day)}T09:00:00.000Z`;

/** Files the families of one place: who they are, who worked with them, when they came and went. Answers their stays. */
export function fileHouseholds(
  loader: Loader,
  extent: Extent,
  teams: readonly Team[],
  stays: readonly Stay[],
): Household[] {
  const childrenOf = new Map<string, Child[]>();
  return stays.map((stay, i) => {
    const chance = luckOf(extent, 3, stay.place, stay.nth);
    const known = childrenOf.get(stay.familyId);
    if (!known) fileFamily(loader, teams, stay, stays.findLast((s) => s.familyId === stay.familyId)!, i);
    const children = known ?? fileChildren(loader, luckOf(extent, 4, stay.place, stay.nth), stay);
    childrenOf.set(stay.familyId, children);
    const plan: PlanType = chance.percent(35) ? 'CP' : 'CIN';
    for (const { childId } of children)
      loader.add('plan', {
        ...{ id: chance.id(), child_id: childId, type: plan },
        ...{ since_on: dateOf(stay.began), until_on: stay.until && dateOf(stay.until) },
      });
    const workers = workersOf(chance, teams[stay.team]!);
    for (const { discipline, personId } of workers)
      loader.add('allocation', {
        ...{ id: chance.id(), family_id: stay.familyId, discipline, person_id: personId, about: '' },
        ...{ from_on: dateOf(stay.began), to_on: stay.until && dateOf(stay.until) },
      });
    fileEvents(loader, chance, teams, stay);
    return { stay, children, plan, workers };
  });
}

/** As it stands today: the newest of its stays says so. */
function fileFamily(loader: Loader, teams: readonly Team[], newest: Stay, oldest: Stay, nth: number): void {
  const { familyId, place, team, until } = newest;
  loader.add('family', {
    ...{ id: familyId, ref: `F${place}-${nth}`, name: `Family ${place}-${nth}`, team_id: teams[team]!.id },
    ...{ status: until === null ? 'open' : 'closed', allocated_on: dateOf(oldest.began) },
    ...{ closed_on: until && dateOf(until), source: 'bench', made_at: instant(oldest.began) },
  });
}

function fileChildren(loader: Loader, chance: Luck, stay: Stay): Child[] {
  const count = chance.percent(1) ? 0 : 1 + chance.below(3);
  return Array.from({ length: count }, (_, i) => {
    const childId = chance.id();
    const left = i > 0 && chance.percent(6) ? (stay.until ?? stay.began + 300) - 20 : null;
    const firstName = `Child ${i + 1}`;
    loader.add('child', {
      ...{
        id: childId,
        family_id: stay.familyId,
        first_name: firstName,
        ethnicity: chance.oneOf(ethnicities),
      },
      ...{ disability: chance.percent(15) ? 'LD' : 'NONE', left_on: left && dateOf(left) },
    });
    return { childId, firstName, leftOn: left };
  });
}

function workersOf(chance: Luck, { workers }: Team): Worker[] {
  const one = (discipline: DisciplineCode, vacant: number): Worker => {
    const personId = chance.oneOf(workers.get(discipline)!);
    return { discipline, personId: chance.percent(vacant) ? null : personId };
  };
  return [
    one('social-work', 3),
    ...others.filter(([, percent]) => chance.percent(percent)).map(([discipline]) => one(discipline, 8)),
  ];
}

function fileEvents(loader: Loader, chance: Luck, teams: readonly Team[], stay: Stay): void {
  const { familyId, again, began, until, team, transfer, exempt } = stay;
  const event = (on: number, kind: string, of: number | null, untilOn: number | null = null): void =>
    loader.add('family_event', {
      ...{ id: chance.id(), family_id: familyId, on_day: dateOf(on), kind },
      ...{ team_id: of === null ? null : teams[of]!.id, until_on: untilOn && dateOf(untilOn), reason: '' },
      known_at: instant(on),
    });
  event(began, again ? 'reopened' : 'allocated', transfer ? transfer.fromTeam : team);
  if (transfer) event(transfer.on, 'transferred', team);
  if (exempt) event(exempt.on, 'exempted', null, exempt.until);
  if (until !== null) event(until, 'closed', null);
}
