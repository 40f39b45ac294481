import type { Row } from './figure.js';
import type { MeasureCode } from './measures/titles.js';

/** What the rows of a measure are called by where they landed, and what their day and their days are. */
export interface RowWords {
  lands: Record<Row['lands'], string>;
  /** Null: its rows are of no day of their own. */
  on: string | null;
  days: string | null;
}

const standing = { met: 'In time', 'not-met': 'Not in time', apart: 'Not counted' };
const held = 'Held';

export const rowWords: Readonly<Record<MeasureCode, RowWords>> = {
  'snapshot-families': { lands: standing, on: 'Due by', days: 'Days over' },
  'snapshot-children': { lands: standing, on: 'Due by', days: 'Days over' },
  overdue: {
    lands: { met: 'Past the limit', 'not-met': 'Not past it', apart: 'Not counted' },
    on: 'Due by',
    days: 'Days over',
  },
  'monthly-coverage': {
    lands: { met: 'Supervised', 'not-met': 'Not supervised', apart: 'Not counted' },
    on: null,
    days: null,
  },
  'interval-compliance': {
    lands: { met: 'Within the limit', 'not-met': 'Longer', apart: 'Not counted' },
    on: 'Ended',
    days: 'Days',
  },
  'longest-gap': {
    lands: { met: 'In time now', 'not-met': 'Not in time now', apart: 'Not counted' },
    on: 'Since',
    days: 'Days',
  },
  attendance: { lands: { met: 'There', 'not-met': 'Not there', apart: 'Post vacant' }, on: held, days: null },
  contribution: {
    lands: { met: 'There or wrote', 'not-met': 'Neither', apart: 'Post vacant' },
    on: held,
    days: null,
  },
  'challenge-recorded': {
    lands: { met: 'Recorded', 'not-met': 'Not recorded', apart: 'Not counted' },
    on: held,
    days: null,
  },
  'steps-on-time': {
    lands: { met: 'On time', 'not-met': 'Not on time', apart: 'No longer needed' },
    on: 'Due',
    days: null,
  },
  'record-timeliness': {
    lands: { met: 'In time', 'not-met': 'Not in time', apart: 'Not counted' },
    on: held,
    days: 'Working days',
  },
  quality: {
    lands: { met: 'Good or better', 'not-met': 'Less than good', apart: 'Not counted' },
    on: 'Graded',
    days: null,
  },
  'voice-recorded': {
    lands: { met: 'Recent', 'not-met': 'Not recent', apart: 'Not counted' },
    on: 'View gathered',
    days: null,
  },
  'session-reliability': {
    lands: { met: 'Discussed', 'not-met': 'Not discussed', apart: 'Not on the list' },
    on: 'Session',
    days: null,
  },
  'step-down-integrity': {
    lands: { met: 'Change that lasted', 'not-met': 'Not shown to last', apart: 'Not counted' },
    on: held,
    days: null,
  },
};
