import { io, type Socket } from 'socket.io-client';
import type { ClientMessages, Joined, No, ServerMessages, Since, Verdicts } from '../../shared/live/wire.js';
import { pauseBefore } from './backoff.js';
import type { Hears, Line } from './line.js';

/** How long an answer may take, in milliseconds. Longer means the connection is not to be trusted. */
const patience = 10_000;

/**
 * The line over socket.io: one WebSocket for all logs. Its own reconnecting is off, so that the pause can be shown.
 * A browser hides why a WebSocket was refused, so `isSignedIn` asks the server over HTTP; it answers null when it
 * cannot be reached. `personId`: whose page this is. The cookie may be somebody else's by now (another window of a shared
 * computer), and then nothing of this page may go out under their name.
 */
export function socketLine(isSignedIn: () => Promise<boolean | null>, personId: string, url = ''): Line {
  const socket: Socket<ServerMessages, ClientMessages> = io(url, {
    transports: ['websocket'],
    autoConnect: false,
    reconnection: false,
    withCredentials: true,
    ackTimeout: patience,
    auth: { personId },
  });
  let hears: Hears | undefined;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;

  const connectNow = () => {
    clearTimeout(timer);
    if (wanted && !socket.connected) socket.connect();
  };
  const wait = (ms: number) => {
    clearTimeout(timer);
    hears?.down(Date.now() + ms);
    timer = setTimeout(connectNow, ms);
  };
  const lost = (leastMs = 0) => {
    if (!wanted) return;
    wait(Math.max(leastMs, pauseBefore(attempt, Math.random())));
    attempt += 1;
  };
  const endSignIn = () => {
    wanted = false;
    clearTimeout(timer);
    hears?.down(null);
    hears?.signedOut();
    socket.disconnect();
  };

  let closing: { waitMs: number } | undefined;
  socket.on('connect', () => {
    attempt = 0;
    closing = undefined;
    hears?.up();
  });
  socket.on('connect_error', () => {
    lost();
    void isSignedIn().then((yes) => {
      if (yes === false && wanted && !socket.connected) endSignIn();
    });
  });
  socket.on('disconnect', () => lost(closing?.waitMs ?? 0));
  socket.on('bye', (bye) => {
    hears?.bye(bye);
    if (bye.why === 'signed-out') return endSignIn();
    closing = bye;
  });
  socket.on('entries', (news) => hears?.entries(news));
  socket.on('presence', (here) => hears?.presence(here));
  socket.on('here', (here) => hears?.here(here));
  socket.on('you', (you) => hears?.you(you));
  socket.on('gone', (gone) => hears?.gone(gone));

  // An answer that does not come in time leaves the connection in doubt: it is closed, and everything is asked anew.
  const asked = async <T>(ask: () => Promise<T>): Promise<T> => {
    // Otherwise socket.io keeps the message and sends it later, behind our back and out of order.
    if (!socket.connected) throw new Error('not connected');
    try {
      return await ask();
    } catch (error) {
      if (socket.connected) socket.io.engine.close();
      throw error;
    }
  };
  const online = () => connectNow();

  return {
    start(listener) {
      hears = listener;
      wanted = true;
      window.addEventListener('online', online);
      connectNow();
    },
    stop() {
      wanted = false;
      hears = undefined;
      clearTimeout(timer);
      window.removeEventListener('online', online);
      socket.disconnect();
    },
    retryNow: connectNow,
    join: (message) => asked<Joined | No>(() => socket.emitWithAck('join', message)),
    leave: (message) => asked<{ ok: true }>(() => socket.emitWithAck('leave', message)),
    since: (message) => asked<Since | No>(() => socket.emitWithAck('since', message)),
    changes: (message) => asked<Verdicts | No>(() => socket.emitWithAck('changes', message)),
    presence: (message) => void (socket.connected && socket.volatile.emit('presence', message)),
  };
}
