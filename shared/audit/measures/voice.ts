import { daysBetween } from '../../schedule/working-days.js';
import type { AuditFacts } from '../facts.js';
import { type Figure, figureOf, type Row } from '../figure.js';
import { byFamily, groupsOfDiscussion } from '../groups.js';
import type { Question } from '../standing.js';
import { heldIn } from './attendance.js';

/** 13. Voice recorded: of the children discussed, how many had their view gathered in the 31 days up to the discussion. */
export function voiceRecorded(facts: AuditFacts, span: Pick<Question, 'from' | 'asAt'>): Figure {
  const families = byFamily(facts);
  const rows = heldIn(facts, span).flatMap((d) => {
    const family = families.get(d.familyId);
    const groups = groupsOfDiscussion(family, d);
    return d.childIds.map((childId): Row => {
      const voice = d.voices.find((v) => v.childId === childId);
      const reason = voice ? ageOf(voice.gatheredOn, d.heldOn) : 'none';
      return {
        id: `${d.discussionId}/${childId}`,
        familyId: d.familyId,
        childId,
        discussionId: d.discussionId,
        on: voice?.gatheredOn ?? null,
        lands: reason === 'recent' ? 'met' : 'not-met',
        reason,
        provisional: reason === 'recent' && (d.signedOn === null || d.signedOn > span.asAt),
        // Of the child alone, where something is known of it.
        groups: family ? groupsOfDiscussion(family, { ...d, childIds: [childId] }) : groups,
      };
    });
  });
  const count = (reason: string) => rows.filter((r) => r.reason === reason).length;
  return figureOf('voice-recorded', rows, { older: count('older'), none: count('none') + count('undated') });
}

/** How many days before the discussion a voice may have been heard. */
const recentDays = 31;

function ageOf(gatheredOn: string | null, heldOn: string): string {
  if (gatheredOn === null) return 'undated';
  if (gatheredOn > heldOn) return 'after';
  return daysBetween(gatheredOn, heldOn) <= recentDays ? 'recent' : 'older';
}
