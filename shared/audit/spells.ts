import type { Episode } from '../cadence/timeline.js';
import { plusDays } from '../schedule/working-days.js';

/** Days in a row, both ends included; without an end it still lasts. */
export interface Spell {
  from: string;
  to: string | null;
}

/** When a family was exempt in an episode: each until its own day, or until another exemption or an end takes its place. */
export function exemptSpells({ events, closed }: Episode): Spell[] {
  const turns = events.filter((e) => e.kind === 'exempted' || e.kind === 'exemption-ended');
  return turns.flatMap((event, i) => {
    if (event.kind !== 'exempted') return [];
    const next = turns[i + 1]?.on ?? closed?.on ?? null;
    const ends = next && plusDays(next, -1);
    const to =
      ends && event.untilOn ? (ends < event.untilOn ? ends : event.untilOn) : (ends ?? event.untilOn);
    return to && to < event.on ? [] : [{ from: event.on, to }];
  });
}

/** Whether a family was exempt on any day from one to another, both included. */
export function exemptIn(episode: Episode, from: string, to: string): boolean {
  return exemptSpells(episode).some((spell) => spell.from <= to && (!spell.to || spell.to >= from));
}
