/** Longest pause between two tries, in milliseconds: a room that waits should not wait longer than it can read about. */
export const longestPause = 15_000;

/**
 * Pause before the next try, in milliseconds: doubling from one second, spread by up to half, so that a whole council
 * coming back after an outage does not arrive in one instant. `chance` is 0 to 1.
 */
export function pauseBefore(attempt: number, chance: number): number {
  const most = Math.min(longestPause, 1_000 * 2 ** Math.min(attempt, 10));
  return Math.round(most * (0.5 + chance / 2));
}
