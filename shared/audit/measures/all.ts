import type { AuditFacts } from '../facts.js';
import { type Figure, figureOf } from '../figure.js';
import type { Question } from '../standing.js';
import { attendanceOf, contributionOf } from './attendance.js';
import { challengeRecorded } from './challenge.js';
import { coverageOf } from './coverage.js';
import { gapsOf, longestOf } from './gaps.js';
import { intervalCompliance } from './intervals.js';
import { qualityOf } from './quality.js';
import { recordTimeliness } from './records.js';
import { sessionReliability } from './sessions.js';
import { overdueList, overdueOf, snapshotOfChildren, snapshotOfFamilies } from './snapshot.js';
import { stepDownIntegrity } from './step-down.js';
import { stepsOnTime } from './steps.js';
import type { MeasureCode } from './titles.js';
import { voiceRecorded } from './voice.js';

/** One of the fifteen measures. Coverage is of the month of the day asked about; gaps and the overdue list are lists of families. */
export function measure(code: MeasureCode, facts: AuditFacts, question: Question): Figure {
  switch (code) {
    case 'snapshot-families':
      return snapshotOfFamilies(facts, question);
    case 'snapshot-children':
      return snapshotOfChildren(facts, question);
    case 'monthly-coverage':
      return coverageOf(facts, question.asAt.slice(0, 7), question);
    case 'interval-compliance': {
      const longestGap = longestOf(gapsOf(facts, question), 'open')?.open.days ?? null;
      return intervalCompliance(facts, question, {
        overdue: overdueList(facts, question).length,
        longestGap,
      });
    }
    case 'longest-gap': {
      const gaps = gapsOf(facts, question);
      const days = { longestDays: longestOf(gaps)?.longest.days ?? null };
      return figureOf(code, gaps, { ...days, longestOpenDays: longestOf(gaps, 'open')?.open.days ?? null });
    }
    case 'overdue':
      return overdueOf(facts, question);
    case 'attendance':
      return attendanceOf(facts, question);
    case 'contribution':
      return contributionOf(facts, question);
    case 'challenge-recorded':
      return challengeRecorded(facts, question);
    case 'steps-on-time':
      return stepsOnTime(facts, question);
    case 'record-timeliness':
      return recordTimeliness(facts, question);
    case 'quality':
      return qualityOf(facts, question);
    case 'voice-recorded':
      return voiceRecorded(facts, question);
    case 'session-reliability':
      return sessionReliability(facts, question);
    case 'step-down-integrity':
      return stepDownIntegrity(facts, question);
  }
}
