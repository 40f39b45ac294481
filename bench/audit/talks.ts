import { openDay } from './days.js';
import type { Household } from './history.js';
import { type Extent, type Luck, luckOf } from './stays.js';

/** A place on the list of a session. */
export interface Slot {
  team: number;
  on: number;
  outcome: 'held' | 'inquorate' | 'not-reached' | 'postponed' | 'cancelled';
}

/** One discussion that was held, and all that chance decides of it. */
export interface Talk {
  discussionId: string;
  team: number;
  heldOn: number;
  counts: boolean;
  /** Null while its record waits for its signature today. */
  signedOn: number | null;
  /** The slots that it had, the last of them the one in which it was held. */
  slots: readonly Slot[];
  childIds: readonly string[];
  chance: Luck;
}

const cycle = 28;
// A Monday from which the weeks of all sessions are counted.
const firstMonday = 14_613;

/** The discussions of one stay, up to yesterday. */
export function talksOf({ stay, children }: Household, extent: Extent): Talk[] {
  const { began, until, transfer, exempt, place } = stay;
  const week = Math.floor(place / extent.teams) % 4;
  const end = Math.min(until ?? extent.today, extent.today) - 1;
  const talks: Talk[] = [];
  const first = Math.floor((began - firstMonday) / cycle);
  for (let nth = first; firstMonday + nth * cycle <= end; nth++) {
    const chance = luckOf(extent, 5, place, stay.nth, nth);
    const discussionId = chance.id();
    const missed = chance.percent(3);
    const late = chance.percent(6) ? chance.oneOf(['not-reached', 'postponed', 'cancelled'] as const) : null;
    const counts = !chance.percent(3);
    const waits = signedAfter(chance);
    const leftOut = chance.percent(5);
    // The day in the week is the team's own.
    const monday = firstMonday + nth * cycle + week * 7;
    const teamOn = (on: number): number => (transfer && on < transfer.on ? transfer.fromTeam : stay.team);
    const dayIn = (weeks: number): number => openDay(monday + weeks * 7 + (teamOn(monday) % 5));
    const on = dayIn(0);
    const heldOn = late ? dayIn(1) : on;
    const away = exempt && heldOn >= exempt.on && on <= exempt.until;
    const between = transfer && on <= transfer.on && transfer.on <= heldOn;
    if (missed || away || between || on < began + 3 || heldOn > end) continue;
    const team = teamOn(on);
    const here = children.filter((c) => c.leftOn === null || c.leftOn > heldOn).map((c) => c.childId);
    talks.push({
      discussionId,
      team,
      heldOn,
      counts: counts && here.length > 0,
      signedOn: heldOn + waits < extent.today ? heldOn + waits : null,
      slots: [
        ...(late ? [{ team, on, outcome: late }] : []),
        { team, on: heldOn, outcome: counts ? 'held' : 'inquorate' },
      ],
      childIds: leftOut && here.length > 1 ? here.slice(0, -1) : here,
      chance,
    });
  }
  return talks;
}

/** Most records are signed on the day, a few lie about for weeks. */
function signedAfter(chance: Luck): number {
  const dice = chance.below(100);
  if (dice < 60) return 0;
  if (dice < 85) return 1;
  if (dice < 92) return 2 + chance.below(3);
  return dice < 98 ? 5 + chance.below(6) : 12 + chance.below(40);
}
