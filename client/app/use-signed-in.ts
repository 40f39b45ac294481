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
  /** Ends the sign-in here, at the server and in every tab. `forget`: what is unsent on this device too. */
  leave(forget: boolean): Promise<void>;
}

interface Told {
  what: 'left' | 'kept';
}

// Fetched beside the first question to the server, not after its answer.
const liveEngine = import('./live-for.js');

/** Who is signed in in this tab, level with the server and with the other tabs. */
export function useSignedIn(): SignedIn {
  const [standing, setStanding] = useState<Standing>({ is: 'asking' });
  const [tries, setTries] = useState(0);
  const channel = useRef<BroadcastChannel | null>(null);
  // Words that wait in memory only, because this browser stores nothing or could not store these, outlive an ended sign-in in the engine itself.
  const resting = useRef<{ personId: string; live: Live } | null>(null);
  const standingNow = useRef(standing);
  useEffect(() => {
    standingNow.current = standing;
  }, [standing]);

  // The connection may hear of signing out before the answer to it arrives.
  const leaving = useRef(false);
  const goOut = useCallback((because: 'left' | 'ended') => {
    const { current } = standingNow;
    if (current.is !== 'in') return;
    const why = leaving.current ? 'left' : because;
    const { you, live } = current;
    const { waiting, safe, durable } = live.connection;
    if (why === 'ended' && waiting > (durable ? safe : 0)) resting.current = { personId: you.personId, live };
    else live.stop();
    setStanding({ is: 'out', why });
  }, []);

  const cameIn = useCallback(async (you: You) => {
    const rested = resting.current;
    resting.current = null;
    if (rested?.personId === you.personId) {
      rested.live.resume();
      setStanding({ is: 'in', you, live: rested.live });
      return;
    }
    rested?.live.stop();
    const { liveFor } = await liveEngine;
    const live = await liveFor(you, () => channel.current?.postMessage({ what: 'kept' } satisfies Told));
    live.start();
    setStanding({ is: 'in', you, live });
  }, []);

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
        const out = error instanceof ApiRefused && error.refusal.code === 'signed-out';
        setStanding(out ? { is: 'out', why: 'fresh' } : { is: 'unreachable' });
      }
    })();
    return () => {
      over = true;
    };
  }, [tries, cameIn]);

  useEffect(() => {
    const own = new BroadcastChannel('group-supervision');
    channel.current = own;
    own.onmessage = ({ data }: MessageEvent<Told>) => {
      const { current } = standingNow;
      if (data.what === 'left') {
        goOut('left');
        // The server may have told this tab first, without saying that it was on purpose.
        if (current.is === 'out') setStanding({ is: 'out', why: 'left' });
      }
      if (data.what === 'kept' && current.is === 'in') void current.live.reloadKept();
    };
    const stopListening = onSignedOut(() => goOut('ended'));
    return () => {
      stopListening();
      own.close();
    };
  }, [goOut]);

  // The connection hears of an ended sign-in before any question does.
  const live = standing.is === 'in' ? standing.live : null;
  useEffect(() => live?.subscribe(() => live.connection.signedOut && goOut('ended')), [live, goOut]);

  const leave = useCallback(
    async (forget: boolean) => {
      const { current } = standingNow;
      if (current.is === 'in' && forget) await current.live.forgetAll();
      leaving.current = true;
      try {
        await ask('POST', 'sign-out', {});
      } finally {
        leaving.current = false;
      }
      channel.current?.postMessage({ what: 'left' } satisfies Told);
      goOut('left');
    },
    [goOut],
  );
  const tryAgain = useCallback(() => {
    setStanding({ is: 'asking' });
    setTries((n) => n + 1);
  }, []);
  return { standing, tryAgain, cameIn: (you) => void cameIn(you), leave };
}
