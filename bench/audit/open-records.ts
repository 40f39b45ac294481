import * as Y from 'yjs';
import type { Tx } from '../../server/core/transaction.js';
import type { Record as LogRecord } from '../../server/live/record.js';
import type { DiscussionOpen } from '../../shared/discussion/opening.js';
import type { DiscussionBegin } from '../../shared/discussion/running.js';
import { dateOf } from './days.js';
import type { Household } from './history.js';
import type { Talk } from './talks.js';
import type { Team } from './town.js';

const written = ((): string => {
  const document = new Y.Doc();
  document.getText('prose').insert(0, 'The plan goes on.');
  return Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64');
})();

/** A discussion that was held and waits for its signature. */
export interface OpenRecord {
  household: Household;
  talk: Talk;
  sessionId: string;
  team: Team;
}

/** Keeps one through the product's own log: what it counts as is only there. */
export async function keepOpenRecord(tx: Tx, record: LogRecord, open: OpenRecord): Promise<void> {
  const { household, talk, sessionId, team } = open;
  const { stay, children, workers } = household;
  const heldOn = dateOf(talk.heldOn);
  await tx.run(
    `INSERT INTO discussion (id, family_id, session_id, status, held_on, opened_at) VALUES ($1, $2, $3, 'held', $4, $5)`,
    [talk.discussionId, stay.familyId, sessionId, heldOn, `${heldOn}T09:00:00.000Z`],
  );
  const log = `discussion/${talk.discussionId}`;
  const does = (kind: string, payload: object): Promise<unknown> =>
    record.append(tx, log, kind, payload, null);
  const opened: DiscussionOpen = {
    ...{ discussionId: talk.discussionId, familyId: stay.familyId, familyName: 'A family', adults: [] },
    children: children.map(({ childId, firstName }) => ({
      ...{ childId, firstName, bornOn: null, expectedOn: null, plans: [] },
      discussed: talk.childIds.includes(childId),
    })),
    expected: workers.map(({ discipline, personId }) => ({
      ...{ discipline, personId, about: '', vacantSince: personId ? null : dateOf(stay.began) },
    })),
    ...{ afterId: null, lastHeldOn: null, lastProse: {}, lastSteps: [], challenges: [] },
    scaleLast: { group: null, scores: {} },
  };
  await does('discussion.open', opened);
  await does('discussion.plan', { sessionId });
  const begun: DiscussionBegin = { sessionId, chairId: team.managerId, inPlaceOf: null, penId: null, heldOn };
  await does('discussion.begin', begun);
  const comes = (discipline: string, personId: string): Promise<unknown> =>
    does('attendance.set', { discipline, personId, way: 'in-room' });
  await comes('management', team.managerId);
  // A talk that does not count is one to which the others did not come.
  if (talk.counts) {
    for (const [i, { discipline, personId }] of workers.entries())
      await comes(discipline, personId ?? team.workers.get(discipline)![i % 2]!);
  }
  // What a talk needs besides, to count: a word from social work, a decision and its reason.
  await does('review.set', { discipline: 'social-work', nothingNew: true });
  for (const field of ['decision', 'rationale']) await does('prose.edit', { field, update: written });
  await does('discussion.end', {});
}
