import { usualPolicies } from '../cadence/due.js';
import { intervalInWords } from '../cadence/in-words.js';
import type { CadencePolicy, Interval } from '../cadence/policy.js';

/** The limit that an audit is read at: an interval for every family, or each family's own policy in force. */
export type Limit = Interval | 'policy';

/** "28d", "20wd", "month", "each-month", "policy"; null for what is none. */
export function limitOf(code: string): Limit | null {
  if (code === 'policy') return 'policy';
  if (code === 'month') return { every: 'calendar-month', n: null };
  if (code === 'each-month') return { every: 'each-calendar-month', n: null };
  const [, digits, unit] = /^([1-9]\d{0,2})(d|wd)$/.exec(code) ?? [];
  const n = Number(digits);
  return !unit || n > 366 ? null : { every: unit === 'd' ? 'days' : 'working-days', n };
}

export function limitCode(limit: Limit): string {
  if (limit === 'policy') return 'policy';
  switch (limit.every) {
    case 'days':
      return `${limit.n}d`;
    case 'working-days':
      return `${limit.n}wd`;
    case 'calendar-month':
      return 'month';
    case 'each-calendar-month':
      return 'each-month';
  }
}

/** "every 28 days"; "by each family’s policy". */
export function limitInWords(limit: Limit): string {
  return limit === 'policy' ? 'by each family’s policy' : intervalInWords(limit);
}

/**
 * The policies as the audit reads them: under a limit of its own every interval is that one, also that of the usual rule,
 * which holds on days and for families that no other names. The rules for first discussions stay.
 */
export function policiesAt(limit: Limit, policies: readonly CadencePolicy[]): readonly CadencePolicy[] {
  if (limit === 'policy') return policies;
  return [...policies, ...usualPolicies].map((p) => ({
    ...p,
    name: `${p.name}, read as ${intervalInWords(limit)}`,
    interval: limit,
  }));
}
