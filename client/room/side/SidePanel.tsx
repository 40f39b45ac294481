import type { ReactNode } from 'react';
import { useConnection } from '../../live/use-connection.js';
import { useDiscussion } from '../in-discussion.js';
import { useRoom } from '../in-room.js';
import { CallInNext } from './CallInNext.js';
import { NextFamily } from './NextFamily.js';
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
      {state.scale.revealedAt && <SmallScale />}
      <WhoIsHere quorumIsShown={view.place?.step === 'check-in'} />
      {families.size < session.slots.length && <NextFamily />}
      <CallInNext />
    </>
  );
}
