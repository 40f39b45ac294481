import { monthAfter, monthOf, monthsBetween } from '../../shared/audit/days.js';
import { plusDays } from '../../shared/schedule/working-days.js';
import type { Asked } from './by-hand.js';
import type { Ground } from './ground.js';
import {
  attendanceByHand,
  attendanceTold,
  monthsByHand,
  monthsTold,
  oversightByHand,
  oversightTold,
  type Screen,
  snapshotByHand,
  snapshotTold,
  whyByHand,
  whyTold,
} from './screens.js';

/** Every screen, of the whole council by its service manager and of one team by its manager, as it opens. */
export function screensOf(ground: Ground, teamIds: readonly string[]): Screen[] {
  const { today: asAt, teamId, familyId } = ground;
  const from = plusDays(asAt, -90);
  const newest = asAt.slice(0, 7);
  const months = monthsBetween(monthAfter(newest, -13), newest).map((month) => {
    const { first, last } = monthOf(month);
    return { month, first, until: last < asAt ? last : asAt };
  });
  const asked = { asAt, from, months, familyId, limitDays: null };
  return ([undefined, teamId] as const).flatMap((team): Screen[] => {
    const who = team ? 'manager' : 'overseer';
    const where = team ? 'one team' : 'all teams';
    const screen = (
      name: string,
      more: string,
      told: Pick<Screen, 'product' | 'hand'>,
      limitDays: number | null = null,
    ): Screen => ({
      name: `${name}, ${where}`,
      who,
      path: `/api/audit/${name.split(' ')[0]}?${team ? `teamId=${team}&` : ''}${more}`,
      byHand: {
        ...asked,
        screen: name.split(' ')[0]!,
        teamIds: team ? [team] : teamIds,
        limitDays,
      } satisfies Asked,
      ...told,
    });
    const whole = { product: snapshotTold, hand: snapshotByHand(asAt) };
    return [
      screen('snapshot by policy', 'limit=policy', whole),
      screen('snapshot at 28 days', 'limit=28d', whole, 28),
      screen('months', '', { product: monthsTold, hand: monthsByHand }),
      screen('attendance', `from=${from}`, { product: attendanceTold, hand: attendanceByHand }),
      screen('oversight', `from=${from}`, { product: oversightTold, hand: oversightByHand(from, asAt) }),
      ...(team
        ? []
        : [screen('why', `familyId=${familyId}`, { product: whyTold, hand: whyByHand })].map((s) => ({
            ...s,
            name: 'why, one family',
          }))),
    ];
  });
}
