import type { DisciplineCode } from '../../shared/disciplines.js';
import type { Loader } from './loader.js';
import { type Extent, luckOf } from './stays.js';

/** A team and those who work in it. */
export interface Team {
  id: string;
  managerId: string;
  workers: ReadonlyMap<DisciplineCode, readonly string[]>;
}

/** How many of each discipline a team of some fifty families has. */
const staff: readonly (readonly [DisciplineCode, number])[] = [
  ['social-work', 7],
  ['family-support', 3],
  ['mental-health', 2],
  ['recovery', 2],
  ['domestic-abuse', 2],
];

/** The manager of all teams. */
export const overseerId = '0f5e9c1e-0000-4000-8000-000000000001';

/** Teams, their people, and the rules by which families are taken. */
export function makeTown(loader: Loader, extent: Extent): Team[] {
  const made = '2010-01-01T09:00:00.000Z';
  const person = (id: string, name: string, discipline: string): void =>
    loader.add('person', {
      ...{ id, name, first_name: name.split(' ')[0]!, email: null, discipline, title: '' },
      ...{ working_days: '1111100', remote: 0, made_at: made },
    });
  const role = (id: string, personId: string, name: string, teamId: string | null): void =>
    loader.add('person_role', {
      id,
      person_id: personId,
      role: name,
      team_id: teamId,
      from_on: '2010-01-01',
    });
  person(overseerId, 'Helen Overseer', 'management');
  role('0f5e9c1e-0000-4000-8000-000000000002', overseerId, 'service-manager', null);
  const rule = { version: 1, every: 'days', first_n: 10, first_unit: 'working-days', from_on: '2010-01-01' };
  const policy = (id: string, name: string, n: number, planTypes: string | null): void =>
    loader.add('cadence_policy', {
      ...{ id, name, n, plan_types: planTypes, reason: 'Agreed by the board', made_at: made },
      ...rule,
    });
  policy('0f5e9c1e-0000-4000-8000-000000000003', 'All families', 28, null);
  policy('0f5e9c1e-0000-4000-8000-000000000004', 'Child protection', 21, '["CP"]');
  return Array.from({ length: extent.teams }, (_, team): Team => {
    const chance = luckOf(extent, 2, team);
    const id = chance.id();
    loader.add('team', { id, name: `Team ${String(team + 1).padStart(4, '0')}`, hub: `Hub ${team % 5}` });
    const managerId = chance.id();
    person(managerId, `Manager ${team}`, 'management');
    role(chance.id(), managerId, 'team-manager', id);
    const workers = new Map(
      staff.map(([discipline, count]) => {
        const ids = Array.from({ length: count }, () => chance.id());
        for (const [i, worker] of ids.entries()) person(worker, `Worker ${team}.${i}`, discipline);
        return [discipline, ids] as const;
      }),
    );
    return { id, managerId, workers };
  });
}
