import type { DiscussionFacts } from '../../../shared/audit/facts.js';
import { agreementsOf } from '../../../shared/audit/talk.js';
import type { Minutes } from '../../../shared/minutes/minutes.js';
import type { Tx } from '../../core/transaction.js';

/** A discussion to be taken in. `seq`: how much of its log this is, or null for signed minutes. */
export interface Taken {
  talk: DiscussionFacts;
  minutes: Minutes;
  seq: number | null;
}

/** Writes one discussion's rows in place of those it had while its record was open. Signed ones never give way to open ones. */
export async function keepTalk(tx: Tx, { talk, minutes, seq }: Taken): Promise<void> {
  const kept = await tx.query(
    `INSERT INTO audit_talk (discussion_id, family_id, team_id, session_id, chair_id, held_on, counts, signed_on, seq,
       child_ids, voices, challenged, considered, decision, reviews, quorum_override)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (discussion_id) DO UPDATE SET team_id = excluded.team_id, session_id = excluded.session_id,
       chair_id = excluded.chair_id, held_on = excluded.held_on, counts = excluded.counts,
       signed_on = excluded.signed_on, seq = excluded.seq, child_ids = excluded.child_ids, voices = excluded.voices,
       challenged = excluded.challenged, considered = excluded.considered, decision = excluded.decision,
       reviews = excluded.reviews, quorum_override = excluded.quorum_override
     WHERE audit_talk.seq IS NOT NULL RETURNING discussion_id`,
    [
      talk.discussionId,
      talk.familyId,
      talk.teamId,
      talk.sessionId,
      talk.chairId,
      talk.heldOn,
      talk.counts ? 1 : 0,
      talk.signedOn,
      seq,
      JSON.stringify(talk.childIds),
      JSON.stringify(talk.voices),
      talk.challenged ? 1 : 0,
      talk.considered ? 1 : 0,
      talk.decision,
      JSON.stringify(talk.reviews),
      minutes.override?.reason ?? null,
    ],
  );
  if (kept.length === 0) return;
  await tx.run('DELETE FROM audit_line WHERE discussion_id = $1', [talk.discussionId]);
  for (const { discipline, way, ready, personIds } of talk.disciplines)
    await tx.run(
      `INSERT INTO audit_line (discussion_id, discipline, team_id, held_on, way, ready, person_ids)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        talk.discussionId,
        discipline,
        talk.teamId,
        talk.heldOn,
        way,
        ready ? 1 : 0,
        JSON.stringify(personIds),
      ],
    );
  // An agreement stands once it is signed.
  if (seq === null) await keepAgreements(tx, talk, minutes);
}

async function keepAgreements(tx: Tx, talk: DiscussionFacts, minutes: Minutes): Promise<void> {
  const { made, dropped } = agreementsOf(minutes);
  for (const { stepId, owner, dueOn, carried } of made)
    await tx.run(
      `INSERT INTO audit_agreement (id, step_id, discussion_id, family_id, team_id, owner_id, due_on, carried)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING`,
      [
        `${talk.discussionId}/${stepId}`,
        stepId,
        talk.discussionId,
        talk.familyId,
        talk.teamId,
        owner?.personId ?? null,
        dueOn,
        carried,
      ],
    );
  for (const { stepId, because } of dropped)
    await tx.run(
      'UPDATE audit_agreement SET dropped_because = $1, dropped_on = $2 WHERE step_id = $3 AND family_id = $4',
      [because, talk.heldOn, stepId, talk.familyId],
    );
}
