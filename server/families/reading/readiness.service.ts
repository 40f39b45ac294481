import { Injectable } from '@nestjs/common';
import { type DisciplineCode, disciplineCodes, disciplineOf } from '../../../shared/disciplines.js';
import type { QuorumPart } from '../../../shared/discussion/attendance.js';
import { likelyMissing } from '../../../shared/discussion/likely-quorum.js';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import type { ReviewStands } from '../../../shared/home/preparing.js';
import { proseText } from '../../../shared/live/prose.js';
import { Record } from '../../live/record.js';

/** How far one discipline's review is, and since when. No word of it. */
export interface ReviewReadiness {
  discipline: DisciplineCode;
  /** Null while the post is vacant. */
  personId: string | null;
  stands: ReviewStands;
  at: string | null;
}

/** How ready discussions are that are being prepared: one state read for each, and nothing told but who has written. */
@Injectable()
export class Readiness {
  constructor(private readonly record: Record) {}

  /** The disciplines expected to write, by discussion. One that does not exist is left out. */
  async of(discussionIds: readonly string[]): Promise<Map<string, ReviewReadiness[]>> {
    const states = await this.states(discussionIds);
    return new Map([...states].map(([id, state]) => [id, reviewsOf(state)]));
  }

  /** Who would be missing for a quorum, by discussion, if everybody comes who is not away. */
  async missing(
    discussionIds: readonly string[],
    chairId: string | null,
    isAway: (personId: string) => boolean,
  ): Promise<Map<string, readonly QuorumPart[]>> {
    const states = await this.states(discussionIds);
    return new Map([...states].map(([id, state]) => [id, likelyMissing(state, chairId, isAway)]));
  }

  private async states(discussionIds: readonly string[]): Promise<Map<string, DiscussionState>> {
    const read = await Promise.all(
      discussionIds.map(async (id) => {
        const held = await this.record.stateOf<DiscussionState>(`discussion/${id}`);
        return held ? [[id, held.state] as const] : [];
      }),
    );
    return new Map(read.flat());
  }
}

function reviewsOf(state: DiscussionState): ReviewReadiness[] {
  return state.expected
    .filter(({ discipline }) => disciplineOf(discipline).reviews)
    .map(({ discipline, personId }) => {
      const prose = state.prose[`review/${discipline}`];
      const review = state.reviews[discipline];
      const begun = proseText(prose) !== '' || review?.nothingNew === true;
      const stands = review?.ready ? 'ready' : personId === null ? 'vacant' : begun ? 'draft' : 'nothing';
      const times = [prose?.at, review?.at].filter((at) => at !== undefined && at !== '').sort();
      return { discipline, personId, stands, at: begun ? (times.at(-1) ?? null) : null } as const;
    })
    .sort((a, b) => disciplineCodes.indexOf(a.discipline) - disciplineCodes.indexOf(b.discipline));
}
