import type { DisciplineCode } from '../../../../shared/disciplines.js';
import type { Attendance, AttendanceWay, DiscussionState } from '../../../../shared/discussion/state.js';

import { inOrder } from '../../people/in-order.js';

/** One line of who is part of the discussion: expected, come, or both. */
export interface AttendanceLine {
  key: string;
  discipline: DisciplineCode;
  /** Who is expected or came; null while the post is vacant. */
  personId: string | null;
  about: string;
  vacantSince: string | null;
  /** What was recorded, if anything yet. */
  recorded: Attendance | undefined;
  /** The deputy who came in this person's place. */
  deputy: Attendance | undefined;
}

/** Everybody expected, in the order of the family's disciplines, then whoever else came. */
export function attendanceRows(state: DiscussionState): AttendanceLine[] {
  const all = Object.values(state.attendance);
  const expected = inOrder(state.expected).map(
    ({ discipline, personId, about, vacantSince }): AttendanceLine => {
      const mine = all.filter((line) => line.discipline === discipline);
      return {
        key: `${discipline}/${personId ?? ''}`,
        discipline,
        personId,
        about,
        vacantSince,
        recorded: mine.find((line) => line.personId === personId && line.way !== 'deputy'),
        deputy: mine.find(
          (line) =>
            line.way === 'deputy' &&
            (personId === null || line.inPlaceOf === personId || line.inPlaceOf === null),
        ),
      };
    },
  );
  const shown = new Set(expected.flatMap((line) => [line.recorded, line.deputy]));
  if (
    state.chairId &&
    !all.some((line) => line.personId === state.chairId) &&
    !expected.some((line) => line.personId === state.chairId)
  ) {
    // The quorum asks for the manager in the chair, so their line stands there to be filled in.
    const chair = {
      discipline: 'management' as const,
      personId: state.chairId,
      about: '',
      vacantSince: null,
    };
    expected.push({ key: `chair/${state.chairId}`, ...chair, recorded: undefined, deputy: undefined });
  }
  const others = all
    .filter((line) => !shown.has(line) && line.personId !== null)
    .map(
      (line): AttendanceLine => ({
        key: `${line.discipline}/${line.personId}`,
        discipline: line.discipline,
        personId: line.personId,
        about: '',
        vacantSince: null,
        recorded: line,
        deputy: undefined,
      }),
    );
  return [...expected, ...others];
}

/** Ways as they are said beside a name. */
export const wayWords: Record<AttendanceWay, string> = {
  'in-room': 'in the room',
  remote: 'remote',
  deputy: 'deputy',
  'in-writing': 'in writing',
  absent: 'apologies',
  vacant: 'post vacant',
  'not-allocated': 'not allocated',
  observer: 'observing',
};

/** Whether somebody is part of the talk now: came, and has not left. */
export function isHere(line: Attendance | undefined): boolean {
  return (
    line !== undefined &&
    ['in-room', 'remote', 'deputy'].includes(line.way) &&
    line.joinedAt !== null &&
    line.leftAt === null
  );
}

/** The people who take part in the talk now, each once. */
export function peopleHere(state: DiscussionState): { personId: string; discipline: DisciplineCode }[] {
  return Object.values(state.attendance)
    .filter(isHere)
    .flatMap(({ personId, discipline }) => (personId ? [{ personId, discipline }] : []))
    .filter((line, at, all) => all.findIndex((other) => other.personId === line.personId) === at);
}
