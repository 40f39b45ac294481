import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { sessionLog } from '../../shared/session/log.js';
import type { Around } from '../live/around.js';
import { useLog } from '../live/use-log.js';
import { localDate } from '../ui/format.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { RoomFrame } from '../ui/frames/RoomFrame.js';
import { Fetching } from '../ui/surfaces/Waiting.js';
import { AgendaRail } from './agenda/AgendaRail.js';
import { etas } from './agenda/etas.js';
import { type DialogName, DialogsContext } from './dialogs/dialogs.js';
import { RoomDialogs } from './dialogs/RoomDialogs.js';
import { FamilyRoom } from './FamilyRoom.js';
import { mayDo } from './in-discussion.js';
import { type FamilySlot, type InRoom, RoomContext } from './in-room.js';
import { NotYourRoom } from './NotYourRoom.js';
import { peopleOf } from './people/people.js';
import { useDirectory, useSessionFacts } from './session/facts.js';
import { GateBar, SessionGate } from './session/SessionGate.js';
import { useMoved } from './session/use-moved.js';
import { useView } from './session/use-view.js';
import { Leave, Place } from './top/Top.js';
import { useNow } from './use-now.js';
import './room.css';

const noFamilies: readonly FamilySlot[] = [];

/** The live room of one session, at /sessions/:sessionId. */
export function RoomPage({ around }: { around: Around }) {
  const { sessionId = '' } = useParams();
  const log = useLog(`session/${sessionId}`);
  const session = log.state;
  const facts = useSessionFacts(sessionId, session.slots.map((slot) => slot.slotId).join());
  const directory = useDirectory();
  const now = useNow(10_000, session.at?.stepSince ?? session.openedAt);
  const [shown, setShown] = useState<DialogName | null>(null);
  usePageTitle(['Session']);

  const yours = facts.data?.slots.filter((slot): slot is FamilySlot => slot.yours) ?? noFamilies;
  const families = useMemo(() => new Map(yours.map((slot) => [slot.slotId, slot])), [yours]);
  const people = useMemo(() => peopleOf(directory.data ?? []), [directory.data]);
  const managers = useMemo(
    () => new Set((directory.data ?? []).filter((p) => p.manager && !p.ended).map((p) => p.personId)),
    [directory.data],
  );
  const remote = useMemo(
    () => new Set((directory.data ?? []).filter((p) => p.remote).map((p) => p.personId)),
    [directory.data],
  );
  const view = useView(session, (slotId) => families.has(slotId));
  const moved = useMoved(log, view);
  const dialogs = useMemo(() => ({ shown, open: setShown, close: () => setShown(null) }), [shown]);
  const times = useMemo(() => etas(session, now), [session, now]);

  const broken = log.status === 'gone' || facts.isError;
  if (broken) return <NotYourRoom error={facts.error} again={() => void facts.refetch()} />;
  if (!facts.data || session.date === '') {
    return (
      <RoomFrame skip="Skip to the session" place="" topRight={around.connection} strip={around.strip}>
        <h1 className="visually-hidden">Session</h1>
        <Fetching>Opening the session</Fetching>
      </RoomFrame>
    );
  }

  const leads = mayDo(sessionLog, session, log.you, 'session.goTo', {}) === null && session.status === 'open';
  const room: InRoom = {
    sessionId,
    councilName: around.you.councilName,
    log,
    session,
    families,
    people,
    managers,
    remote,
    etas: times,
    now,
    today: localDate(new Date(now)),
    view,
    leads,
    moved,
    goTo: (place) => (leads ? moved.goTo(place) : view.look(place)),
  };
  const inView = view.place ? families.get(view.place.slotId) : undefined;
  return (
    <RoomContext value={room}>
      <DialogsContext value={dialogs}>
        {inView ? (
          <FamilyRoom slot={inView} around={around} />
        ) : (
          <RoomFrame
            skip="Skip to the session"
            place={<Place />}
            topRight={
              <>
                {around.connection}
                <Leave />
              </>
            }
            strip={around.strip}
            rail={<AgendaRail discussion={null} />}
            railSummary="Agenda"
            bar={<GateBar />}
          >
            {/* With no family in view there is none to be the page's heading. */}
            <h1 className="visually-hidden">{facts.data.title || 'Session'}</h1>
            <SessionGate />
          </RoomFrame>
        )}
        <RoomDialogs />
      </DialogsContext>
    </RoomContext>
  );
}
