import type { HomeSession } from '../../../../shared/home/home.js';
import type { SessionState } from '../../../../shared/session/state.js';
import { clockTime, inAbout, timeOfDay, weekdayShortDate } from '../../../ui/format.js';
import type { Block, Piece } from './day.js';

/** The sentence that leads the page, for people who look for a second between two visits. */
export interface Call {
  lead: string;
  /** "9:30am for Hartley / Osei / Brooks" */
  about: string;
  /** The family it is about, and the session to go to. */
  next: Block | null;
  session: HomeSession;
  /** That session is running. */
  open: boolean;
  /** Somebody waits for this person this moment. */
  neededNow: boolean;
}

/** When somebody is needed on a day, given what still stands of it. Null when nothing does. */
export function callOf(
  sessions: readonly HomeSession[],
  running: ReadonlyMap<string, SessionState>,
  blocks: readonly Block[],
  today: string,
  now: number,
): Call | null {
  const statusOf = (session: HomeSession) => running.get(session.sessionId)?.status ?? session.status;
  const next = blocks.find((block) => block.stands === 'now') ?? blocks[0] ?? null;
  const session =
    next?.session ?? sessions.find((one) => one.part !== 'called' && statusOf(one) !== 'closed');
  if (!session) return null;
  const open = statusOf(session) === 'open';
  const starts = timeOfDay(session.startsAt);
  const rest = { next, session, open, neededNow: false };
  if (session.date !== today) {
    const day = weekdayShortDate(session.date, today);
    const at = next ? clockTime(new Date(next.startsAt)) : starts;
    return { ...rest, lead: `${day}, ${at}`, about: next ? `${at} for ${next.slot.familyName}` : '' };
  }
  if (!next) return { ...rest, lead: open ? 'The session is open' : `Today, ${starts}`, about: '' };
  if (next.stands === 'now') {
    const leads = session.part === 'chair';
    return {
      ...rest,
      lead: leads ? 'The session is open' : 'You’re needed now',
      about: `The room is with ${next.slot.familyName}`,
      neededNow: !leads,
    };
  }
  const at = clockTime(new Date(next.startsAt));
  const about = `${open ? `About ${at}` : at} for ${next.slot.familyName}`;
  const minutes = Math.round((next.startsAt - now) / 60_000);
  if (minutes >= 90) return { ...rest, lead: `Today, ${open ? `about ${at}` : at}`, about };
  if (minutes >= 1 || open) {
    const lead = `You’re needed ${inAbout(new Date(next.startsAt), new Date(now))}`;
    return { ...rest, lead, about, neededNow: minutes < 1 && session.part === 'called' };
  }
  return { ...rest, lead: session.part === 'chair' ? `Today, ${at}` : 'Not open yet', about };
}

/** "free, 30 min", "free until 2pm", "you can leave": what stands under the parts of the line that are one's own. */
export function pieceSays(piece: Exclude<Piece, { kind: 'family' }>): string {
  if (piece.kind === 'leave') return 'you can leave';
  if (piece.minutes < 90) return `free, ${piece.minutes} min`;
  return `free until ${clockTime(new Date(piece.startsAt + piece.minutes * 60_000))}`;
}
