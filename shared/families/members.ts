import { z } from 'zod';
import { disciplineCodes } from '../disciplines.js';
import { Id, LocalDate, maybeWords, words } from '../fields.js';

/** What kind of plan a child is on (practice 1.3). */
export const planTypes = {
  CIN: 'Child in need',
  CP: 'Child protection',
  PLO: 'Pre-proceedings',
  CLA: 'In our care',
  assessment: 'Assessment',
  other: 'Other',
} as const;
export const planTypeCodes = ['CIN', 'CP', 'PLO', 'CLA', 'assessment', 'other'] as const;

/** One plan of a child, from a day until a day; several may run at once. */
export const Plan = z.object({
  planId: Id,
  type: z.enum(planTypeCodes),
  /** For child protection: neglect, emotional abuse, and so on. */
  category: z.string(),
  since: LocalDate,
  until: LocalDate.nullable(),
});
export type Plan = z.infer<typeof Plan>;

export const Child = z.object({
  childId: Id,
  ref: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  bornOn: LocalDate.nullable(),
  /** For a child not born yet. */
  expectedOn: LocalDate.nullable(),
  /** Whole years today; null when not born or not known. */
  age: z.string(),
  /** The day from which the child belongs to it; null: from the first. */
  joinedOn: LocalDate.nullable(),
  /** The day the child left the family's record. */
  leftOn: LocalDate.nullable(),
  plans: z.array(Plan),
});
export type Child = z.infer<typeof Child>;

/** `relation` as people say it: "their mum", "Maya and Theo’s dad". */
export const Adult = z.object({
  adultId: Id,
  name: z.string(),
  relation: z.string(),
  /** The children this adult belongs to; null while nobody has said. */
  childIds: z.array(Id).nullable(),
});
export type Adult = z.infer<typeof Adult>;

/** Who works with the family in a discipline, from a day until a day; `personId` null: the post is vacant. */
export const Allocation = z.object({
  allocationId: Id,
  discipline: z.enum(disciplineCodes),
  personId: Id.nullable(),
  /** Whom they work with: "for Kirsty". */
  about: z.string(),
  fromOn: LocalDate,
  toOn: LocalDate.nullable(),
});
export type Allocation = z.infer<typeof Allocation>;

const childFields = {
  ref: words(40).nullable().optional(),
  firstName: words(60),
  lastName: z.string().trim().max(60).optional(),
  bornOn: LocalDate.nullable().optional(),
  expectedOn: LocalDate.nullable().optional(),
  joinedOn: LocalDate.nullable().optional(),
};

export const NewPlan = z.strictObject({
  type: z.enum(planTypeCodes),
  category: maybeWords(60),
  since: LocalDate,
  until: LocalDate.nullable().default(null),
});
export type NewPlan = z.infer<typeof NewPlan>;
export const NewChild = z.strictObject({ ...childFields, plans: z.array(NewPlan).max(6).default([]) });
export type NewChild = z.infer<typeof NewChild>;
export const ChildPatch = z.strictObject({ ...childFields, leftOn: LocalDate.nullable() }).partial();
export type ChildPatch = z.infer<typeof ChildPatch>;

export const NewAdult = z.strictObject({
  name: words(120),
  relation: maybeWords(120),
  childIds: z.array(Id).max(20).nullable().default(null),
});
export type NewAdult = z.infer<typeof NewAdult>;
export const AdultPatch = z
  .strictObject({
    name: words(120),
    relation: z.string().trim().max(120),
    childIds: z.array(Id).max(20).nullable(),
  })
  .partial();
export type AdultPatch = z.infer<typeof AdultPatch>;

export const NewAllocation = z.strictObject({
  discipline: z.enum(disciplineCodes),
  personId: Id.nullable(),
  about: maybeWords(120),
  fromOn: LocalDate,
  toOn: LocalDate.nullable().default(null),
});
export type NewAllocation = z.infer<typeof NewAllocation>;

/** A family opened by hand; its first discussion opens with it. `ref` is made when none is given. */
export const NewFamily = z.strictObject({
  ref: words(40).optional(),
  name: words(120),
  teamId: Id,
  allocatedOn: LocalDate,
  children: z.array(NewChild).max(20).default([]),
  adults: z.array(NewAdult).max(20).default([]),
  allocations: z.array(NewAllocation).max(20).default([]),
});
export type NewFamily = z.infer<typeof NewFamily>;

export const FamilyPatch = z
  .strictObject({
    name: words(120),
    teamId: Id,
    allocatedOn: LocalDate,
    status: z.enum(['open', 'closed']),
    closedOn: LocalDate,
    closedReason: words(200),
  })
  .partial();
export type FamilyPatch = z.infer<typeof FamilyPatch>;

/** Something that happened between supervisions, for the story so far. `voice`: the words are the child's own. */
export const NewHappening = z.strictObject({
  childId: Id.nullable().default(null),
  on: LocalDate,
  kind: z.enum(['visit', 'move', 'meeting', 'conference', 'legal', 'school', 'health', 'police', 'other']),
  words: words(1000),
  voice: z.boolean().default(false),
});
export type NewHappening = z.infer<typeof NewHappening>;
