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
