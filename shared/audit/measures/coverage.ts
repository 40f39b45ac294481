import type { ClockEvent } from '../../cadence/events.js';
import { type Episode, episodes } from '../../cadence/timeline.js';
import { monthOf } from '../days.js';
import type { AuditFacts, FamilyFacts } from '../facts.js';
import { type Figure, figureOf, type Row } from '../figure.js';
import { childrenOn, groupsOf } from '../groups.js';
import { exemptIn } from '../spells.js';
import { type Held, isProvisional, knownEvents, type Question, withoutLapsed } from '../standing.js';
import { chairsOf } from './snapshot.js';

/**
 * 3. Monthly coverage: of the families in scope for the whole of a month (“2026-02”), how many were discussed in it. A
 * month that is not over is read up to the day asked about.
 */
export function coverageOf(
  facts: AuditFacts,
  month: string,
  question: Omit<Question, 'limit' | 'from'>,
): Figure {
  const { first, last } = monthOf(month);
  const until = last < question.asAt ? last : question.asAt;
  const chairs = chairsOf(facts);
  const rows = facts.families.flatMap((family): Row[] => {
    const events = knownEvents(family.events, question.known);
    const found = episodes(events, until);
    const episode = found.at(-1);
    // Not with any team on any day of the month.
    if (!episode || (episode.closed && episode.closed.on <= first)) return [];
    const { teamId } = episode.began;
    const standing = withoutLapsed(events, question.asAt, facts.calendarOf(teamId));
    const held = heldIn(standing, episode, first, until);
    const best = held.find((e) => !isProvisional(e, question.asAt)) ?? held.at(-1) ?? null;
    const apart = whyApart(family, episode, found.at(-2), first, until);
    const at = { teamId, chairId: chairs(best?.discussionId) };
    return [
      {
        id: family.familyId,
        familyId: family.familyId,
        on: best?.on ?? null,
        lands: apart ? 'apart' : best ? 'met' : 'not-met',
        reason: apart ?? (best ? 'discussed' : whyNot(events, episode, first, until)),
        provisional: !apart && best !== null && isProvisional(best, question.asAt),
        groups: groupsOf(family, until, at),
      },
    ];
  });
  return figureOf('monthly-coverage', rows);
}

/** What there can be instead of a discussion that counts, in the order in which it is told. */
export const insteadKinds = ['inquorate', 'not-counted', 'not-reached', 'postponed', 'cancelled'] as const;

function heldIn(events: readonly ClockEvent[], { began }: Episode, first: string, until: string): Held[] {
  const now = episodes(events, until).at(-1);
  const mine = now && now.began === began ? now.events : [];
  return mine.filter((e): e is Held => e.kind === 'held' && e.on >= first);
}

/** Why a family was not in scope for the whole of the month, if it was not. */
function whyApart(
  family: FamilyFacts,
  episode: Episode,
  before: Episode | undefined,
  first: string,
  until: string,
): string | null {
  if (episode.closed) return 'closed';
  if (episode.began.on > first) return before && !before.closed ? 'changed-team' : 'new';
  if (exemptIn(episode, first, until)) return 'exempt';
  const changes = family.children.flatMap((c) => [c.hereFrom, c.hereUntil]);
  const days = [first, ...changes.filter((d): d is string => d !== null && d > first && d <= until)];
  return days.some((day) => childrenOn(family, day).length === 0) ? 'no-child' : null;
}

/** What there was instead: a record that lapsed, a talk that did not count, a session that did not reach them, or nothing. */
function whyNot(events: readonly ClockEvent[], episode: Episode, first: string, until: string): string {
  if (heldIn(events, episode, first, until).length > 0) return 'unsigned';
  const happened = new Set(episode.events.filter((e) => e.on >= first).map((e) => e.kind));
  return insteadKinds.find((kind) => happened.has(kind)) ?? 'not-discussed';
}
