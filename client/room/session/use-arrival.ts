import { useEffect, useRef } from 'react';
import { attendanceKey } from '../../../shared/discussion/attendance.js';
import { discussionLog } from '../../../shared/discussion/log.js';
import type { AttendanceWay, DiscussionState } from '../../../shared/discussion/state.js';
import { type Actor, disciplinesHere, stands } from '../../../shared/people.js';
import type { UsedLog } from '../../live/use-log.js';
import { mayDoNow } from '../in-discussion.js';
import type { InRoom } from '../in-room.js';
import type { People } from '../people/people.js';

/**
 * Says in the attendance that one has joined a family that is being discussed: for whoever joins from elsewhere, for
 * guests, and for the chair, without a press. People in the room are put down by one press. Gives what leaving says.
 */
export function useArrival(log: UsedLog<DiscussionState>, people: People, room: InRoom): () => void {
  const { state, you } = log;
  const arrived = useRef('');
  const guest = room.session.guests.find((g) => g.personId === you.personId);
  const discipline = disciplinesHere(you)[0] ?? you.discipline;
  const own = state.attendance[attendanceKey(discipline, you.personId)];
  const way = wayOfArrival(you, state, room.remote.has(you.personId));
  const due = way !== null && state.status === 'live' && log.status === 'live' && !own?.joinedAt;
  useEffect(() => {
    if (!due || arrived.current === state.discussionId) return;
    arrived.current = state.discussionId;
    const payload = {
      discipline,
      personId: you.personId,
      way,
      ...(guest?.inPlaceOf && { inPlaceOf: guest.inPlaceOf }),
    };
    if (mayDoNow(discussionLog, state, you, 'attendance.set', payload) === null)
      void log.change('attendance.set', payload);
  }, [due, discipline, guest, log, state, way, you]);
  return () => {
    const here = own?.joinedAt && !own.leftAt && state.status === 'live';
    if (here && people.find(you.personId))
      void log.change('attendance.leave', { discipline, personId: you.personId });
  };
}

function wayOfArrival(you: Actor, state: DiscussionState, remote: boolean): AttendanceWay | null {
  if (stands(you, 'observer')) return 'observer';
  if (stands(you, 'deputy')) return 'deputy';
  if (remote) return stands(you, 'allocated', 'manager', 'chair', 'business-support') ? 'remote' : null;
  return state.chairId === you.personId ? 'in-room' : null;
}
