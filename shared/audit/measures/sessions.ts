import { movedReason } from '../../session/state.js';
import type { AuditFacts } from '../facts.js';
import { type Figure, figureOf, numberOf, type Row } from '../figure.js';
import { byFamily, groupsOf, nobody } from '../groups.js';
import type { Question } from '../standing.js';

/**
 * 14. Session reliability: of the families on the list of a session as it went out, how many were discussed in it. Who
 * joined it later stands apart, discussed or not; who was moved out of it stays on the list that was sent.
 */
export function sessionReliability(facts: AuditFacts, span: Pick<Question, 'from' | 'asAt'>): Figure {
  const families = byFamily(facts);
  const past = facts.slots.filter((s) => s.on >= span.from && s.on <= span.asAt);
  const rows = past.map((slot): Row => {
    const outcome = slot.reason === movedReason ? movedReason : (slot.outcome ?? 'no-outcome');
    const gone = slot.outcome === 'postponed' || slot.outcome === 'cancelled';
    // Never on a list that was sent out, or taken off before it was: then it is no list that was or was not kept to.
    const unlisted =
      slot.publishedOn === null || (gone && slot.outcomeOn !== null && slot.outcomeOn < slot.publishedOn);
    const discussed = outcome === 'held' || outcome === 'inquorate';
    return {
      id: slot.slotId,
      familyId: slot.familyId,
      on: slot.on,
      lands: unlisted ? 'apart' : discussed ? 'met' : 'not-met',
      reason: unlisted ? 'not-on-the-list' : outcome,
      provisional: slot.unsigned ?? false,
      times: slot.times,
      groups: groupsOf(families.get(slot.familyId) ?? nobody, slot.on, slot),
    };
  });
  const count = (reason: string) =>
    numberOf(rows.filter((r) => r.lands === 'not-met' && r.reason === reason));
  const sessions = new Set(past.filter((s) => s.outcome === 'not-reached').map((s) => s.sessionId));
  return figureOf('session-reliability', rows, {
    notReached: count('not-reached'),
    moved: count(movedReason),
    postponed: count('postponed'),
    cancelled: count('cancelled'),
    noOutcome: count('no-outcome'),
    sessionsThatRanOut: sessions.size,
    inquorate: numberOf(rows.filter((r) => r.reason === 'inquorate')),
  });
}
