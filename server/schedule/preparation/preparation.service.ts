import { Injectable } from '@nestjs/common';
import type { Preparation } from '../../../shared/schedule/preparation.js';
import { Jobs, type Work } from '../../core/jobs/jobs.js';
import { Reader } from '../../core/reader.js';
import { Asking } from './asking.service.js';
import { FrozenBriefs } from './frozen-briefs.service.js';
import { type PreparedSession, PreparedSessions, type PreparedSlot } from './prepared-sessions.service.js';

// People's working day; and the brief is frozen while there is still an afternoon to read it in.
const morning = '07:00';
const noon = '12:00';

/**
 * Preparation runs itself: four kinds of job for what is planned. All go by how things stand when they run, so a family
 * that is put in late is asked for at once, and of a session that has been held nobody is chased.
 */
@Injectable()
export class PreparationJobs {
  constructor(
    jobs: Jobs,
    asking: Asking,
    frozen: FrozenBriefs,
    private readonly reader: Reader,
    private readonly sessions: PreparedSessions,
  ) {
    jobs.of({
      kind: 'reviews.ask',
      from: morning,
      // Nobody hears of what a plan has only drafted.
      due: (day) => this.eachSlot(day, 'askOn', ({ draft }) => !draft),
      run: (tx, { subjectId }, day) => asking.ask(tx, subjectId, day),
    });
    jobs.of({
      kind: 'reviews.remind',
      from: morning,
      due: (day) => this.eachSession(day, 'dueOn'),
      run: (tx, { subjectId }, day) => asking.remind(tx, subjectId, day),
    });
    jobs.of({
      kind: 'chase.list',
      from: morning,
      due: (day) => this.eachSession(day, 'chaseOn'),
      run: (tx, { subjectId }, day) => asking.chase(tx, subjectId, day),
    });
    jobs.of({
      kind: 'brief.freeze',
      from: noon,
      due: (day) => this.eachSlot(day, 'freezeOn', () => true),
      run: (tx, { subjectId }) => frozen.freeze(tx, subjectId),
    });
  }

  private async eachSlot(
    day: string,
    which: keyof Preparation,
    wanted: (slot: PreparedSlot) => boolean,
  ): Promise<Work[]> {
    return (await this.reached(day, which)).flatMap((session) =>
      session.slots.filter(wanted).map(({ slotId }) => ({ subjectId: slotId, day: session.days[which] })),
    );
  }

  /** Those that are held on a later day: on the day itself there is nothing left to chase for. */
  private async eachSession(day: string, which: keyof Preparation): Promise<Work[]> {
    return (await this.reached(day, which))
      .filter(({ date, slots }) => date > day && slots.some(({ draft }) => !draft))
      .map(({ sessionId, days }) => ({ subjectId: sessionId, day: days[which] }));
  }

  /** The sessions to come for which a day of their preparation has been reached. */
  private async reached(day: string, which: keyof Preparation): Promise<PreparedSession[]> {
    return (await this.sessions.upcoming(this.reader, day)).filter(({ days }) => days[which] <= day);
  }
}
