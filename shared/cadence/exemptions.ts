import { z } from 'zod';
import { LocalDate, maybeWords } from '../fields.js';

/**
 * Why a family may be taken out of the count for a time (practice 3.9). Each is listed by name in every audit. Leave, a
 * vacancy, Christmas and “no change” are not among them.
 */
export const exemptionReasons = {
  'moved-out': 'The family moved out, and the receiving authority has accepted',
  'children-closed': 'All children are closed',
  'awaiting-closure': 'Awaiting closure, signed off by a manager in the last 28 days',
  'legal-only': 'Held for legal work only, by agreement',
  'legal-gateway': 'Discussed instead at a legal gateway that a manager chaired',
  'closed-panel': 'Supervised in a smaller, closed panel',
} as const;
export type ExemptionReason = keyof typeof exemptionReasons;
export const exemptionReasonCodes = Object.keys(exemptionReasons) as [ExemptionReason, ...ExemptionReason[]];

/** The most days that an exemption can be given at once, from today: it is looked at again after that. */
export function mostDaysExempt(reason: ExemptionReason): number {
  return reason === 'awaiting-closure' ? 28 : 183;
}

/** A manager takes a family out of the count until, and with, a day. */
export const NewExemption = z.strictObject({
  reason: z.enum(exemptionReasonCodes),
  words: maybeWords(300),
  untilOn: LocalDate,
});
export type NewExemption = z.infer<typeof NewExemption>;
