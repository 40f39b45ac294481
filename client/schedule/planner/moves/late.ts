import type { MoveSays } from '../../../../shared/schedule/planner.js';

/** What keeps a move from being sent as it is: a day after the limit needs a manager, and their reason. */
export function lateWrong(
  says: Pick<MoveSays, 'needsManager'> | undefined,
  mayAllow: boolean,
  reason: string,
): { where?: string; lateReason?: string } {
  if (!says?.needsManager) return {};
  if (!mayAllow) return { where: 'Choose a day inside the limit, or ask a manager to make this move' };
  return reason.trim() ? {} : { lateReason: 'Give the reason for a day after the limit' };
}

/** The reason as it is sent: only where one is needed. */
export function lateReasonFor(
  says: Pick<MoveSays, 'needsManager'> | undefined,
  reason: string,
): { lateReason?: string } {
  const words = reason.trim();
  return words && says?.needsManager ? { lateReason: words } : {};
}
