import type { Change } from '../../../shared/live/change.js';
import { updateFrom } from '../../../shared/live/prose.js';
import type { Actor, Relation } from '../../../shared/people.js';
import type { DiscussionLogId, SessionLogId } from '../logs.js';
import type { SmallServer } from './small-server.js';

export const discussion: DiscussionLogId = 'discussion/3d1f0f6a-52aa-4f0c-9c57-0d0a6c1f7b11';
export const session: SessionLogId = 'session/9d2f0f6a-52aa-4f0c-9c57-0d0a6c1f7b22';

const idOf = (name: string) => `00000000-0000-4000-8000-${name.padEnd(12, '0').replace(/[^0-9a-f]/g, '1')}`;

function actor(name: string, discipline: Actor['discipline'], ...relations: Relation[]): Actor {
  return { personId: idOf(name), name, discipline, relations, confirmed: false };
}

export const adaeze = actor('adaeze', 'management', { as: 'manager' });
export const farah = actor('farah', 'mental-health', { as: 'allocated', discipline: 'mental-health' });
export const dean = actor('dean', 'recovery', { as: 'allocated', discipline: 'recovery' });
export const sandra = actor('sandra', 'business-support', { as: 'business-support' });

/** The family's discussion is open for preparation. */
export function opens(server: SmallServer): void {
  server.record(
    discussion,
    'discussion.open',
    {
      discussionId: discussion.slice(11),
      familyId: idOf('family'),
      familyName: 'Kaczmarek',
      children: [],
      adults: [],
      expected: [],
      afterId: null,
      lastHeldOn: null,
      lastProse: {},
      lastSteps: [],
      challenges: [],
      scaleLast: { group: null, scores: {} },
    },
    null,
  );
}

/** The minutes are signed. */
export function signs(server: SmallServer): void {
  const signed = {
    readSeq: 1,
    minutesId: idOf('minutes'),
    hash: 'ab'.repeat(32),
    counts: true,
    quorate: true,
  };
  server.record(discussion, 'minutes.sign', signed, adaeze.personId);
}

let writers = 1;

/** What somebody wrote in a field that was empty. */
export function writing(text: string, field = 'review/mental-health') {
  writers += 1;
  return { field, update: updateFrom(text, writers) };
}

let names = 0;

export function changeOf(kind: string, payload: unknown): Change {
  names += 1;
  return { id: `a-change-${String(names).padStart(12, '0')}`, kind, payload };
}
