import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DiscussionState, LastStep } from '../../shared/discussion/state.js';
import type { Minutes } from '../../shared/minutes/minutes.js';
import { sha256 } from '../core/secrets.js';
import type { Tx } from '../core/transaction.js';

/** Minutes as they are filed. */
export interface Filed {
  minutesId: string;
  hash: string;
  text: string;
  minutes: Minutes;
  state: DiscussionState;
  signedBy: string;
  /** ISO instant. */
  signedAt: string;
}

/** Where each child's part is sent: for now the authority's case system. One row for each child and place. */
const destinations = ['case-system'] as const;

/** Writes what signing leaves behind. Minutes are inserted and never updated. */
@Injectable()
export class Filing {
  minutes(tx: Tx, { minutesId, hash, text, minutes, state, signedBy, signedAt }: Filed): Promise<void> {
    return tx.run(
      `INSERT INTO minutes (id, discussion_id, family_id, kind, held_on, text, record, hash, signed_by, signed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        minutesId,
        state.discussionId,
        state.familyId,
        minutes.kind,
        minutes.heldOn,
        text,
        JSON.stringify(minutes),
        hash,
        signedBy,
        signedAt,
      ],
    );
  }

  async children(
    tx: Tx,
    { minutesId, signedAt }: Filed,
    children: readonly { childId: string; text: string }[],
  ): Promise<void> {
    for (const { childId, text } of children) {
      await tx.run(
        'INSERT INTO child_minutes (id, minutes_id, child_id, text, hash) VALUES ($1, $2, $3, $4, $5)',
        [randomUUID(), minutesId, childId, text, sha256(text)],
      );
      for (const destination of destinations)
        await tx.run(
          `INSERT INTO delivery (id, minutes_id, child_id, destination, status, attempts, at)
           VALUES ($1, $2, $3, $4, 'waiting', 0, $5)`,
          [randomUUID(), minutesId, childId, destination, signedAt],
        );
    }
  }

  /** What became of a step agreed last time: known from the moment it is said, so that nobody is asked for it again. */
  async became(tx: Tx, familyId: string, { stepId, status, doneOn }: LastStep): Promise<void> {
    const sql = 'UPDATE next_step SET status = $3, done_on = $4 WHERE id = $1 AND family_id = $2';
    await tx.run(sql, [stepId, familyId, status, doneOn]);
  }

  /**
   * Steps keep their id when they are carried, so a carried step is one row with its newest words and date. A device
   * made that id: one that belongs to another family's step changes nothing there.
   */
  async steps(tx: Tx, { familyId, discussionId, steps, lastSteps }: DiscussionState): Promise<void> {
    for (const last of lastSteps) if (last.status !== 'open') await this.became(tx, familyId, last);
    for (const step of steps)
      await tx.run(
        `INSERT INTO next_step (id, family_id, discussion_id, text, owner_id, with_whom, due_on, evidence, protected,
           audience, status, carried, done_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', $11, NULL)
         ON CONFLICT (id) DO UPDATE SET discussion_id = excluded.discussion_id, text = excluded.text,
           owner_id = excluded.owner_id, with_whom = excluded.with_whom, due_on = excluded.due_on,
           evidence = excluded.evidence, protected = excluded.protected, audience = excluded.audience,
           status = excluded.status, carried = excluded.carried, done_on = NULL
         WHERE next_step.family_id = excluded.family_id`,
        [
          step.stepId,
          familyId,
          discussionId,
          step.text,
          step.ownerId,
          step.withWhom,
          step.dueOn,
          step.evidence,
          step.protected ? 1 : 0,
          JSON.stringify(step.audience),
          step.carried,
        ],
      );
  }

  /** Where a challenge was raised, and when it was first escalated, stays with it when it is carried and answered. */
  async challenges(tx: Tx, { familyId, discussionId, challenges }: DiscussionState): Promise<void> {
    for (const { challengeId, raisedBy, about, text, at, outcome } of challenges)
      await tx.run(
        `INSERT INTO challenge (id, family_id, discussion_id, raised_by, about, text, outcome, reason, person_id, by_on,
           raised_at, settled_at, raised_in, escalated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $3, $13)
         ON CONFLICT (id) DO UPDATE SET discussion_id = excluded.discussion_id, outcome = excluded.outcome,
           reason = excluded.reason, person_id = excluded.person_id, by_on = excluded.by_on,
           settled_at = excluded.settled_at,
           escalated_at = COALESCE(challenge.escalated_at, excluded.escalated_at)
         WHERE challenge.family_id = excluded.family_id`,
        [
          challengeId,
          familyId,
          discussionId,
          raisedBy,
          about,
          text,
          outcome?.outcome,
          outcome?.reason,
          outcome?.personId,
          outcome?.byOn,
          at,
          outcome?.at,
          outcome?.outcome === 'escalated' ? outcome.at : null,
        ],
      );
  }

  /** The audit's line. A talk that does not count has one too, so that it is seen not to count. */
  supervision(tx: Tx, { minutes, state, signedAt }: Filed): Promise<void> {
    const scores = minutes.scale.scores.map((one) => one.score);
    return tx.run(
      `INSERT INTO supervision (id, family_id, discussion_id, held_on, kind, counts, quorate, override_reason, chair_id,
         chair_name, children, group_score, lowest, highest, signed_at, source, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'signed', $15)`,
      [
        randomUUID(),
        state.familyId,
        state.discussionId,
        minutes.heldOn,
        minutes.kind,
        minutes.kind === 'supervision' ? 1 : 0,
        minutes.quorate ? 1 : 0,
        minutes.override?.reason,
        state.chairId,
        minutes.chair?.name,
        JSON.stringify(minutes.children.filter((c) => c.discussed).map((c) => c.childId)),
        minutes.scale.group,
        scores.length ? Math.min(...scores) : null,
        scores.length ? Math.max(...scores) : null,
        signedAt,
      ],
    );
  }
}
