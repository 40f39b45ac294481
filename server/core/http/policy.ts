import {
  type CustomDecorator,
  createParamDecorator,
  type ExecutionContext,
  SetMetadata,
} from '@nestjs/common';
import type { Role } from '../../../shared/people.js';

/** Who may call a route at all. Which family, team or person it is about is judged where it is read. */
export type Policy = { who: 'anybody' } | { who: 'signed-in' } | { who: 'roles'; roles: readonly Role[] };

/** The metadata under which a route says its policy. A route without one is refused, and stops the start. */
export const POLICY = 'policy';

/** For everybody, signed in or not. */
export function Open(): CustomDecorator {
  return SetMetadata(POLICY, { who: 'anybody' } satisfies Policy);
}

/** For everybody who is signed in; what they may see of it follows from their relations. */
export function SignedIn(): CustomDecorator {
  return SetMetadata(POLICY, { who: 'signed-in' } satisfies Policy);
}

/** For those who hold one of these roles today, in any team. */
export function For(...roles: [Role, ...Role[]]): CustomDecorator {
  return SetMetadata(POLICY, { who: 'roles', roles } satisfies Policy);
}

/** Who is asking: set by the guard from the sign-in, never from anything the request says. */
export interface Caller {
  signInId: string;
  personId: string;
  /** Today's roles; a null team means across the council. */
  roles: readonly { role: Role; teamId: string | null }[];
  confirmedUntil: string | null;
  endsAt: string;
}

/** The person who is asking. Only on routes that are not open. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<{ caller?: Caller }>();
  if (!caller) throw new Error('An open route asked who is calling');
  return caller;
});

/** Whether the caller holds one of these roles, for the team when one is named. A role without a team holds for all. */
export function holds(by: Pick<Caller, 'roles'>, roles: readonly Role[], teamId?: string): boolean {
  return by.roles.some(
    (r) => roles.includes(r.role) && (teamId === undefined || r.teamId === null || r.teamId === teamId),
  );
}
