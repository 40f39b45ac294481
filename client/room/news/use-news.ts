import { useEffect, useEffectEvent, useRef } from 'react';
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

  const slotId = view.room?.slotId;
  const step = view.room?.step;
  const place = useRef({ slotId, step });
  const wentTo = useEffectEvent((to: string, code: string, from: string) => {
    const at = stepCodes.indexOf(code);
    const words = `Step ${at + 1}, ${agenda[at]?.title.toLowerCase()}`;
    const family = families.get(to)?.family.name ?? 'another family';
    say({ kind: 'place', words: to === from ? words : `Now ${family}. ${words}`, decision: true });
  });
  useEffect(() => {
    const old = place.current;
    place.current = { slotId, step };
    if (slotId && step && old.slotId && (old.slotId !== slotId || old.step !== step))
      wentTo(slotId, step, old.slotId);
  }, [slotId, step]);
}
