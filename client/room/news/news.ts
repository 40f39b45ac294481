import type { DiscussionState } from '../../../shared/discussion/state.js';
import { proseText } from '../../../shared/live/prose.js';
import { countOf, listed } from '../../ui/format.js';
import type { Announcement } from '../../ui/live-regions/batching.js';
import type { People } from '../people/people.js';
import { scoresSay } from '../steps/scale/scores.js';

/**
 * What happened in a discussion between two looks at it, as a listener hears it: never anybody's typing, never one's
 * own acts. `you` is the listener.
 */
export function newsBetween(
  before: DiscussionState,
  after: DiscussionState,
  people: People,
  you: string,
): Announcement[] {
  if (before.discussionId !== after.discussionId) return [];
  return [
    ...challenges(before, after, people, you),
    ...scores(before, after, people),
    ...decisions(before, after),
    ...steps(before, after, people, you),
    ...comings(before, after, people, you),
    ...signing(before, after, people),
  ];
}

function challenges(
  before: DiscussionState,
  after: DiscussionState,
  people: People,
  you: string,
): Announcement[] {
  const known = new Map(before.challenges.map((c) => [c.challengeId, c]));
  return after.challenges.flatMap((challenge): Announcement[] => {
    const old = known.get(challenge.challengeId);
    const said: Announcement[] = [];
    if (!old && challenge.raisedBy !== you)
      said.push({ kind: 'challenge', words: `Challenge from ${people.firstName(challenge.raisedBy)}` });
    const answer = challenge.answers.at(-1);
    if (old && answer && challenge.answers.length > old.answers.length && answer.by !== you) {
      said.push({ kind: 'answer', words: `${people.firstName(answer.by)} answered the challenge` });
    }
    if (old && !old.outcome && challenge.outcome && challenge.outcome.by !== you) {
      said.push({ kind: 'outcome', words: 'The challenge has an outcome', decision: true });
    }
    return said;
  });
}

function scores(before: DiscussionState, after: DiscussionState, people: People): Announcement[] {
  if (!before.scale.revealedAt && after.scale.revealedAt) {
    return [{ kind: 'reveal', words: `Scores revealed. ${scoresSay(after.scale, people)}`, decision: true }];
  }
  if (after.scale.revealedAt || after.scale.count <= before.scale.count) return [];
  return [{ kind: 'score', words: `${countOf(after.scale.count, 'person has', 'people have')} scored` }];
}

function decisions(before: DiscussionState, after: DiscussionState): Announcement[] {
  const begun =
    proseText(before.prose['decision']).trim() === '' && proseText(after.prose['decision']).trim() !== '';
  return begun ? [{ kind: 'decision', words: 'The decision is being written', decision: true }] : [];
}

function steps(before: DiscussionState, after: DiscussionState, people: People, you: string): Announcement[] {
  const said: Announcement[] = [];
  const known = new Set(before.steps.map((step) => step.stepId));
  const added = after.steps.filter((step) => !known.has(step.stepId) && step.by !== you);
  if (added.length > 0)
    said.push({ kind: 'steps', words: `${countOf(added.length, 'next step')} added`, decision: true });
  const yours = after.steps.filter(
    (step) =>
      step.ownerId === you &&
      step.by !== you &&
      before.steps.find((s) => s.stepId === step.stepId)?.ownerId !== you,
  );
  if (yours.length > 0) said.push({ kind: 'your-step', words: 'A next step is yours', decision: true });
  const yes = after.steps.filter(
    (step) =>
      step.accepted &&
      step.accepted.by !== you &&
      !before.steps.find((s) => s.stepId === step.stepId)?.accepted,
  );
  if (yes.length > 0)
    said.push({
      kind: 'yes',
      words: `${listed(yes.map((step) => people.firstName(step.ownerId)))} said yes`,
    });
  return said;
}

function comings(
  before: DiscussionState,
  after: DiscussionState,
  people: People,
  you: string,
): Announcement[] {
  const every = 30_000;
  return Object.entries(after.attendance).flatMap(([key, line]): Announcement[] => {
    const old = before.attendance[key];
    if (!line.personId || line.personId === you) return [];
    const name = people.firstName(line.personId);
    if (line.joinedAt && !old?.joinedAt) return [{ kind: `joined ${key}`, words: `${name} joined`, every }];
    if (line.leftAt && !old?.leftAt) return [{ kind: `left ${key}`, words: `${name} left`, every }];
    return [];
  });
}

function signing(before: DiscussionState, after: DiscussionState, people: People): Announcement[] {
  if (before.signed || !after.signed) return [];
  return [
    { kind: 'signed', words: `${people.firstName(after.signed.by)} signed the minutes`, decision: true },
  ];
}
