import { idleMs } from '../../core/sign-ins.js';

const minute = 60_000;

/** How long a sign-in holds, and how often somebody may try. */
export const signInRules = {
  /** Without any input. While a live session is joined, longer: people listen for a while before they type. */
  idleMs,
  idleWhileJoinedMs: 60 * minute,
  /** Whatever happens: longer than a working day with its evening visits. */
  longestMs: 12 * 60 * minute,
  /** After the password was confirmed, signing asks for it no more for so long. */
  confirmedMs: 5 * minute,
  invitationMs: 72 * 60 * minute,
  deviceDays: 400,
  /** Wrong passwords of one account: from a device that knows it, from one address, and from anywhere new together. */
  triesPerDevice: { most: 10, withinMs: 15 * minute },
  triesFromElsewhere: { most: 50, withinMs: 15 * minute },
  /** Wrong passwords from one address. A whole council sits behind one, so this is wide. */
  triesPerAddress: { most: 300, withinMs: 5 * minute },
} as const;
