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
import { voiceRecorded } from './voice.js';

/** The measures by name, in the order in which they lead: how families stand today comes first, intervals never alone. */
export const measureTitles = {
  'snapshot-families': 'Families in time',
  'snapshot-children': 'Children in time',
  'monthly-coverage': 'Families discussed in the month',
  'interval-compliance': 'Intervals within the limit',
  'longest-gap': 'Longest gap',
  overdue: 'Families past their limit',
  attendance: 'Attendance by discipline',
  contribution: 'Attended or wrote',
  'challenge-recorded': 'Challenge, or a considered “none”',
  'steps-on-time': 'Next steps done in time',
  'record-timeliness': 'Records signed within 5 working days',
  quality: 'Records graded good or better',
  'voice-recorded': 'Children’s views, not older than 31 days',
  'session-reliability': 'Families on the list who were discussed',
  'step-down-integrity': 'Step-downs that rest on lasting change',
} as const;
export type MeasureCode = keyof typeof measureTitles;
export const measureCodes = Object.keys(measureTitles) as [MeasureCode, ...MeasureCode[]];

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
