import { useContext, useMemo } from 'react';
import { agenda } from '../../shared/agenda.js';
import type { Around } from '../live/around.js';
import { useLog } from '../live/use-log.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { RoomFrame } from '../ui/frames/RoomFrame.js';
import { Failed, Fetching } from '../ui/surfaces/Waiting.js';
import { AgendaRail } from './agenda/AgendaRail.js';
import { minutesUsed } from './agenda/etas.js';
import { ChairBar, stepNumber } from './bar/ChairBar.js';
import { SlimBar } from './bar/SlimBar.js';
import { DialogsContext } from './dialogs/dialogs.js';
import { useLateForms } from './fields/use-kept.js';
import { DiscussionContext, type InDiscussion } from './in-discussion.js';
import { type FamilySlot, useMayInRoom, useRoom } from './in-room.js';
import { useRoomKeys } from './keys/use-room-keys.js';
import { useNews } from './news/use-news.js';
import { peopleOf } from './people/people.js';
import { useDiscussionFacts } from './session/facts.js';
import { useArrival } from './session/use-arrival.js';
import { FamilySheet } from './sheet/FamilySheet.js';
import { SidePanel } from './side/SidePanel.js';
import { SignBar } from './sign/SignBar.js';
import { SignPanel } from './sign/SignPanel.js';
import { HereMarks } from './top/HereMarks.js';
import { Leave, Place } from './top/Top.js';
import { WaysContext } from './ways.js';
import { useWriting, WritingContext } from './writing.js';

/** The room with one family in view: its discussion joined, its sheet, its side, its bar. */
export function FamilyRoom({ slot, around }: { slot: FamilySlot; around: Around }) {
  const room = useRoom();
  const { session, view, leads, now, today } = room;
  const dialogs = useContext(DialogsContext);
  const logId = `discussion/${slot.discussionId}` as const;
  const log = useLog(logId);
  const facts = useDiscussionFacts(slot.discussionId);
  const writing = useWriting();
  const people = useMemo(
    () => peopleOf(merged(facts.data?.people ?? [], room.people.all)),
    [facts.data, room.people],
  );
  const mayPassPen = useMayInRoom('pen.pass', { personId: 'somebody' }) === null && session.status === 'open';
  const mayEnd =
    useMayInRoom('slot.end', { slotId: slot.slotId, outcome: 'postponed', reason: 'emergency' }) === null;
  const step = agenda.find((s) => s.code === view.place?.step);
  const leave = useArrival(log, people, room);
  // Never the family's name: a browser keeps titles in its history, on shared computers too.
  usePageTitle([step?.title ?? '']);

  const discussion = useMemo<InDiscussion>(
    () => ({ logId, log, state: log.state, you: log.you, people, today }),
    [logId, log, people, today],
  );
  useLateForms(logId, log.state.status === 'signed');
  useNews(discussion, room);
  useRoomKeys(discussion, writing);

  const slotNow = session.slots.find((s) => s.slotId === slot.slotId);
  const fetching = log.state.status === 'empty';
  const reading = step?.panel === 'read-back';
  const wide = step?.panel === 'scale' && log.state.scale.revealedAt !== null;
  const ways = {
    endFamily: mayEnd && !slotNow?.endedAt ? () => dialogs.open('end-family') : undefined,
    passPen: mayPassPen ? () => dialogs.open('pen') : undefined,
    goToStep: (code: string) => room.goTo({ slotId: slot.slotId, step: code }),
  };
  return (
    <DiscussionContext value={discussion}>
      <WritingContext value={writing}>
        <WaysContext value={ways}>
          <RoomFrame
            skip={reading ? 'Skip to the minutes' : 'Skip to the discussion'}
            place={<Place />}
            topRight={
              <>
                {reading && <HereMarks />}
                {around.connection}
                <Leave onLeave={leave} />
              </>
            }
            strip={around.strip}
            rail={reading ? undefined : <AgendaRail discussion={fetching ? null : log.state} />}
            railSummary={
              <>
                <b>
                  Step {stepNumber(step?.code ?? '')} of {agenda.length}
                </b>{' '}
                <span className="muted">
                  {step?.title}
                  {slotNow && `, ${minutesUsed(slotNow, now)} of ${slotNow.minutes} min`}
                </span>
              </>
            }
            side={
              fetching || wide ? undefined : reading ? <SignPanel /> : <SidePanel toSend={around.toSend} />
            }
            sideLabel={reading ? 'Signing' : 'In the room'}
            sideWidth={reading ? 'reading' : 'narrow'}
            bar={
              fetching ? undefined : reading ? (
                <SignBar around={around} />
              ) : leads ? (
                <ChairBar />
              ) : (
                <SlimBar />
              )
            }
            barLabel={reading ? 'Signing' : leads ? 'Chair controls' : 'Your controls'}
          >
            {log.status === 'gone' ? (
              <Failed fact="This family is not yours to see any more.">
                Words of yours that were not sent are kept on this device.
              </Failed>
            ) : fetching ? (
              <Fetching>Fetching {slot.family.name}</Fetching>
            ) : (
              <FamilySheet />
            )}
          </RoomFrame>
        </WaysContext>
      </WritingContext>
    </DiscussionContext>
  );
}

/** Those of the discussion first, then every other colleague once. */
function merged<P extends { personId: string }>(first: readonly P[], rest: readonly P[]): P[] {
  const known = new Set(first.map((person) => person.personId));
  return [...first, ...rest.filter((person) => !known.has(person.personId))];
}
