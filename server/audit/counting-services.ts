import { AuditAccess } from './audit-access.service.js';
import { FamilyFactsOf } from './family-facts.service.js';
import { Coverage } from './months/coverage.service.js';
import { Months } from './months/months.service.js';
import { ReportedMonths } from './months/reported-months.service.js';
import { Naming } from './naming.service.js';
import { Pages } from './pages.service.js';
import { Measured } from './rows/measured.service.js';
import { RowPages } from './rows/row-pages.service.js';
import { EpisodeFacts } from './standing/episode-facts.service.js';
import { GapPages } from './standing/gap-pages.service.js';
import { Snapshot } from './standing/snapshot.service.js';
import { Standings } from './standing/standings.service.js';
import { AlikeTalks } from './talks/alike-talks.service.js';
import { TalkFacts } from './talks/talk-facts.service.js';
import { TalkPages } from './talks/talk-pages.service.js';

/** All that pages of figures are made of: in the server itself, and in the process that counts for it. */
export const countingServices = [
  AlikeTalks,
  AuditAccess,
  Coverage,
  EpisodeFacts,
  FamilyFactsOf,
  GapPages,
  Measured,
  Months,
  Naming,
  Pages,
  ReportedMonths,
  RowPages,
  Snapshot,
  Standings,
  TalkFacts,
  TalkPages,
];
