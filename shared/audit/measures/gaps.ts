import type { ClockEvent } from '../../cadence/events.js';
import { type Episode, episodes } from '../../cadence/timeline.js';
import { daysBetween } from '../../schedule/working-days.js';
import type { AuditFacts } from '../facts.js';
import type { Row } from '../figure.js';
import { groupsOf } from '../groups.js';
import { knownEvents, type Question, standingsOf } from '../standing.js';
import { chairsOf } from './snapshot.js';

/** A wait: from the last discussion that counts, or from coming to the team, to the next, or to the day asked about. */
export interface Gap {
  from: string;
  /** Null while it lasts. */
  to: string | null;
  days: number;
  /** Before the first discussion. */
  first: boolean;
  /** What came between: the newest of what was planned or held and did not count. */
  cause: { on: string; kind: ClockEvent['kind']; reason: string } | null;
}

export interface FamilyGaps extends Row {
  /** How long the family waits today. */
  open: Gap;
  /** The longest wait of the present episode, today’s among them. */
  longest: Gap;
}

/**
 * 5. Longest gap: every family in scope with its longest wait of the present episode, the longest first. Exempt families
 * are there and stand apart. Whether a record is signed makes no difference here: the family was discussed.
 */
export function gapsOf(facts: AuditFacts, question: Question): FamilyGaps[] {
  const chairs = chairsOf(facts);
  const rows = standingsOf(facts, question).map(({ family, clock, children, held, lands, reason }) => {
    const episode = episodes(knownEvents(family.events, question.known), question.asAt).at(-1)!;
    const open = openGap(episode, question.asAt);
    const longest = [...endedGaps(episode), open].reduce((a, b) => (b.days > a.days ? b : a));
    const at = { teamId: clock.teamId, chairId: chairs(held?.discussionId) };
    const row: FamilyGaps = {
      id: family.familyId,
      familyId: family.familyId,
      on: longest.from,
      days: longest.days,
      lands,
      reason,
      provisional: false,
      groups: groupsOf(family, question.asAt, at, children),
      open,
      longest,
    };
    return row;
  });
  return rows.sort((a, b) => b.longest.days - a.longest.days || (a.id < b.id ? -1 : 1));
}

/** The longest gap of the families in scope: exempt families are listed, and are not the answer. */
export function longestOf(
  gaps: readonly FamilyGaps[],
  which: 'open' | 'longest' = 'longest',
): FamilyGaps | null {
  const counted = gaps.filter((g) => g.reason !== 'exempt' && g.reason !== 'no-child');
  return counted.reduce<FamilyGaps | null>((a, b) => (a && a[which].days >= b[which].days ? a : b), null);
}

function endedGaps(episode: Episode): Gap[] {
  const held = episode.events.filter((e) => e.kind === 'held');
  return held.slice(1).map((end, i) => gap(episode, held[i]!.on, end.on, end.on, false));
}

function openGap(episode: Episode, asAt: string): Gap {
  const last = episode.events.findLast((e) => e.kind === 'held');
  return gap(episode, last?.on ?? episode.began.on, asAt, null, !last);
}

function gap({ events }: Episode, from: string, until: string, to: string | null, first: boolean): Gap {
  const between = events.filter((e) => e.on > from && e.on <= until);
  const newest = between.findLast(
    (e) => e.kind !== 'held' && e.kind !== 'exempted' && e.kind !== 'exemption-ended' && 'reason' in e,
  );
  const cause = newest && 'reason' in newest ? newest : null;
  return {
    from,
    to,
    days: daysBetween(from, until),
    first,
    cause: cause && { on: cause.on, kind: cause.kind, reason: cause.reason },
  };
}
