import type { ReactNode } from 'react';
import { useConnection } from '../../live/use-connection.js';
import { NextFamily } from '../agenda/NextFamily.js';
import { useDiscussion } from '../in-discussion.js';
import { useRoom } from '../in-room.js';
import { CallInNext } from './CallInNext.js';
import { SmallScale } from './SmallScale.js';
import { WhileOffline } from './WhileOffline.js';
import { WhoIsHere } from './WhoIsHere.js';

/** Beside the sheet: the people, who is called in next, the scores once revealed; and while offline what waits to be sent (`toSend`). */
export function SidePanel({ toSend }: { toSend: ReactNode }) {
  const { state } = useDiscussion();
  const { state: connection } = useConnection();
  const { view, session, families } = useRoom();
  if (connection === 'offline') {
    return (
      <>
        {toSend}
        <WhileOffline />
      </>
    );
  }
  return (
    <>
      {/* Where there is room for it, it stands under the agenda. */}
      {families.size < session.slots.length && (
        <div className="only-narrow">
          <NextFamily />
        </div>
      )}
      {state.scale.revealedAt && <SmallScale />}
      <WhoIsHere quorumIsShown={view.place?.step === 'check-in'} />
      <CallInNext />
    </>
  );
}
