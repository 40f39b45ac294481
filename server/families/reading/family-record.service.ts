import { Injectable } from '@nestjs/common';
import type { DisciplineCode } from '../../../shared/disciplines.js';
import { discussionLog } from '../../../shared/discussion/log.js';
import { mayReadStep } from '../../../shared/discussion/protection.js';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import type { ChallengeLine, FamilyRecord, ScalePoint, StepLine } from '../../../shared/families/family.js';
import { type Actor, maySee } from '../../../shared/people.js';
import { Clock } from '../../core/clock.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { Record } from '../../live/record.js';
import { Standing } from '../../live/standing.js';
import { familiesOfPerson } from '../relations.sql.js';
import { chaptersOf, type Worker } from './chapters.js';
import { MinutesPages } from './minutes-pages.service.js';
import { storyOf } from './story.js';

interface StepRow {
  id: string;
  family_id: string;
  family_name: string;
  discussion_id: string;
  text: string;
  owner_id: string | null;
  with_whom: string;
  due_on: string | null;
  evidence: string;
  protected: number;
  audience: string;
  status: StepLine['status'];
  carried: number;
  done_on: string | null;
}

const steps = `SELECT n.*, f.name AS family_name FROM next_step n JOIN family f ON f.id = n.family_id`;

/** What was written about a family in supervision, as one reader may read it. */
@Injectable()
export class FamilyRecords {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly record: Record,
    private readonly standing: Standing,
    private readonly minutes: MinutesPages,
  ) {}

  /** For somebody with a relation to the family; `openId` is its open discussion. */
  async of(actor: Actor, familyId: string, openId: string | null): Promise<FamilyRecord> {
    const minutes = await this.minutes.ofFamily(actor, familyId);
    const rows = await this.reader.query<StepRow>(`${steps} WHERE n.family_id = $1 ORDER BY n.due_on, n.id`, [
      familyId,
    ]);
    return {
      chapters: chaptersOf(minutes, await this.open(actor, openId), await this.workers(familyId)),
      story: await storyOf(this.reader, familyId, minutes, this.clock.today()),
      minutes: [...minutes].reverse().map((m) => ({
        minutesId: m.minutesId,
        discussionId: m.discussionId,
        kind: m.minutes.kind,
        heldOn: m.minutes.heldOn,
        signedBy: m.signedBy,
        signedAt: m.signedAt,
      })),
      steps: rows.map((row) => stepLine(row, actor)),
      challenges: await this.challenges(familyId),
      scale: await this.scale(familyId),
    };
  }

  /** Open next steps of one person, and those done on a day or after it, in the families that are still theirs to see. */
  async stepsOf(by: Caller, doneFrom = '9999-12-31'): Promise<StepLine[]> {
    const rows = await this.reader.query<StepRow>(
      `${steps} WHERE n.owner_id = $1 AND (n.status IN ('open', 'not-yet') OR (n.status = 'done' AND n.done_on >= $3))
         AND n.family_id IN (${familiesOfPerson}) ORDER BY n.due_on, n.id`,
      [by.personId, this.clock.today(), doneFrom],
    );
    // Their owner may read them, protected or not.
    return rows.map((row) => stepLine(row, null));
  }

  private async open(actor: Actor, openId: string | null): Promise<DiscussionState | null> {
    if (!openId) return null;
    const here = await this.standing.actorFor(this.reader, actor.personId, `discussion/${openId}`);
    const held = maySee(here) && (await this.record.stateOf<DiscussionState>(`discussion/${openId}`));
    return held ? discussionLog.redactState(held.state, here) : null;
  }

  private async workers(familyId: string): Promise<Worker[]> {
    const rows = await this.reader.query<{
      discipline: DisciplineCode;
      person_id: string | null;
      from_on: string;
    }>(
      `SELECT discipline, person_id, from_on FROM allocation
       WHERE family_id = $1 AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2) ORDER BY from_on, id`,
      [familyId, this.clock.today()],
    );
    return rows.map((row) => ({ discipline: row.discipline, personId: row.person_id, fromOn: row.from_on }));
  }

  private async challenges(familyId: string): Promise<ChallengeLine[]> {
    const rows = await this.reader.query<{
      id: string;
      discussion_id: string;
      raised_by: string | null;
      about: string;
      text: string;
      outcome: string | null;
      reason: string | null;
      person_id: string | null;
      by_on: string | null;
      raised_at: string;
      settled_at: string | null;
    }>('SELECT * FROM challenge WHERE family_id = $1 ORDER BY raised_at DESC, id', [familyId]);
    return rows.map((row) => ({
      challengeId: row.id,
      discussionId: row.discussion_id,
      raisedBy: row.raised_by,
      about: row.about,
      text: row.text,
      outcome: row.outcome,
      reason: row.reason ?? '',
      personId: row.person_id,
      byOn: row.by_on,
      raisedAt: row.raised_at,
      settledAt: row.settled_at,
    }));
  }

  private async scale(familyId: string): Promise<ScalePoint[]> {
    const rows = await this.reader.query<{
      held_on: string;
      discussion_id: string | null;
      group_score: number | null;
      lowest: number | null;
      highest: number | null;
    }>(
      'SELECT held_on, discussion_id, group_score, lowest, highest FROM supervision WHERE family_id = $1 ORDER BY held_on',
      [familyId],
    );
    return rows.map((row) => ({
      heldOn: row.held_on,
      discussionId: row.discussion_id,
      group: row.group_score,
      lowest: row.lowest,
      highest: row.highest,
    }));
  }
}

function stepLine(row: StepRow, reader: Actor | null): StepLine {
  const isProtected = row.protected === 1;
  const audience = JSON.parse(row.audience) as DisciplineCode[];
  const whole =
    !reader || mayReadStep(reader, { protected: isProtected, audience, ownerId: row.owner_id, by: null });
  return {
    stepId: row.id,
    familyId: row.family_id,
    familyName: row.family_name,
    discussionId: row.discussion_id,
    text: whole ? row.text : '',
    ownerId: row.owner_id,
    withWhom: whole ? row.with_whom : '',
    dueOn: row.due_on,
    evidence: whole ? row.evidence : '',
    protected: isProtected,
    status: row.status,
    carried: row.carried,
    doneOn: row.done_on,
  };
}
