import { z } from 'zod';
import { disciplineCodes } from '../disciplines.js';
import { Id, Instant, words } from '../fields.js';
import { roles } from '../people.js';

/** Fewest characters of a password (NIST and OWASP ask for length, not for signs). */
export const passwordMin = 12;
/** Most characters that are read: beyond it, hashing would cost the server more than it protects. */
export const passwordMax = 256;

// Not trimmed: blanks are part of a password. What is too short or too easy is refused with its own sentence.
const Password = z.string().min(1).max(passwordMax);

/** An e-mail address as it is kept: lower case, without blanks around it. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** What somebody types to sign in. Not checked for its form, so that every wrong answer is the same answer. */
export const SignIn = z.strictObject({ email: z.string().trim().toLowerCase().max(254), password: Password });
export type SignIn = z.infer<typeof SignIn>;

/** The person who is signed in, as their own device needs it. */
export const You = z.object({
  personId: Id,
  name: z.string(),
  firstName: z.string(),
  email: z.string().nullable(),
  discipline: z.enum(disciplineCodes),
  title: z.string(),
  /** What they are employed to do today; `teamId` null means across the council. */
  roles: z.array(z.object({ role: z.enum(roles), teamId: Id.nullable() })),
  /** 32 bytes as base64: opens what waits on this device. The same for this person on this device at every sign-in. */
  outboxKey: z.string(),
  /** When this sign-in ends whatever happens. */
  endsAt: Instant,
  /** Until when signing needs no password, or null. */
  confirmedUntil: Instant.nullable(),
  councilName: z.string(),
});
export type You = z.infer<typeof You>;

/** The password again, before signing minutes. */
export const Confirm = z.strictObject({ password: Password });
export type Confirm = z.infer<typeof Confirm>;
export const Confirmed = z.object({ until: Instant });
export type Confirmed = z.infer<typeof Confirmed>;

/** What an invitation is for: the first administrator of an empty database, or a person who is already known. */
export const Invitation = z.object({
  purpose: z.enum(['first-administrator', 'password']),
  /** Null for the first administrator, who gives both. */
  name: z.string().nullable(),
  email: z.string().nullable(),
  endsAt: Instant,
});
export type Invitation = z.infer<typeof Invitation>;

/** Taking an invitation up; the first administrator also says who they are. */
export const TakeUp = z.strictObject({
  password: Password,
  name: words(120).optional(),
  email: Email.optional(),
});
export type TakeUp = z.infer<typeof TakeUp>;

/** A link that works once. Shown once, to whoever asked for it; only its hash is kept. */
export const InvitationLink = z.object({ link: z.string(), endsAt: Instant });
export type InvitationLink = z.infer<typeof InvitationLink>;
