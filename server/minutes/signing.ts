import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MinutesSign } from '../../shared/discussion/signing.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import type { StepLast } from '../../shared/discussion/steps.js';
import type { Entry } from '../../shared/live/change.js';
import { carryForward } from '../../shared/minutes/carry-forward.js';
import { composeMinutes } from '../../shared/minutes/compose.js';
import { minutesForChild } from '../../shared/minutes/for-child.js';
import type { Minutes } from '../../shared/minutes/minutes.js';
import { minutesText } from '../../shared/minutes/text.js';
import { sha256 } from '../core/secrets.js';
import type { Tx } from '../core/transaction.js';
import { Consequences, type Recording } from '../live/consequences.js';
import { Drafts } from '../live/drafts.js';
import { NextDiscussion } from '../live/next-discussion.js';
import { Filing } from './filing.js';

/**
 * Signing: in the one transaction of the change itself the minutes are filed to the family and to each child discussed,
 * the audit gets its line, deliveries are put down, what is open goes into the next discussion, and the slot ends.
 */
@Injectable()
export class Signing {
  constructor(
    consequences: Consequences,
    private readonly filing: Filing,
    private readonly next: NextDiscussion,
    private readonly drafts: Drafts,
  ) {
    consequences.of('minutes.sign', (r) => this.sign(r));
    consequences.of('addendum.add', (r) => this.addendum(r));
    consequences.of('step.last', (r) => this.stepBecame(r));
  }

  private async sign(r: Recording): Promise<Entry> {
    const { tx, actor } = r;
    const state = r.log.state as DiscussionState;
    const minutes = composeMinutes(state, await namesIn(tx));
    const text = minutesText(minutes);
    const facts = { minutesId: randomUUID(), hash: sha256(text) };
    const counts = minutes.kind === 'supervision';
    const { readSeq } = r.payload as MinutesSign;
    const payload: MinutesSign = { readSeq, ...facts, counts, quorate: minutes.quorate };
    const entry = r.add(payload);

    const filed = { ...facts, text, minutes, state, signedBy: actor.personId, signedAt: entry.at };
    await this.filing.minutes(tx, filed);
    await this.filing.children(tx, filed, childMinutes(minutes));
    await this.filing.steps(tx, state);
    await this.filing.challenges(tx, state);
    await this.filing.supervision(tx, filed);
    await tx.run(
      `UPDATE discussion SET status = 'signed', signed_at = $2, counts = $3, held_on = COALESCE(held_on, $4) WHERE id = $1`,
      [state.discussionId, entry.at, counts ? 1 : 0, state.heldOn],
    );
    await this.endSlot(r, state, minutes, entry.at);
    await this.next.carry(tx, state, carryForward(state), actor.personId);
    return entry;
  }

  /** The slot in which it was held keeps what became of it, also when the session has long been closed. */
  private async endSlot(
    r: Recording,
    { discussionId, sessionId }: DiscussionState,
    minutes: Minutes,
    at: string,
  ): Promise<void> {
    if (!sessionId) return;
    const [slot] = await r.tx.query<{ id: string }>(
      'SELECT id FROM slot WHERE discussion_id = $1 AND session_id = $2 AND outcome IS NULL',
      [discussionId, sessionId],
    );
    if (!slot) return;
    const outcome = minutes.quorate || minutes.override ? 'held' : 'inquorate';
    await r.tx.run('UPDATE slot SET outcome = $2, outcome_at = $3, outcome_by = $4 WHERE id = $1', [
      slot.id,
      outcome,
      at,
      r.actor.personId,
    ]);
    const payload = { slotId: slot.id, outcome };
    await this.drafts.append(r.tx, `session/${sessionId}`, 'slot.end', payload, r.actor.personId);
  }

  private async stepBecame(r: Recording): Promise<Entry> {
    const entry = r.add(r.payload);
    const { stepId } = r.payload as StepLast;
    const { familyId, lastSteps } = r.log.state as DiscussionState;
    for (const last of lastSteps) if (last.stepId === stepId) await this.filing.became(r.tx, familyId, last);
    return entry;
  }

  private async addendum(r: Recording): Promise<Entry> {
    const { addendumId, text } = r.payload as { addendumId: string; text: string };
    const { signed } = r.log.state as DiscussionState;
    const entry = r.add(r.payload);
    await r.tx.run('INSERT INTO addendum (id, minutes_id, by_id, text, at) VALUES ($1, $2, $3, $4, $5)', [
      addendumId,
      signed?.minutesId,
      r.actor.personId,
      text,
      entry.at,
    ]);
    return entry;
  }
}

function childMinutes(minutes: Minutes): { childId: string; text: string }[] {
  return minutes.children.flatMap(({ childId }) => {
    const own = minutesForChild(minutes, childId);
    return own ? [{ childId, text: minutesText(own) }] : [];
  });
}

/** Names as they are today: the minutes keep them. */
async function namesIn(tx: Tx): Promise<(personId: string | null) => string> {
  const people = await tx.query<{ id: string; name: string }>('SELECT id, name FROM person');
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (personId) => (personId === null ? 'the product' : (names.get(personId) ?? 'somebody unknown'));
}
