import { disciplineOf } from '../../../shared/disciplines.js';
import { type DiscussionState, type EvidenceKind, evidenceKinds } from '../../../shared/discussion/state.js';
import { proseText } from '../../../shared/live/prose.js';
import { saysNothingNew } from './new-words.js';

/** A child's words older than this many days are stale (practice 5.2). */
export const staleAfterDays = 31;

/** Evidence that shows somebody came, took part or said so, which is not yet a change that the children would notice. */
const thinEvidence: readonly EvidenceKind[] = ['self-report', 'attendance', 'group'];

/** One question that the room may want to ask, and the field or step it comes from. */
export interface Asking {
  key: string;
  words: string;
}

export interface AskingNames {
  firstName(personId: string | null): string;
  /** A local date in words: "5 March". */
  day(date: string): string;
}

/**
 * Questions that follow from what was written, by fixed rules and nothing else. `today` is a local date. In the order
 * in which they matter: the children first.
 */
export function worthAsking(state: DiscussionState, today: string, names: AskingNames): Asking[] {
  return [
    ...aboutVoices(state, today, names),
    ...aboutEvidence(state),
    ...aboutReviews(state, names),
    ...aboutSteps(state, names),
  ];
}

function aboutVoices(state: DiscussionState, today: string, names: AskingNames): Asking[] {
  return state.children.flatMap(({ childId, firstName }): Asking[] => {
    const now = state.now[childId];
    if (now?.notAskedBecause) return [];
    if (proseText(state.prose[`voice/${childId}`]).trim() === '') {
      return [
        { key: `voice/${childId}`, words: `Nothing yet in ${firstName}’s own words. Who will ask, and how?` },
      ];
    }
    if (!now?.gatheredOn || daysBetween(now.gatheredOn, today) <= staleAfterDays) return [];
    return [
      {
        key: `voice/${childId}`,
        words: `${firstName}’s words are from ${names.day(now.gatheredOn)}. What would ${firstName} say today?`,
      },
    ];
  });
}

function aboutEvidence(state: DiscussionState): Asking[] {
  return state.expected.flatMap(({ discipline }): Asking[] => {
    const review = state.reviews[discipline];
    if (review?.direction !== 'better') return [];
    const label = disciplineOf(discipline).label;
    if (review.evidence.length === 0) {
      return [
        {
          key: `evidence/${discipline}`,
          words: `${label} says “better”, and not yet what it rests on. How do we know?`,
        },
      ];
    }
    if (!review.evidence.every((kind) => thinEvidence.includes(kind))) return [];
    const rests = review.evidence.map((kind) => evidenceKinds[kind].toLowerCase()).join(' and ');
    return [
      {
        key: `evidence/${discipline}`,
        words: `${label}: “better” rests on ${rests}. What have the children noticed?`,
      },
    ];
  });
}

function aboutReviews(state: DiscussionState, names: AskingNames): Asking[] {
  return state.expected.flatMap(({ discipline, personId, vacantSince }): Asking[] => {
    const { label, reviews } = disciplineOf(discipline);
    if (!reviews) return [];
    if (!personId) {
      const since = vacantSince ? ` since ${names.day(vacantSince)}` : '';
      return [
        {
          key: `vacant/${discipline}`,
          words: `The ${label.toLowerCase()} post is vacant${since}. Who covers what it would bring?`,
        },
      ];
    }
    const text = proseText(state.prose[`review/${discipline}`]);
    const before = state.lastProse[`review/${discipline}`] ?? '';
    if (text.trim() === '' && !state.reviews[discipline]?.nothingNew) {
      return [
        {
          key: `silent/${discipline}`,
          words: `Nothing from ${names.firstName(personId)} yet (${label.toLowerCase()}). What have they seen?`,
        },
      ];
    }
    if (before.trim() === '' || text.trim() === '' || !saysNothingNew(before, text)) return [];
    return [
      {
        key: `same/${discipline}`,
        words: `${names.firstName(personId)}’s words are last month’s. Is nothing different, or is nobody looking?`,
      },
    ];
  });
}

function aboutSteps(state: DiscussionState, names: AskingNames): Asking[] {
  return state.lastSteps
    .filter((step) => step.carried >= 1 && step.status === 'open' && step.text !== '')
    .map((step) => ({
      key: `step/${step.stepId}`,
      words: `“${step.text}” has been carried ${step.carried === 1 ? 'once' : `${step.carried} times`}. What stands in ${names.firstName(step.ownerId)}’s way?`,
    }));
}

/** Whole days from one local date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
