import type { DisciplineCode } from './disciplines.js';

/** What somebody is employed to do across the product. What they may do to one family follows from their relations to it. */
export const roles = [
  'practitioner',
  'business-support',
  'deputy-manager',
  'team-manager',
  'service-manager',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/**
 * How somebody stands to one family, or to one session, today. Access follows from these and from nothing else:
 * a role says only what kind of thing, a relation says whose.
 */
export type Relation =
  /** Works with the family, from and until dates that the allocation gives. */
  | { as: 'allocated'; discipline: DisciplineCode }
  /** Sits in for a colleague of the same discipline, for one session. */
  | { as: 'deputy'; discipline: DisciplineCode }
  /** Manages the family's team (team manager or deputy manager): may chair and sign. */
  | { as: 'manager' }
  /** Chairs a session that holds the family, without managing its team. */
  | { as: 'chair' }
  /** Business support of the family's team: schedules, holds the pen. */
  | { as: 'business-support' }
  /** Service manager above the family's team: reads, and answers escalations. */
  | { as: 'overseer' }
  /** Let in by the chair to watch one session. */
  | { as: 'observer' };

/** A person as a log sees them: who, of what discipline, and how they stand to what the log is about. */
export interface Actor {
  personId: string;
  name: string;
  discipline: DisciplineCode;
  relations: readonly Relation[];
  /** True for a few minutes after the person confirmed their password: signing asks for it. */
  confirmed: boolean;
}

/** Whether the actor has this relation, in any discipline. */
export function stands(actor: Actor, ...as: Relation['as'][]): boolean {
  return actor.relations.some((r) => as.includes(r.as));
}

/** The disciplines in which the actor works with the family, their own or as a deputy. */
export function disciplinesHere(actor: Actor): DisciplineCode[] {
  return actor.relations.flatMap((r) => ('discipline' in r ? [r.discipline] : []));
}

/** Holds manager grade for this family: only they may chair and sign (practice 2.2). */
export function mayChair(actor: Actor): boolean {
  return stands(actor, 'manager', 'chair');
}

/** May read the family's record at all. No relation, no record: "not found" and "not yours" are one answer. */
export function maySee(actor: Actor): boolean {
  return actor.relations.length > 0;
}

/** May read what was written in other months too: everyone who may see the family, but those let in to watch one session. */
export function readsHistory(actor: Actor): boolean {
  return actor.relations.some((r) => r.as !== 'observer');
}

/** May write somewhere in a discussion: everyone who may see it, but for observers and overseers. */
export function mayContribute(actor: Actor): boolean {
  return stands(actor, 'allocated', 'deputy', 'manager', 'chair', 'business-support');
}

/** A role as somebody holds it today: in one team, or (null) across the council. */
export interface HeldRole {
  role: Role;
  teamId: string | null;
}

/** What people call a role. */
export const roleTitles: Readonly<Record<Role, string>> = {
  practitioner: 'Practitioner',
  'business-support': 'Business support',
  'deputy-manager': 'Deputy team manager',
  'team-manager': 'Team manager',
  'service-manager': 'Service manager',
  administrator: 'Administrator',
};

const teamKeepers: readonly Role[] = ['business-support', 'team-manager', 'deputy-manager'];

/** Administers the whole council: its people, teams and imports. Reads no family’s record by that. */
export function administers(held: readonly HeldRole[]): boolean {
  return held.some(({ role }) => role === 'administrator');
}

/** Keeps the people, families and diary of this team in order; without a team, of any. */
export function keepsRecords(held: readonly HeldRole[], teamId?: string): boolean {
  if (administers(held)) return true;
  return held.some(
    ({ role, teamId: where }) => teamKeepers.includes(role) && (teamId === undefined || where === teamId),
  );
}

/** Looks into the month of a team: whoever keeps it, and the service managers above it. */
export function seesPlanner(held: readonly HeldRole[], teamId?: string): boolean {
  if (keepsRecords(held, teamId)) return true;
  return held.some(
    ({ role, teamId: where }) =>
      role === 'service-manager' && (teamId === undefined || where === null || where === teamId),
  );
}

/**
 * Sets how often families are taken: administrators and service managers, each where they stand. Not the team's own
 * manager, whom the limit measures.
 */
export function setsRule(held: readonly HeldRole[], teamIds: readonly string[] | null): boolean {
  if (administers(held)) return true;
  const over = held.filter(({ role }) => role === 'service-manager').map(({ teamId }) => teamId);
  return over.includes(null) || (teamIds?.every((id) => over.includes(id)) ?? false);
}

/** Is a service manager, over one team or all. */
export function oversees(held: readonly HeldRole[]): boolean {
  return held.some(({ role }) => role === 'service-manager');
}

/** Manages this team, or (without one) any: grades its records, and asks for inspection packs. */
export function manages(held: readonly HeldRole[], teamId?: string): boolean {
  const managers: readonly Role[] = ['team-manager', 'deputy-manager', 'service-manager'];
  return held.some(
    ({ role, teamId: where }) =>
      managers.includes(role) && (teamId === undefined || where === null || where === teamId),
  );
}

/** The one team that somebody keeps, or '' when it is none, several or all: what a form can choose for them. */
export function onlyTeamKept(held: readonly HeldRole[]): string {
  const kept = new Set(
    held.flatMap(({ role, teamId }) => (teamKeepers.includes(role) && teamId ? [teamId] : [])),
  );
  const [only] = kept;
  return only !== undefined && kept.size === 1 && !administers(held) ? only : '';
}

/** The roles that somebody who holds these may give: a team’s keeper brings in practitioners, an administrator gives every role. */
export function rolesToGive(held: readonly HeldRole[]): readonly Role[] {
  if (administers(held)) return roles;
  return keepsRecords(held) ? ['practitioner'] : [];
}

/** Roles that are held in one team; the others may be held across the council. */
export function needsTeam(role: Role): boolean {
  return role !== 'administrator' && role !== 'service-manager';
}
