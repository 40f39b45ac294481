import { useEffect, useRef } from 'react';
import { agenda, stepCodes } from '../../../shared/agenda.js';
import { useAnnouncer } from '../../ui/live-regions/LiveRegions.js';
import type { InDiscussion } from '../in-discussion.js';
import type { InRoom } from '../in-room.js';
import { newsBetween } from './news.js';

/** Tells a listener what others did, and where the room went; the words are gathered by the live regions. */
export function useNews({ log, state, you, people }: InDiscussion, { view, families }: InRoom): void {
  const { say } = useAnnouncer();
  const before = useRef(state);
  useEffect(() => {
    const old = before.current;
    before.current = state;
    // What one catches up on at arrival is on the screen to be read, and would be a flood to hear.
    if (old.status === 'empty' || log.status !== 'live') return;
    for (const message of newsBetween(old, state, people, you.personId)) say(message);
  }, [state, log.status, people, you.personId, say]);

  const room = view.room;
  const place = useRef(room);
  useEffect(() => {
    const old = place.current;
    place.current = room;
    if (!room || !old || (old.slotId === room.slotId && old.step === room.step)) return;
    const step = agenda[stepCodes.indexOf(room.step)];
    const words = `Step ${stepCodes.indexOf(room.step) + 1}, ${step?.title.toLowerCase()}`;
    const family = families.get(room.slotId)?.family.name;
    say({
      kind: 'place',
      words: old.slotId === room.slotId ? words : `Now ${family ?? 'another family'}. ${words}`,
      decision: true,
    });
  }, [room, families, say]);
}
