import { z } from 'zod';
import { disciplineCodes } from '../disciplines.js';
import { Id, LocalDate, maybeWords, words } from '../fields.js';
import { roles } from '../people.js';
import { Email } from './sign-in.js';

const WorkingDays = z.string().regex(/^[01]{7}$/, 'Seven times 0 or 1, Monday first');

/** One person of the council or a partner, as every colleague may see them. Nothing about families. */
export const Person = z.object({
  personId: Id,
  name: z.string(),
  firstName: z.string(),
  discipline: z.enum(disciplineCodes),
  title: z.string(),
  teamIds: z.array(Id),
  /** Seven times 0 or 1, Monday first: hints for due dates. */
  workingDays: z.string(),
  /** Usually joins from elsewhere. */
  remote: z.boolean(),
  /** Has left: named in what they wrote, not offered for anything new. */
  ended: z.boolean(),
  /** Holds manager grade somewhere today, and so may chair. */
  manager: z.boolean(),
});
export type Person = z.infer<typeof Person>;

/** A person with what only those who keep people see. */
export const PersonKept = Person.extend({
  email: z.string().nullable(),
  /** Has set a password, and so can sign in. */
  canSignIn: z.boolean(),
  endedOn: LocalDate.nullable(),
  roles: z.array(
    z.object({
      roleId: Id,
      role: z.enum(roles),
      teamId: Id.nullable(),
      fromOn: LocalDate,
      toOn: LocalDate.nullable(),
    }),
  ),
});
export type PersonKept = z.infer<typeof PersonKept>;

/** A new person. Without a role they can be allocated, and see the families they work with. */
export const NewPerson = z.strictObject({
  name: words(120),
  firstName: words(60).optional(),
  email: Email.nullable().default(null),
  discipline: z.enum(disciplineCodes),
  title: maybeWords(120),
  workingDays: WorkingDays.default('1111100'),
  remote: z.boolean().default(false),
  /** Puts them into a team as a practitioner from today. */
  teamId: Id.nullable().default(null),
});
export type NewPerson = z.infer<typeof NewPerson>;

/** What changes about a person; from `endedOn` on they are gone: every sign-in ends, and nothing is theirs to see. */
export const PersonPatch = z.strictObject({
  name: words(120).optional(),
  firstName: words(60).optional(),
  email: Email.nullable().optional(),
  discipline: z.enum(disciplineCodes).optional(),
  title: z.string().trim().max(120).optional(),
  workingDays: WorkingDays.optional(),
  remote: z.boolean().optional(),
  endedOn: LocalDate.nullable().optional(),
});
export type PersonPatch = z.infer<typeof PersonPatch>;

/** A role in one team, or (null) across the council. */
export const NewRole = z.strictObject({
  role: z.enum(roles),
  teamId: Id.nullable().default(null),
  fromOn: LocalDate.optional(),
});
export type NewRole = z.infer<typeof NewRole>;

/** The last day of something that has a beginning: a role, an allocation, a plan. */
export const EndOn = z.strictObject({ toOn: LocalDate });
export type EndOn = z.infer<typeof EndOn>;

export const Team = z.object({ teamId: Id, name: z.string(), hub: z.string() });
export type Team = z.infer<typeof Team>;
export const NewTeam = z.strictObject({ name: words(120), hub: maybeWords(120) });
export type NewTeam = z.infer<typeof NewTeam>;

/** A post of a team in one period: filled by a person, or vacant. Posts that follow one another are one post's history. */
export const Post = z.object({
  postId: Id,
  teamId: Id,
  discipline: z.enum(disciplineCodes),
  /** Null while vacant. */
  personId: Id.nullable(),
  fromOn: LocalDate,
  toOn: LocalDate.nullable(),
});
export type Post = z.infer<typeof Post>;
export const NewPost = z.strictObject({
  discipline: z.enum(disciplineCodes),
  personId: Id.nullable().default(null),
  fromOn: LocalDate,
});
export type NewPost = z.infer<typeof NewPost>;

/** From a day on, the post is filled by a person, or (null) vacant. The period before it ends the day before. */
export const FillPost = z.strictObject({ personId: Id.nullable(), fromOn: LocalDate });
export type FillPost = z.infer<typeof FillPost>;
