import { attendanceKey, type QuorumPart, quorum } from './attendance.js';
import type { Attendance, DiscussionState } from './state.js';

/**
 * Who would be missing for a quorum if everybody comes who is expected and not away: the same rule as in the room, asked
 * before it. What somebody already said of their coming counts before the diary.
 */
export function likelyMissing(
  state: DiscussionState,
  chairId: string | null,
  isAway: (personId: string) => boolean,
): readonly QuorumPart[] {
  const attendance: Record<string, Attendance> = { ...state.attendance };
  const comes = (discipline: Attendance['discipline'], personId: string) => {
    const key = attendanceKey(discipline, personId);
    attendance[key] ??= {
      discipline,
      personId,
      way: isAway(personId) ? 'absent' : 'in-room',
      inPlaceOf: null,
      joinedAt: null,
      leftAt: null,
    };
  };
  for (const { discipline, personId } of state.expected) if (personId) comes(discipline, personId);
  if (chairId) comes('management', chairId);
  return quorum({ ...state, chairId, attendance }).missing;
}
