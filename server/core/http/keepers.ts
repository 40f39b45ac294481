import type { Role } from '../../../shared/people.js';
import { type Caller, holds } from './policy.js';

const teamKeepers: readonly Role[] = ['business-support', 'team-manager', 'deputy-manager'];

/** Whoever may keep teams, people and families in order at all; the routes of administration are for them. */
export const keeperRoles = ['administrator', 'business-support', 'team-manager', 'deputy-manager'] as const;

/** Administers the whole council: keeps its records in order, and reads no family's. */
export function administers(by: Pick<Caller, 'roles'>): boolean {
  return holds(by, ['administrator']);
}

/** May change who is in this team, its families and its diary. */
export function keepsTeam(by: Pick<Caller, 'roles'>, teamId: string): boolean {
  return administers(by) || holds(by, teamKeepers, teamId);
}
