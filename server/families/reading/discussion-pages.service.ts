import { Injectable } from '@nestjs/common';
import type { DisciplineCode } from '../../../shared/disciplines.js';
import { discussionLog } from '../../../shared/discussion/log.js';
import { type DiscussionState, emptyDiscussion } from '../../../shared/discussion/state.js';
import type { Brief, DiscussionFacts } from '../../../shared/families/discussion-http.js';
import { fold, redact } from '../../../shared/live/log.js';
import { type Actor, maySee } from '../../../shared/people.js';
import { Refused } from '../../../shared/refusals.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { Record } from '../../live/record.js';
import { Standing } from '../../live/standing.js';
import { FamilyAccess } from '../family-access.service.js';

interface Row {
  id: string;
  family_id: string;
  ref: string;
  name: string;
  team_id: string;
  status: DiscussionFacts['status'];
  session_id: string | null;
  slot_id: string | null;
  held_on: string | null;
  after_id: string | null;
  minutes_id: string | null;
}

interface PersonRow {
  id: string;
  name: string;
  first_name: string;
  discipline: DisciplineCode;
  title: string;
  working_days: string;
}

const facts = `SELECT d.id, d.family_id, f.ref, f.name, f.team_id, d.status, d.session_id, d.held_on, d.after_id,
    m.id AS minutes_id,
    (SELECT s.id FROM slot s WHERE s.discussion_id = d.id AND s.session_id = d.session_id AND s.position >= 0
      ORDER BY s.position DESC LIMIT 1) AS slot_id
  FROM discussion d JOIN family f ON f.id = d.family_id LEFT JOIN minutes m ON m.discussion_id = d.id WHERE d.id = $1`;

/** What stands around a discussion's log: whose it is, who is who, and the brief as people had it. */
@Injectable()
export class DiscussionPages {
  constructor(
    private readonly reader: Reader,
    private readonly record: Record,
    private readonly standing: Standing,
    private readonly access: FamilyAccess,
  ) {}

  async facts(by: Caller, discussionId: string): Promise<DiscussionFacts> {
    const actor = await this.mustSee(by, discussionId);
    const [row] = await this.reader.query<Row>(facts, [discussionId]);
    if (!row) throw new Refused('not-found');
    const [last] = row.after_id ? await this.reader.query<Row>(facts, [row.after_id]) : [];
    const scale = await this.reader.query<{ held_on: string; group_score: number | null }>(
      'SELECT held_on, group_score FROM supervision WHERE family_id = $1 AND counts = 1 ORDER BY held_on',
      [row.family_id],
    );
    return {
      discussionId,
      familyId: row.family_id,
      familyRef: row.ref,
      familyName: row.name,
      teamId: row.team_id,
      status: row.status,
      sessionId: row.session_id,
      slotId: row.slot_id,
      heldOn: row.held_on,
      frozen: await this.frozen(discussionId),
      minutesId: row.minutes_id,
      last: last ? { discussionId: last.id, heldOn: last.held_on, minutesId: last.minutes_id } : null,
      people: await this.people(actor, row),
      scale: scale.map((point) => ({ heldOn: point.held_on, group: point.group_score })),
    };
  }

  /** As it stands now, or as people had it before: the entries up to there, each as this reader may see it. */
  async brief(by: Caller, discussionId: string, as: 'now' | 'opened' | 'frozen'): Promise<Brief> {
    const actor = await this.mustSee(by, discussionId);
    const log = await this.record.read(`discussion/${discussionId}`);
    if (!log) throw new Refused('not-found');
    const now = log.state as DiscussionState;
    const frozen = await this.frozen(discussionId);
    if (as === 'now')
      return {
        seq: log.seq,
        fixedAt: now.brief?.at ?? null,
        frozen,
        state: discussionLog.redactState(now, actor),
      };
    const then = as === 'frozen' ? frozen : now.brief;
    if (!then) throw new Refused('not-found');
    const { seq, at } = then;
    const entries = (await this.record.entriesSince(log, 0)).filter((entry) => entry.seq <= seq);
    const state = entries
      .map((entry) => redact(discussionLog, now, entry, actor))
      .reduce((before, entry) => fold(discussionLog, before, entry), emptyDiscussion);
    return { seq, fixedAt: at, frozen, state };
  }

  /** For the session that it is in, or was in last. */
  private async frozen(discussionId: string): Promise<Brief['frozen']> {
    const [row] = await this.reader.query<{ seq: number; at: string }>(
      `SELECT b.seq, b.at FROM frozen_brief b JOIN discussion d ON d.id = b.discussion_id
       WHERE b.discussion_id = $1 AND (d.session_id IS NULL OR d.session_id = b.session_id) ORDER BY b.at DESC LIMIT 1`,
      [discussionId],
    );
    return row ? { seq: row.seq, at: row.at } : null;
  }

  private async mustSee(by: Caller, discussionId: string): Promise<Actor> {
    const actor = await this.standing.actorFor(this.reader, by.personId, `discussion/${discussionId}`);
    if (!maySee(actor)) throw new Refused('not-found');
    return actor;
  }

  /** Everybody who may take part, and everybody named in what this reader may see of it: nobody else. */
  private async people(actor: Actor, row: Row): Promise<DiscussionFacts['people']> {
    const held = await this.record.stateOf<DiscussionState>(`discussion/${row.id}`);
    const named = new Set((await this.access.onlookers(row.family_id)).map((one) => one.personId));
    if (held) collect(discussionLog.redactState(held.state, actor), named);
    const all = await this.reader.query<PersonRow>(
      'SELECT id, name, first_name, discipline, title, working_days FROM person ORDER BY name',
    );
    return all
      .filter((person) => named.has(person.id))
      .map((person) => ({
        personId: person.id,
        name: person.name,
        firstName: person.first_name,
        discipline: person.discipline,
        title: person.title,
        workingDays: person.working_days,
      }));
  }
}

/** Gathers every text and key of a value; ids of people are among them. */
function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length === 36) into.add(value);
  } else if (Array.isArray(value)) {
    for (const one of value) collect(one, into);
  } else if (value && typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) {
      for (const part of key.split('/')) collect(part, into);
      collect(one, into);
    }
  }
}
