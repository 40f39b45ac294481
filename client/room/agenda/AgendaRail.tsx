import type { DiscussionState } from '../../../shared/discussion/state.js';
import { clockTime } from '../../ui/format.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { useRoom } from '../in-room.js';
import { useDay, useTeams } from '../session/facts.js';
import { FamilyRow } from './FamilyRow.js';
import { londonInstant } from './london.js';
import { StepList } from './StepList.js';
import './agenda-rail.css';

/** The families of the sitting in order, and the steps of the one in view. */
export function AgendaRail({ discussion }: { discussion: DiscussionState | null }) {
  const { session, families, etas, view } = useRoom();
  const all = session.slots.length;
  const partial = families.size < all;
  return (
    <>
      <div className="rail-heading">
        <h2>{partial ? 'Your part today' : `Agenda, ${all === 1 ? '1 family' : `${all} families`}`}</h2>
        {etas.minutesOver > 0 && <Tag tone="warn">{etas.minutesOver} min over</Tag>}
      </div>
      <ol className="rail-families">
        {session.slots.map((slot, at) => (
          <li key={slot.slotId}>
            <FamilyRow slot={slot} time={etas.slots[at]} />
            {discussion && view.place?.slotId === slot.slotId && (
              <StepList slotId={slot.slotId} discussion={discussion} />
            )}
          </li>
        ))}
      </ol>
      {partial && <FreeUntil />}
    </>
  );
}

/** "Then you’re free until Southgate, 11am": for somebody who is here for some families only. */
function FreeUntil() {
  const { sessionId, session, families, etas } = useRoom();
  const day = useDay(session.date);
  const teams = useTeams();
  const last = etas.slots.filter((slot) => families.has(slot.slotId)).at(-1);
  if (!last || session.status === 'closed') return null;
  const next = (day.data ?? [])
    .filter((line) => line.sessionId !== sessionId && line.status !== 'closed')
    .flatMap((line) =>
      line.yours.map((slot) => ({
        startsAt: slot.startsAt,
        at: londonInstant(session.date, slot.startsAt),
        teamId: line.teamId,
      })),
    )
    .filter((slot) => slot.at >= last.endsAt)
    .sort((a, b) => a.at - b.at)[0];
  const team = teams.data?.find((t) => t.teamId === next?.teamId)?.name;
  return (
    <p className="small muted rail-foot">
      {next ? (
        <>
          Then you’re free until{' '}
          <b>
            {team && `${team}, `}
            {clockTime(new Date(next.at))}
          </b>
        </>
      ) : (
        'Then you’re free.'
      )}
    </p>
  );
}
