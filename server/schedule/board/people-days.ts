import { type DisciplineCode, disciplineOf } from '../../../shared/disciplines.js';
import { minutesWaited, timesOf } from '../../../shared/schedule/day-check.js';
import { minutesOf, timeOf } from '../../../shared/schedule/local-time.js';
import type { PersonDay } from '../../../shared/schedule/planner.js';
import type { SessionRow } from '../session-access.service.js';
import { type Called, type SlotRow, takesTime } from '../slots/rows.js';
import type { Diaries } from '../slots/whereabouts.service.js';

interface Month {
  sessions: readonly SessionRow[];
  slots: readonly SlotRow[];
  called: ReadonlyMap<string, Called[]>;
  diaries: Diaries;
  /** A family as the reader may know it. */
  nameOf: (slot: SlotRow) => string;
}

interface Own {
  from: number;
  to: number;
  slot: SlotRow;
}

/** When each specialist of the month's families is called in on each of its days, and where else they are. */
export function peopleDays(month: Month): PersonDay[] {
  const specialists = new Map<string, DisciplineCode>();
  for (const called of month.called.values())
    for (const { discipline, personId } of called)
      if (personId && disciplineOf(discipline).specialist) specialists.set(personId, discipline);
  const dates = [...new Set(month.sessions.map((session) => session.held_on))];
  return dates.flatMap((date) => {
    const sessions = month.sessions.filter((session) => session.held_on === date);
    const own = sessions.flatMap((session) => timesIn(month, session));
    return [...specialists].flatMap(([personId, discipline]) => {
      const theirs = own.filter(({ slot }) =>
        month.called.get(slot.family_id)?.some((one) => one.personId === personId),
      );
      return dayOf(month, date, sessions, { personId, discipline }, theirs);
    });
  });
}

function timesIn({ slots }: Month, session: SessionRow): Own[] {
  const here = slots.filter((slot) => slot.session_id === session.id && takesTime(slot));
  return timesOf(minutesOf(session.starts), here).map(({ seat, from, to }) => ({ slot: seat, from, to }));
}

function dayOf(
  { diaries, nameOf }: Month,
  date: string,
  sessions: readonly SessionRow[],
  { personId, discipline }: Pick<PersonDay, 'personId' | 'discipline'>,
  own: readonly Own[],
): PersonDay[] {
  const { away, taken } = diaries.on(date, personId);
  const during = taken.filter((one) =>
    sessions.some((session) => one.from < minutesOf(session.ends) && one.to > minutesOf(session.starts)),
  );
  if (!own.length && !during.length && !away) return [];
  const [first, last] = [own[0]?.from ?? 0, Math.max(0, ...own.map(({ to }) => to))];
  const between = taken.filter((one) => one.from < last && one.to > first);
  const blocks = [
    ...own.map(({ from, to, slot }) => ({
      from,
      to,
      slotId: slot.id,
      pattern: slot.pattern,
      says: nameOf(slot),
    })),
    ...taken.map(({ from, to, says }) => ({ from, to, slotId: null, pattern: null, says })),
  ].sort((a, b) => a.from - b.from);
  return [
    {
      personId,
      discipline,
      date,
      blocks: blocks.map(({ from, to, ...block }) => ({
        ...block,
        startsAt: timeOf(from),
        endsAt: timeOf(Math.min(to, lastMinute)),
      })),
      away,
      // Time with another team is no wait.
      waits: minutesWaited([...own, ...between].sort((a, b) => a.from - b.from)),
    },
  ];
}

const lastMinute = 24 * 60 - 1;
