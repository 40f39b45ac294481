import { useCallback, useEffect, useRef, useState } from 'react';
import type { You } from '../../shared/people/sign-in.js';
import { ApiRefused, ask, askAs, onSignedOut } from '../api.js';
import type { Live } from '../live/live.js';
import { OutboxStore } from '../live/outbox/store.js';

export type Standing =
  | { is: 'asking' }
  | { is: 'unreachable' }
  /** `ended`: it ran out or was ended elsewhere, and unsent words wait on this device. */
  | { is: 'out'; why: 'fresh' | 'left' | 'ended' }
  | { is: 'in'; you: You; live: Live };

export interface SignedIn {
  standing: Standing;
  tryAgain(): void;
  /** The server has taken the password, or an invitation. */
  cameIn(you: You): void;
  /** Ends the sign-in at the server, then here and in every tab. `forget`: what is unsent in this tab too. */
  leave(forget: boolean): Promise<void>;
}

/** What a tab tells the others. `in`: somebody has signed in there, and the cookie of all tabs is theirs. */
type Told = { what: 'left' | 'kept' } | { what: 'in'; personId: string };

// Fetched beside the first question to the server, not after its answer.
const liveEngine = import('./live-for.js');

/** Who is signed in in this tab, level with the server and with the other tabs. */
export function useSignedIn(): SignedIn {
  const [standing, show] = useState<Standing>({ is: 'asking' });
  const [tries, setTries] = useState(0);
  const channel = useRef<BroadcastChannel | null>(null);
  // Words that are in memory only (a form not handed in, what this browser could not store) outlive a sign-in that their
  // writer did not end here: in their own engine, for nobody but them.
  const resting = useRef(new Map<string, Live>());
  // Known at once, before it is drawn: one end of a sign-in is told by the line, by an answer and by another tab.
  const standingNow = useRef(standing);
  const stand = useCallback((now: Standing) => {
    standingNow.current = now;
    show(now);
  }, []);

  const tell = useCallback((told: Told) => channel.current?.postMessage(told), []);

  // The connection may hear of signing out before the answer to it arrives: then it is for `leave` to go out.
  const leaving = useRef(false);
  const goOut = useCallback(
    (why: 'left' | 'ended') => {
      const { current } = standingNow;
      if (current.is !== 'in' || leaving.current) return;
      stand({ is: 'out', why });
      putAway(current, resting.current);
    },
    [stand],
  );

  const cameIn = useCallback(
    async (you: You) => {
      const { current } = standingNow;
      if (current.is === 'in') {
        // An invitation, taken up in a tab in which somebody is signed in.
        stand({ is: 'asking' });
        putAway(current, resting.current);
      }
      tell({ what: 'in', personId: you.personId });
      const rested = resting.current.get(you.personId);
      resting.current.delete(you.personId);
      const live = rested ?? (await (await liveEngine).liveFor(you, () => tell({ what: 'kept' })));
      if (rested) live.resume();
      else live.start();
      stand({ is: 'in', you, live });
    },
    [stand, tell],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try asks again
  useEffect(() => {
    let over = false;
    void (async () => {
      try {
        askAs(await (await OutboxStore.open()).deviceId());
      } catch {
        // Without storage there is no device to name; the server then knows it by its cookie alone.
      }
      try {
        const you = await ask<You>('GET', 'you');
        if (!over) await cameIn(you);
      } catch (error) {
        if (over) return;
        stand(isSignedOut(error) ? { is: 'out', why: 'fresh' } : { is: 'unreachable' });
      }
    })();
    return () => {
      over = true;
    };
  }, [tries, cameIn, stand]);

  useEffect(() => {
    const own = new BroadcastChannel('group-supervision');
    channel.current = own;
    own.onmessage = ({ data }: MessageEvent<Told>) => {
      const { current } = standingNow;
      if (data.what === 'left') {
        goOut('left');
        // The server may have told this tab first, without saying that it was on purpose.
        if (current.is === 'out') stand({ is: 'out', why: 'left' });
      }
      if (data.what === 'kept' && current.is === 'in') void current.live.reloadKept();
      if (data.what === 'in' && current.is === 'in' && current.you.personId !== data.personId) goOut('ended');
    };
    const stopListening = onSignedOut(() => goOut('ended'));
    return () => {
      stopListening();
      own.close();
    };
  }, [goOut, stand]);

  // The connection hears of an ended sign-in before any question does.
  const live = standing.is === 'in' ? standing.live : null;
  useEffect(() => live?.subscribe(() => live.connection.signedOut && goOut('ended')), [live, goOut]);

  const leave = useCallback(
    async (forget: boolean) => {
      const { current } = standingNow;
      if (current.is !== 'in') return;
      const { live } = current;
      leaving.current = true;
      try {
        await ask('POST', 'sign-out', {});
      } catch (error) {
        leaving.current = false;
        if (live.connection.signedOut || isSignedOut(error)) goOut('ended');
        throw error;
      }
      // Not before the server has agreed: until then they are still signed in, with all their words. What this device
      // will not delete nobody else can read, and it goes after 72 hours.
      if (forget) await live.forgetAll().catch(() => undefined);
      leaving.current = false;
      tell({ what: 'left' });
      stand({ is: 'out', why: 'left' });
      live.stop();
    },
    [goOut, stand, tell],
  );

  // Words that are in memory only go with the window: whoever closes it is asked first.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      const { current } = standingNow;
      const lives = [...resting.current.values(), ...(current.is === 'in' ? [current.live] : [])];
      if (lives.some(holdsAlone)) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  const tryAgain = useCallback(() => {
    stand({ is: 'asking' });
    setTries((n) => n + 1);
  }, [stand]);
  return { standing, tryAgain, cameIn: (you) => void cameIn(you), leave };
}

function isSignedOut(error: unknown): boolean {
  return error instanceof ApiRefused && error.refusal.code === 'signed-out';
}

/** Whether something of this person is in this window only, and would go with it. */
function holdsAlone({ forms, connection }: Live): boolean {
  return forms.written > 0 || connection.alone;
}

/** The sign-in is over, and not by its person in this tab: what is nowhere else rests until they are back. */
function putAway({ you, live }: { you: You; live: Live }, resting: Map<string, Live>): void {
  live.sayLastWords();
  if (holdsAlone(live)) {
    live.rest();
    resting.set(you.personId, live);
  } else live.stop();
}
