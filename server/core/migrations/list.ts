import { People1700000000001 } from './0001-people.js';
import { Families1700000000002 } from './0002-families.js';
import { Sessions1700000000003 } from './0003-sessions.js';
import { Logs1700000000004 } from './0004-logs.js';
import { Records1700000000005 } from './0005-records.js';
import { Listed1700000000006 } from './0006-listed.js';
import { Cadence1700000000007 } from './0007-cadence.js';
import { Month1700000000008 } from './0008-month.js';
import { Corrections1700000000009 } from './0009-corrections.js';
import { Untold1700000000010 } from './0010-untold.js';
import { Audit1700000000011 } from './0011-audit.js';
import { Packs1700000000012 } from './0012-packs.js';
import { Cancelled1700000000013 } from './0013-cancelled.js';
import { Heads1700000000014 } from './0014-heads.js';
import { Replaced1700000000015 } from './0015-replaced.js';
import { Stretches1700000000016 } from './0016-stretches.js';
import { Due1700000000017 } from './0017-due.js';
import { Access1700000000018 } from './0018-access.js';
import { Joined1700000000019 } from './0019-joined.js';
import { Escalated1700000000020 } from './0020-escalated.js';
import { Lists1700000000021 } from './0021-lists.js';

/** Every step of the schema, in order. A step that has been released is never edited: another is added. */
export const migrations = [
  People1700000000001,
  Families1700000000002,
  Sessions1700000000003,
  Logs1700000000004,
  Records1700000000005,
  Listed1700000000006,
  Cadence1700000000007,
  Month1700000000008,
  Corrections1700000000009,
  Untold1700000000010,
  Audit1700000000011,
  Packs1700000000012,
  Cancelled1700000000013,
  Heads1700000000014,
  Replaced1700000000015,
  Stretches1700000000016,
  Due1700000000017,
  Access1700000000018,
  Joined1700000000019,
  Escalated1700000000020,
  Lists1700000000021,
];
