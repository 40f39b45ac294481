import { attends } from '../discussion/attendance.js';
import { lacksEvidence } from '../discussion/review.js';
import type { Minutes, StepLine } from '../minutes/minutes.js';
import type { AllocationFacts, DisciplineFact, DiscussionFacts } from './facts.js';

/** What the minutes do not say of themselves. */
export interface TalkPlace {
  teamId: string | null;
  sessionId: string | null;
  chairId: string | null;
  /** Null while they are not signed. */
  signedOn: string | null;
  /** Who worked with the family on the day. */
  allocations: readonly AllocationFacts[];
}

/** A discussion as the audit counts it, from its minutes, signed or as they stand. */
export function talkOf(minutes: Minutes, place: TalkPlace): DiscussionFacts {
  const { discussionId, familyId, heldOn } = minutes;
  const { teamId, sessionId, chairId, signedOn } = place;
  const discussed = minutes.children.filter((c) => c.discussed);
  return {
    discussionId,
    familyId,
    teamId,
    sessionId,
    chairId,
    heldOn,
    counts: minutes.kind === 'supervision',
    signedOn,
    childIds: discussed.map((c) => c.childId),
    disciplines: disciplinesOf(minutes, place.allocations),
    voices: discussed
      .filter((c) => c.method !== null && c.method !== 'none')
      .map((c) => ({ childId: c.childId, gatheredOn: c.gatheredOn })),
    challenged: minutes.challenges.length > 0,
    considered: minutes.wrongAbout.trim() !== '',
    decision: minutes.decision.type,
    reviews: minutes.reviews
      .filter((r) => r.direction !== null)
      .map((r) => ({
        discipline: r.discipline,
        better: r.direction === 'better',
        evidenced: !lacksEvidence({ direction: 'better', evidence: r.evidence }),
      })),
  };
}

/** Each discipline that was allocated on the day, as its best line of attendance has it; without one it was absent. */
function disciplinesOf(minutes: Minutes, allocations: readonly AllocationFacts[]): DisciplineFact[] {
  const here = allocations.filter((a) => a.fromOn <= minutes.heldOn && (!a.toOn || minutes.heldOn <= a.toOn));
  const codes = [...new Set(here.map((a) => a.discipline))].sort();
  return codes.flatMap((discipline): DisciplineFact[] => {
    const personIds = [
      ...new Set(here.flatMap((a) => (a.discipline === discipline && a.personId ? [a.personId] : []))),
    ];
    const ways = minutes.attendance.filter((a) => a.discipline === discipline).map((a) => a.way);
    if (ways.length > 0 && ways.every((way) => way === 'not-allocated')) return [];
    const review = minutes.reviews.find((r) => r.discipline === discipline);
    const ready = review !== undefined && (review.text.trim() !== '' || review.nothingNew);
    return [{ discipline, way: bestOf(ways, personIds.length > 0), ready, personIds }];
  });
}

function bestOf(
  ways: readonly Minutes['attendance'][number]['way'][],
  inPost: boolean,
): DisciplineFact['way'] {
  if (ways.some(attends)) return 'there';
  if (ways.includes('in-writing')) return 'in-writing';
  if (ways.includes('vacant') || !inPost) return 'vacant';
  return 'absent';
}

/** The agreements a discussion made that a step is done by a day; and which earlier steps it let go, and why. */
export function agreementsOf(minutes: Minutes): {
  made: readonly Pick<StepLine, 'stepId' | 'owner' | 'dueOn' | 'carried'>[];
  dropped: readonly { stepId: string; because: string }[];
} {
  return {
    made: minutes.steps,
    dropped: minutes.lastSteps
      .filter((s) => s.status === 'no-longer-needed')
      .map((s) => ({ stepId: s.stepId, because: s.note })),
  };
}
