import { Injectable } from '@nestjs/common';
import type { DiscussionFacts, SlotFacts, StepFacts } from '../../../shared/audit/facts.js';
import type { Cut, Groups } from '../../../shared/audit/figure.js';
import type { Line } from '../../../shared/audit/measures/attendance.js';
import { Reader } from '../../core/reader.js';
import { places } from '../places.js';
import {
  type AlikeLineRow,
  type AlikeTalkRow,
  listOf,
  type SlotRow,
  type StepRow,
  slotOf,
  stepOf,
  type TalkRow,
} from './rows.js';
import { slotColumns } from './talks.sql.js';

/** What is asked for: teams, a period, and by what its figures are cut. */
export interface TalksAsked {
  teamIds: readonly string[];
  from: string;
  asAt: string;
  by: Cut | undefined;
  /** Each by itself, where somebody asks which is which. */
  each?: boolean;
}

/** What happened in a period, counted by the database wherever nobody asks which of those that are alike is which. */
@Injectable()
export class AlikeTalks {
  constructor(private readonly reader: Reader) {}

  /** Who was round the table: as many as were there alike. */
  async lines({ teamIds, from, asAt, by }: TalksAsked): Promise<Line[]> {
    const [team, chair] = [by === 'team', by === 'chair'];
    const rows = await this.reader.query<AlikeLineRow>(
      `SELECT ${team ? 'l.team_id' : 'NULL'} AS team_id, ${chair ? 't.chair_id' : 'NULL'} AS chair_id, l.discipline, l.way,
         l.ready, COUNT(*) AS times
       FROM audit_line l ${chair ? 'JOIN audit_talk t ON t.discussion_id = l.discussion_id' : ''}
       WHERE l.held_on >= $1 AND l.held_on <= $2 AND l.team_id IN (${places(teamIds.length, 2)})
       GROUP BY ${team ? 'l.team_id, ' : ''}${chair ? 't.chair_id, ' : ''}l.discipline, l.way, l.ready`,
      [from, asAt, ...teamIds],
    );
    const one = (id: string | null) => (id === null ? [] : [id]);
    return rows.map(({ team_id, chair_id, discipline, way, ready, times }) => ({
      discipline,
      way,
      ready: ready === 1,
      row: {
        id: '',
        familyId: '',
        times: Number(times),
        groups: { ...noGroups, team: one(team_id), chair: one(chair_id), discipline: [discipline] },
      },
    }));
  }

  /** The period’s, as many of a team’s day together as went alike and were signed on one day. */
  async held({ teamIds, from, asAt }: TalksAsked): Promise<DiscussionFacts[]> {
    const rows = await this.reader.query<AlikeTalkRow>(
      `SELECT t.team_id, t.held_on, t.signed_on, t.challenged, t.considered, COUNT(*) AS times FROM audit_talk t
       WHERE t.held_on >= $1 AND t.held_on <= $2 AND t.team_id IN (${places(teamIds.length, 2)})
       GROUP BY t.team_id, t.held_on, t.signed_on, t.challenged, t.considered`,
      [from, asAt, ...teamIds],
    );
    return rows.map((t) => ({
      ...nothing,
      teamId: t.team_id,
      heldOn: t.held_on,
      signedOn: t.signed_on,
      challenged: t.challenged === 1,
      considered: t.considered === 1,
      times: Number(t.times),
    }));
  }

  /** The period’s, with the children discussed and whose view there was. */
  async heard({ teamIds, from, asAt }: TalksAsked): Promise<DiscussionFacts[]> {
    const rows = await this.reader.query<Pick<TalkRow, 'held_on' | 'signed_on' | 'child_ids' | 'voices'>>(
      `SELECT t.held_on, t.signed_on, t.child_ids, t.voices FROM audit_talk t
       WHERE t.held_on >= $1 AND t.held_on <= $2 AND t.team_id IN (${places(teamIds.length, 2)})`,
      [from, asAt, ...teamIds],
    );
    return rows.map((t) => ({
      ...nothing,
      heldOn: t.held_on,
      signedOn: t.signed_on,
      childIds: listOf(t.child_ids),
      voices: listOf(t.voices),
    }));
  }

  /** Steps due in the period, as many as are alike in their days together. */
  async steps({ teamIds, from, asAt }: TalksAsked): Promise<StepFacts[]> {
    const rows = await this.reader.query<StepRow & { times: number | string }>(
      `SELECT '' AS id, '' AS step_id, '' AS family_id, NULL AS owner_id, 0 AS carried, a.due_on, n.done_on, n.status,
         MIN(a.dropped_because) AS dropped_because, a.dropped_on, COUNT(*) AS times
       FROM audit_agreement a LEFT JOIN next_step n ON n.id = a.step_id
       WHERE a.due_on >= $1 AND a.due_on <= $2 AND a.team_id IN (${places(teamIds.length, 2)})
       GROUP BY a.due_on, n.done_on, n.status, TRIM(COALESCE(a.dropped_because, '')) = '', a.dropped_on`,
      [from, asAt, ...teamIds],
    );
    return rows.map((row) => ({ ...stepOf(row), times: Number(row.times) }));
  }

  /** Places on lists, as many of a session as came to the same. When an outcome was noted matters only where somebody moved it. */
  async slots({ teamIds, from, asAt }: TalksAsked): Promise<SlotFacts[]> {
    const rows = await this.reader.query<SlotRow & { times: number | string }>(
      `SELECT '' AS id, g.session_id, '' AS family_id, g.team_id, g.chair_id, g.held_on, g.outcome, g.unsigned, g.outcome_at,
         g.reason, g.listed_at, COUNT(*) AS times
       FROM (
         SELECT s.id AS session_id, s.team_id, s.chair_id, s.held_on, ${slotColumns}
         FROM session s JOIN slot p ON p.session_id = s.id
         WHERE s.held_on >= $1 AND s.held_on <= $2 AND s.team_id IN (${places(teamIds.length, 2)})) g
       GROUP BY g.session_id, g.team_id, g.chair_id, g.held_on, g.outcome, g.unsigned, g.outcome_at, g.reason, g.listed_at`,
      [from, asAt, ...teamIds],
    );
    return rows.map((row) => ({ ...slotOf(row), times: Number(row.times) }));
  }
}

/** A discussion of which nothing was asked yet. */
const nothing: DiscussionFacts = {
  ...{
    discussionId: '',
    familyId: '',
    teamId: null,
    sessionId: null,
    chairId: null,
    heldOn: '',
    signedOn: null,
  },
  ...{ counts: false, childIds: [], disciplines: [], voices: [], reviews: [], decision: null },
  ...{ challenged: false, considered: false },
};

const noGroups: Groups = {
  ...{ team: [], worker: [], chair: [], plan: [], discipline: [], ethnicity: [], disability: [] },
};
