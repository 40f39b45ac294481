import { Temporal } from 'temporal-polyfill';
import { inEngland, timeOf } from '../../shared/schedule/local-time.js';
import type { Figures } from '../lib/report.js';
import type { World } from './world.js';

/** The instants at which the year's sessions begin: an hour apart in summer and winter, and always the same time on the wall. */
export function clockChanges({ sessions, to }: World): { figures: Figures; moved: number } {
  const began = sessions
    .filter(({ date }) => date <= to)
    .map(({ date, startsAt }) => {
      const wall = timeOf(startsAt);
      const zoned = Temporal.PlainDateTime.from(`${date}T${wall}`).toZonedDateTime('Europe/London');
      const there = inEngland(new Date(zoned.epochMilliseconds));
      return { date, summer: zoned.offset === '+01:00', kept: there.date === date && there.time === wall };
    });
  const turned = began.flatMap(({ date, summer }, i) => {
    const before = began[i - 1];
    if (!before || before.summer === summer) return [];
    return [`${before.date} to ${date}`];
  });
  return {
    figures: {
      'between the sessions of': turned.join(', '),
      'sessions in summer time': began.filter(({ summer }) => summer).length,
      'in winter time': began.filter(({ summer }) => !summer).length,
    },
    moved: began.filter(({ kept }) => !kept).length,
  };
}
